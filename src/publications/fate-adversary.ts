import type { ModelData } from 'highs';
import { liesIn, sharedBy, type FateClass, type FateTable } from './fate.js';
import { SolverModel } from './solver.js';

const SLIGHT = 1e-6;
const SECONDS = 3;

/**
 * Somebody who holds every table that tells of one kind of fate, and knows of everybody counted everything else. Possible
 * is every way of dealing the fates out over the people that gives all figures that stand; what a class shares is told for
 * certain when in every one of them all of the class share it. Looked for are only dealings in which everything but the
 * fate stays as it is: whoever knows less has more of them. Linear programming by HiGHS.
 */
export class FateAdversary {
  private constructor(
    private readonly model: SolverModel,
    private readonly classes: readonly FateClass[],
    private readonly unknowns: Unknowns,
    private readonly rows: ReadonlyMap<string, number>,
  ) {}

  /** @param whole deals people out whole: slower, and the last word */
  static async facing(tables: readonly FateTable[], classes: readonly FateClass[], whole: boolean): Promise<FateAdversary> {
    const unknowns = unknownsOf(classes);
    const { data, rows } = dealings(tables, classes, unknowns, whole);
    return new FateAdversary(await SolverModel.open(data), classes, unknowns, rows);
  }

  conceal(id: string): void {
    const row = this.rows.get(id);
    if (row !== undefined) this.model.limit(row, -Infinity, Infinity);
  }

  reveal(id: string, count: number): void {
    const row = this.rows.get(id);
    if (row !== undefined) this.model.limit(row, count, count);
  }

  /** Of these classes the ones a possible dealing was found for in which somebody does not share, and the figures that stood in the way of more. */
  async asked(some: readonly number[]): Promise<{ readonly safe: readonly number[]; readonly pinnedBy: readonly string[] }> {
    const costs = new Float64Array(this.unknowns.count);
    for (const n of some) for (const unknown of this.othersOf(n)) costs[unknown] = -1;
    const { optimal, counts, duals } = await this.model.solve({ costs, seconds: SECONDS });
    const safe = !optimal ? [] // not in time: taken to be told
      : some.filter((n) => this.othersOf(n).reduce((sum, unknown) => sum + (counts[unknown] ?? 0), 0) >= 1 - SLIGHT);
    return { safe, pinnedBy: [...this.rows].filter(([, row]) => Math.abs(duals[row] ?? 0) > SLIGHT).map(([id]) => id) };
  }

  close(): Promise<void> {
    return this.model.close();
  }

  /** The unknowns of a class that are not what it shares. */
  private othersOf(n: number): number[] {
    const one = this.classes[n];
    const shared = one ? sharedBy(one) : null;
    return one ? one.possible.flatMap((value, at) => (value === shared ? [] : [(this.unknowns.from[n] ?? 0) + at])) : [];
  }
}

interface Unknowns {
  readonly count: number;
  /** By class, its first unknown; one follows for each possible answer. */
  readonly from: readonly number[];
}

function unknownsOf(classes: readonly FateClass[]): Unknowns {
  let count = 0;
  const from = classes.map(({ possible }) => (count += possible.length) - possible.length);
  return { count, from };
}

/** Each class is dealt out whole; each figure is the sum of those it counts. Figures come first, by id. */
function dealings(tables: readonly FateTable[], classes: readonly FateClass[], { count, from }: Unknowns, whole: boolean): { data: ModelData; rows: Map<string, number> } {
  const rows = new Map<string, number>();
  const lines: { readonly indices: number[]; readonly sum: number }[] = [];
  tables.forEach((table, t) => {
    for (const figure of table.figures) {
      const counted = classes.flatMap((one, n) => (liesIn(one, t, figure) ? [{ one, n, at: one.possible.indexOf(figure.value) }] : []));
      rows.set(figure.id, lines.length);
      lines.push({ indices: counted.flatMap(({ n, at }) => (at < 0 ? [] : [(from[n] ?? 0) + at])), sum: counted.reduce((sum, { one }) => sum + (one.counts.get(figure.value) ?? 0), 0) });
    }
  });
  classes.forEach(({ possible, size }, n) => lines.push({ indices: possible.map((_, at) => (from[n] ?? 0) + at), sum: size }));
  const starts = [0];
  for (const { indices } of lines) starts.push((starts.at(-1) ?? 0) + indices.length);
  const indices = lines.flatMap((line) => line.indices);
  const sums = lines.map(({ sum }) => sum);
  const data: ModelData = {
    ...{ numCols: count, numRows: lines.length },
    ...{ colCost: new Float64Array(count), colLower: new Float64Array(count), colUpper: Float64Array.from(classes.flatMap(({ possible, size }) => possible.map(() => size))) },
    ...{ rowLower: sums, rowUpper: sums },
    matrix: { format: 'csr', numRows: lines.length, numCols: count, starts, indices, values: new Float64Array(indices.length).fill(1) },
    ...(whole ? { integrality: new Int32Array(count).fill(1) } : {}),
  };
  return { data, rows };
}
