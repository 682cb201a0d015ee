import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { inBatches, tableFile, type TableLine } from './table-file.js';

describe('a table that leaves as a file', () => {
  it('leaves in pieces, none made before the one before it was taken, and the count is that of its rows', async () => {
    let made = 0;
    function* lines(): Generator<TableLine> {
      for (; made < 2300; made += 1) yield [`row ${made}`, made, '=1+1'];
    }
    const { pieces, rows } = tableFile([['what', 'how many', 'danger']], inBatches(lines()));
    const left: Buffer[] = [];
    const seen: [made: number, rows: number | null][] = [];
    for await (const piece of pieces) {
      left.push(piece);
      seen.push([made, rows()]);
    }
    // The heads leave before the first row is made; the first rows while most are still to come.
    expect([seen[0], seen[1]?.[1], (seen[1]?.[0] ?? 0) < 600, left.length]).toEqual([[0, 0], 500, true, 6]);
    const [head, ...body] = parse(Buffer.concat(left), { bom: true }) as string[][];
    expect(head).toEqual(['what', 'how many', 'danger']);
    expect([body.length, rows(), body.at(-1)]).toEqual([2300, 2300, ['row 2299', '2299', "'=1+1"]]);
  });

  it('of no rows is its heads', async () => {
    const { pieces, rows } = tableFile([['what']], inBatches([]));
    const left: Buffer[] = [];
    for await (const piece of pieces) left.push(piece);
    expect([left.length, rows()]).toEqual([1, 0]);
  });
});
