import type { ModelData } from 'highs';
import type { PublishedCell } from './published-cell.js';
import { SolverModel, type Solution } from './solver.js';
import { unknownsAmong, unknownsOf, type Unknowns } from './unknowns.js';

/** What somebody who holds all publications can narrow a quantity down to. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** Cells without which the range would be wider. */
  readonly pinnedBy: readonly string[];
  /** Both ends are of worlds in which people are whole. */
  readonly whole: boolean;
}

/** How many some unknowns can be at most. */
export interface Ceiling {
  readonly most: number;
  /** Of each unknown in that world. */
  readonly counts: Float64Array;
  /** The unknowns whose weighed sum the figures give exactly, and which therefore can be no more. */
  readonly groups: readonly number[];
  /** The largest of the figures that give it. */
  readonly threshold: number;
}

/** More than any count: a quantity no figure limits. */
const UNLIMITED = 1_000_000;
const SLIGHT = 1e-6;
/** Of thinking about one question; what is not answered by then is taken to be told. */
const SECONDS = 3;
/** Worlds that are kept at once: each is a number for every unknown. */
const MOST_WORLDS = 200;

/**
 * Somebody who reads every figure that stands, of all publications together, as equations over what is not told: the units
 * that lie in the same cells everywhere are one unknown, a whole number not below zero. Only combinations that occur are
 * unknowns; whoever knows less than that has more possibilities, so every range here is as narrow as theirs or narrower.
 * Linear programming by HiGHS.
 */
export class Adversary {
  /** Worlds of whole people that give every figure that stands, and more as figures go; the first is the true one. */
  private worlds: Float64Array[];

  private constructor(
    private readonly model: SolverModel,
    private readonly cells: readonly PublishedCell[],
    readonly unknowns: Unknowns,
  ) {
    this.worlds = [Float64Array.from(unknowns.truth)];
  }

  /** Units that no figure tells apart, unknown by unknown. */
  get groups(): readonly (readonly number[])[] {
    const groups: number[][] = Array.from({ length: this.unknowns.count }, () => []);
    this.unknowns.of.forEach((unknown, unit) => (unknown < 0 ? undefined : groups[unknown]?.push(unit)));
    return groups;
  }

  /** @param cells all figures of this publication and the earlier ones, shown or not; `conceal` takes one away */
  static async facing(cells: readonly PublishedCell[]): Promise<Adversary> {
    const unknowns = unknownsOf(cells);
    return new Adversary(await SolverModel.open(equations(cells, unknowns)), cells, unknowns);
  }

  conceal(cell: number): void {
    this.model.limit(cell, -Infinity, Infinity);
  }

  /** What is answered while these cells do not stand either. */
  async without<Answer>(cells: readonly number[], ask: () => Promise<Answer>): Promise<Answer> {
    const own = [...this.worlds];
    for (const cell of cells) this.conceal(cell);
    const answer = await ask();
    for (const cell of cells) {
      const count = this.cells[cell]?.units.length ?? 0;
      this.model.limit(cell, count, count);
    }
    this.worlds = own;
    return answer;
  }

  /** The range of a sum over units in the worlds found so far. */
  seen(units: readonly number[]): Range {
    const among = unknownsAmong(units, this.unknowns);
    const sums = this.worlds.map((counts) => among.reduce((sum, unknown) => sum + (counts[unknown] ?? 0), 0));
    return { least: Math.min(...sums), most: Math.max(...sums), pinnedBy: [], whole: true };
  }

  /** The range of a sum over units; both ends are values that are truly possible. Not known: a range without ends, which is never safe. */
  async rangeOf(units: readonly number[]): Promise<Range> {
    const asked = new Set(unknownsAmong(units, this.unknowns));
    const [below, above] = [await this.solved(asked, -1), await this.solved(asked, 1)];
    const pins = this.cells.filter((_, cell) => Math.abs(below.duals[cell] ?? 0) > SLIGHT || Math.abs(above.duals[cell] ?? 0) > SLIGHT);
    return { least: Math.ceil(below.value - SLIGHT), most: Math.floor(above.value + SLIGHT), pinnedBy: pins.map(({ id }) => id), whole: [below, above].every(({ counts }) => counts.every(isWhole)) };
  }

  /** A possible world in which these unknowns together are as many as they can be, and what says that they are no more. */
  async mostOf(unknowns: ReadonlySet<number>): Promise<Ceiling> {
    const { value, duals, counts } = await this.solved(unknowns, 1);
    const weight = new Float64Array(this.unknowns.count);
    const pins = this.cells.filter((_, cell) => Math.abs(duals[cell] ?? 0) > SLIGHT);
    this.cells.forEach(({ units }, cell) => {
      const dual = duals[cell] ?? 0;
      if (Math.abs(dual) > SLIGHT) for (const unknown of unknownsAmong(units, this.unknowns)) weight[unknown] = (weight[unknown] ?? 0) + dual;
    });
    const groups = [...weight.keys()].filter((unknown) => (weight[unknown] ?? 0) > SLIGHT);
    return { most: value, counts, groups, threshold: Math.max(0, ...pins.map(({ threshold }) => threshold)) };
  }

  close(): Promise<void> {
    return this.model.close();
  }

  private keep(world: Float64Array): void {
    if (this.worlds.length === MOST_WORLDS) this.worlds.splice(1, 1); // never the true one
    this.worlds.push(world);
  }

  /** As many (1) or as few (-1) of these together as can be; a value of NaN where it was not proved in time. */
  private async solved(unknowns: ReadonlySet<number>, sense: 1 | -1): Promise<{ value: number } & Pick<Solution, 'duals' | 'counts'>> {
    const costs = new Float64Array(this.unknowns.count);
    for (const unknown of unknowns) costs[unknown] = -sense;
    const { optimal, feasible, least, duals, counts } = await this.model.solve({ costs, seconds: SECONDS });
    if (feasible && counts.every(isWhole)) this.keep(counts.map(Math.round));
    return { value: optimal ? -sense * least : NaN, duals: duals.map((dual) => -sense * dual), counts };
  }
}

const isWhole = (count: number): boolean => Math.abs(count - Math.round(count)) < SLIGHT;

function equations(cells: readonly PublishedCell[], unknowns: Unknowns): ModelData {
  const starts = [0];
  const indices: number[] = [];
  for (const { units } of cells) {
    indices.push(...unknownsAmong(units, unknowns));
    starts.push(indices.length);
  }
  const counts = cells.map(({ units }) => units.length);
  return {
    ...{ numCols: unknowns.count, numRows: cells.length },
    ...{ colCost: new Float64Array(unknowns.count), colLower: new Float64Array(unknowns.count), colUpper: new Float64Array(unknowns.count).fill(UNLIMITED) },
    ...{ rowLower: counts, rowUpper: counts },
    matrix: { format: 'csr', numRows: cells.length, numCols: unknowns.count, starts, indices, values: new Float64Array(indices.length).fill(1) },
  };
}
