import type { Highs, Model, ModelData } from 'highs';
import type { PublishedCell } from './published-cell.js';
import { solverLoaded } from './solver.js';

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
const SECONDS = 10;
/** Worlds of whole people are looked for until no other can be much farther off: each that is found is possible, and the best takes long. */
const CLOSE_ENOUGH = 0.2;

/**
 * Somebody who reads every figure that stands, of all publications together, as equations over what is not told: the units
 * that lie in the same cells everywhere are one unknown, a whole number not below zero. Only combinations that occur are
 * unknowns; whoever knows less than that has more possibilities, so every range here is as narrow as theirs or narrower.
 * Linear programming by HiGHS.
 */
export class Adversary {
  private constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly cells: readonly PublishedCell[],
    private readonly unknownOf: readonly number[],
    private readonly unknowns: number,
  ) {}

  /** Units that no figure tells apart, unknown by unknown. */
  get groups(): readonly (readonly number[])[] {
    const groups: number[][] = Array.from({ length: this.unknowns }, () => []);
    this.unknownOf.forEach((unknown, unit) => (unknown < 0 ? undefined : groups[unknown]?.push(unit)));
    return groups;
  }

  /**
   * @param cells all figures of this publication and the earlier ones, shown or not; `conceal` takes one away
   * @param whole counts only whole numbers as possible: slower, and the last word
   */
  static async facing(cells: readonly PublishedCell[], whole: boolean): Promise<Adversary> {
    const highs = await solverLoaded();
    const { unknownOf, unknowns } = unknownsOf(cells);
    const model = highs.createModel(equations(cells, unknownOf, unknowns, whole));
    model.options.set({ output_flag: false, time_limit: SECONDS, mip_rel_gap: CLOSE_ENOUGH });
    return new Adversary(highs, model, cells, unknownOf, unknowns);
  }

  conceal(cell: number): void {
    this.model.changeRowBounds(cell, -this.highs.infinity, this.highs.infinity);
  }

  reveal(cell: number): void {
    const count = this.cells[cell]?.units.length ?? 0;
    this.model.changeRowBounds(cell, count, count);
  }

  /** The range of a sum over units; both ends are values that are truly possible. Not known: a range without ends, which is never safe. */
  rangeOf(units: readonly number[]): Range {
    this.ask(new Set(units.map((unit) => this.unknownOf[unit] ?? -1)));
    const { minimize, maximize } = this.highs.constants.objectiveSense;
    const [below, above] = [this.solved(minimize), this.solved(maximize)];
    const pins = this.cells.filter((_, cell) => Math.abs(below.duals[cell] ?? 0) > SLIGHT || Math.abs(above.duals[cell] ?? 0) > SLIGHT);
    return { least: Math.ceil(below.value - SLIGHT), most: Math.floor(above.value + SLIGHT), pinnedBy: pins.map(({ id }) => id), whole: [below, above].every(({ counts }) => counts.every(isWhole)) };
  }

  /** A possible world in which these unknowns together are as many as they can be, and what says that they are no more. */
  mostOf(unknowns: ReadonlySet<number>): Ceiling {
    this.ask(unknowns);
    const { value, duals, counts } = this.solved(this.highs.constants.objectiveSense.maximize);
    const weight = new Float64Array(this.unknowns);
    const pins = this.cells.filter((_, cell) => Math.abs(duals[cell] ?? 0) > SLIGHT);
    this.cells.forEach(({ units }, cell) => {
      const dual = duals[cell] ?? 0;
      if (Math.abs(dual) > SLIGHT) for (const unknown of new Set(units.map((unit) => this.unknownOf[unit] ?? -1))) weight[unknown] = (weight[unknown] ?? 0) + dual;
    });
    const groups = [...weight.keys()].filter((unknown) => (weight[unknown] ?? 0) > SLIGHT);
    return { most: value, counts, groups, threshold: Math.max(0, ...pins.map(({ threshold }) => threshold)) };
  }

  close(): void {
    this.model.dispose();
  }

  private ask(unknowns: ReadonlySet<number>): void {
    const costs = new Float64Array(this.unknowns);
    for (const unknown of unknowns) if (unknown >= 0) costs[unknown] = 1;
    this.model.changeColsCost({ kind: 'range', from: 0, to: this.unknowns - 1 }, costs);
  }

  /** NaN where no answer was found in time. */
  private solved(sense: Parameters<Model['changeObjectiveSense']>[0]): { readonly value: number; readonly duals: Float64Array; readonly counts: Float64Array } {
    this.model.changeObjectiveSense(sense);
    this.model.zeroAllClocks();
    this.model.run();
    const { rowDual, colValue } = this.model.getSolution();
    const found = this.model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    return { value: found ? this.model.getObjectiveValue() : NaN, duals: rowDual, counts: colValue };
  }
}

const isWhole = (count: number): boolean => Math.abs(count - Math.round(count)) < SLIGHT;

/** Units in the same cells cannot be told apart by any figure. */
function unknownsOf(cells: readonly PublishedCell[]): { unknownOf: number[]; unknowns: number } {
  const lies: number[][] = [];
  cells.forEach(({ units }, cell) => {
    for (const unit of units) (lies[unit] ??= []).push(cell);
  });
  const numbers = new Map<string, number>();
  const unknownOf = Array.from(lies, (where) => {
    if (!where) return -1; // in no figure at all
    const key = where.join();
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
  return { unknownOf, unknowns: numbers.size };
}

function equations(cells: readonly PublishedCell[], unknownOf: readonly number[], unknowns: number, whole: boolean): ModelData {
  const starts = [0];
  const indices: number[] = [];
  for (const { units } of cells) {
    indices.push(...new Set(units.map((unit) => unknownOf[unit] ?? -1)));
    starts.push(indices.length);
  }
  const counts = cells.map(({ units }) => units.length);
  return {
    ...{ numCols: unknowns, numRows: cells.length },
    ...{ colCost: new Float64Array(unknowns), colLower: new Float64Array(unknowns), colUpper: new Float64Array(unknowns).fill(UNLIMITED) },
    ...{ rowLower: counts, rowUpper: counts },
    matrix: { format: 'csr', numRows: cells.length, numCols: unknowns, starts, indices, values: new Float64Array(indices.length).fill(1) },
    ...(whole ? { integrality: new Int32Array(unknowns).fill(1) } : {}),
  };
}
