import { stringify } from 'csv-stringify/sync';
import { guarded } from '../kernel/text/public.js';
import type { MadeFile } from './report-files.js';

export type TableLine = readonly (string | number)[];

/** Lines of one piece. */
const AT_ONCE = 500;

/**
 * A table as CSV: its heads, then a piece for every batch of lines, none made before the one before it was taken. What is
 * counted are the lines that left under the heads. No text becomes a formula.
 */
export function tableFile(heads: readonly TableLine[], batches: AsyncIterable<readonly TableLine[]> | Iterable<readonly TableLine[]>): MadeFile {
  let rows = 0;
  async function* pieces(): AsyncGenerator<Buffer> {
    yield csvOf(heads, true);
    for await (const batch of batches) {
      rows += batch.length;
      if (batch.length > 0) yield csvOf(batch, false);
    }
  }
  return { pieces: pieces(), rows: () => rows };
}

/** Lines that are at hand one by one, in pieces of a size worth sending. */
export function* inBatches(lines: Iterable<TableLine>): Generator<TableLine[]> {
  let batch: TableLine[] = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const csvOf = (lines: readonly TableLine[], bom: boolean): Buffer =>
  Buffer.from(stringify(lines.map((line) => line.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))), { bom, record_delimiter: 'windows' }));
