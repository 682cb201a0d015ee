import type { Highs, Model, ModelData } from 'highs';
import type { PublishedCell } from './published-cell.js';
import { solverLoaded } from './solver.js';

/** What somebody who holds all publications can narrow a quantity down to. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** Cells without which the range would be wider. */
  readonly pinnedBy: readonly string[];
}

/** More than any count: a quantity no figure limits. */
const UNLIMITED = 1_000_000;
const SLIGHT = 1e-6;

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

  /**
   * @param cells all figures of this publication and the earlier ones, shown or not; `conceal` takes one away
   * @param whole counts only whole numbers as possible: slower, and the last word
   */
  static async facing(cells: readonly PublishedCell[], whole: boolean): Promise<Adversary> {
    const highs = await solverLoaded();
    const { unknownOf, unknowns } = unknownsOf(cells);
    const model = highs.createModel(equations(cells, unknownOf, unknowns, whole));
    model.options.set({ output_flag: false, time_limit: 10 });
    return new Adversary(highs, model, cells, unknownOf, unknowns);
  }

  conceal(cell: number): void {
    this.model.changeRowBounds(cell, -this.highs.infinity, this.highs.infinity);
  }

  /** The range of a sum over units; both ends are values that are truly possible. */
  rangeOf(units: readonly number[]): Range {
    const costs = new Float64Array(this.unknowns);
    for (const unit of units) costs[this.unknownOf[unit] ?? 0] = 1;
    this.model.changeColsCost({ kind: 'range', from: 0, to: this.unknowns - 1 }, costs);
    const { minimize, maximize } = this.highs.constants.objectiveSense;
    const [least, below] = this.solved(minimize);
    const [most, above] = this.solved(maximize);
    const pins = this.cells.filter((_, cell) => Math.abs(below[cell] ?? 0) > SLIGHT || Math.abs(above[cell] ?? 0) > SLIGHT);
    return { least: Math.ceil(least - SLIGHT), most: Math.floor(most + SLIGHT), pinnedBy: pins.map(({ id }) => id) };
  }

  close(): void {
    this.model.dispose();
  }

  private solved(sense: Parameters<Model['changeObjectiveSense']>[0]): [number, Float64Array] {
    this.model.changeObjectiveSense(sense);
    this.model.zeroAllClocks();
    this.model.run();
    return [this.model.getObjectiveValue(), this.model.getSolution().rowDual];
  }
}

/** Units in the same cells cannot be told apart by any figure. */
function unknownsOf(cells: readonly PublishedCell[]): { unknownOf: number[]; unknowns: number } {
  const lies: number[][] = [];
  cells.forEach(({ units }, cell) => {
    for (const unit of units) (lies[unit] ??= []).push(cell);
  });
  const numbers = new Map<string, number>();
  const unknownOf = Array.from(lies, (where) => {
    const key = (where ?? []).join();
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
    indices.push(...new Set(units.map((unit) => unknownOf[unit] ?? 0)));
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
