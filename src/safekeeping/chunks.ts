import { promisify } from 'node:util';
import { crc32, gunzip, gzip } from 'node:zlib';
import { namesOf, plainRow, type TablePlan } from './row-lines.js';

/** One row in about so many ends a chunk, by its key alone: a row that is put in between moves no other border. */
const ROWS = 1024;
/** Characters after which a chunk ends wherever it is. */
const MOST = 4 * 1024 * 1024;

/** Rows of one table that are kept together, as the text that is encrypted. */
export interface Chunk {
  readonly text: string;
  readonly rows: number;
}

/** Cuts the rows of a table into chunks, one after the other; `each` sees every row's line. */
export async function* chunksOf(plan: TablePlan, pages: AsyncIterable<unknown[][]>, each: (line: string) => void): AsyncGenerator<Chunk> {
  const names = namesOf(plan);
  const head = JSON.stringify({ table: plan.name, columns: names });
  const keyAt = plan.keys.map((key) => names.indexOf(key));
  let [lines, length] = [[head], head.length];
  for await (const page of pages) {
    for (const raw of page) {
      const row = plainRow(plan, raw);
      const line = JSON.stringify(row);
      each(line);
      lines.push(line);
      length += line.length + 1;
      if (length < MOST && crc32(JSON.stringify(keyAt.map((at) => row[at]))) % ROWS !== 0) continue;
      yield { text: lines.join('\n'), rows: lines.length - 1 };
      [lines, length] = [[head], head.length];
    }
  }
  if (lines.length > 1) yield { text: lines.join('\n'), rows: lines.length - 1 };
}

/** What a chunk says it holds. */
export interface ChunkRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly lines: readonly string[];
}

export function readChunk(text: string): ChunkRows {
  const [head = '', ...lines] = text.split('\n');
  const { table, columns } = JSON.parse(head) as { table: string; columns: string[] };
  return { table, columns, lines };
}

export const rowOf = (line: string): unknown[] => JSON.parse(line) as unknown[];

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

export const pack = (text: string): Promise<Buffer> => packed(Buffer.from(text, 'utf8'), { level: 6 });

/** null when it is not what `pack` made, or would unpack to more than a chunk can hold. */
export const unpack = (bytes: Uint8Array): Promise<string | null> =>
  unpacked(bytes, { maxOutputLength: 16 * MOST }).then((text) => text.toString('utf8'), () => null);
