import type { ModelData } from 'highs';
import { SolverModel } from './solver.js';
import type { Unknowns } from './unknowns.js';

/** So many are reckoned with at once: short changes of more take long to find. */
const MOST = 240;
/** By how many people a group is to be able to grow. */
const MORE = 5;
const SLIGHT = 1e-6;
const SECONDS = 30;

type Rows = readonly (readonly number[])[];

/**
 * A group of unknowns and those most likely to stand for it: the ones that have to change when it grows or goes (as few as can be, by
 * linear programming), and then those that share most figures with it. All others are taken to be as they are: that leaves out worlds, and
 * makes none that is not one.
 * @param rows by figure that stands, the unknowns it counts
 */
export async function nearUnknowns(group: readonly number[], rows: Rows, { count, truth }: Pick<Unknowns, 'count' | 'truth'>): Promise<number[]> {
  if (count <= MOST) return Array.from({ length: count }, (_, unknown) => unknown);
  const own = new Set(group);
  const shared = new Int32Array(count);
  for (const row of rows) {
    if (row.some((unknown) => own.has(unknown))) for (const unknown of row) shared[unknown] = (shared[unknown] ?? 0) + 1;
  }
  const sharing = [...shared.keys()].sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
  return [...new Set([...own, ...(await changing(group, rows, truth)), ...sharing])].slice(0, Math.max(MOST, own.size));
}

/** Which change in the least changes by which the group grows, and by which nothing of it is left, in parts of people. */
async function changing(group: readonly number[], rows: Rows, truth: Int32Array): Promise<number[]> {
  const model = await SolverModel.open(changes([...rows, group], truth));
  try {
    const truly = group.reduce((sum, unknown) => sum + (truth[unknown] ?? 0), 0);
    const found = new Set<number>();
    for (const by of [-truly, MORE]) {
      model.limit(rows.length, by, by);
      const { optimal, counts } = await model.solve({ costs: new Float64Array(2 * truth.length).fill(1), seconds: SECONDS });
      if (optimal) counts.forEach((change, n) => (change > SLIGHT ? found.add(n % truth.length) : undefined));
    }
    return [...found];
  } finally {
    await model.close();
  }
}

/** How many more of each unknown, and then how many fewer; every row stays as it is. */
function changes(rows: Rows, truth: Int32Array): ModelData {
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const row of rows) {
    for (const unknown of row) {
      indices.push(unknown, unknown + truth.length);
      values.push(1, -1);
    }
    starts.push(indices.length);
  }
  const [numCols, numRows] = [2 * truth.length, rows.length];
  return {
    ...{ numCols, numRows, colCost: new Float64Array(numCols), colLower: new Float64Array(numCols), colUpper: Float64Array.from([...truth.map(() => MANY), ...truth]) },
    ...{ rowLower: new Float64Array(numRows), rowUpper: new Float64Array(numRows) },
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  };
}

/** More than any count. */
const MANY = 1_000_000;
