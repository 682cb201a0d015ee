import type { ModelData } from 'highs';
import { kernelBasis } from './kernel-basis.js';
import { nearUnknowns } from './near-unknowns.js';
import { shortened } from './short-basis.js';
import type { Unknowns } from './unknowns.js';
import { movesOf, type Move } from './world-walk.js';

/** Some unknowns, how many each truly is, and what may change among them while the figures that stand stay as they are. */
export interface Neighbourhood {
  /** The unknowns by place. */
  readonly unknowns: readonly number[];
  /** By place. */
  readonly truth: Int32Array;
  /** By figure that stands, the places it counts. */
  readonly rows: readonly (readonly number[])[];
  readonly basis: readonly Float64Array[];
  readonly moves: readonly Move[];
}

/** @param rows by figure that stands, the unknowns it counts */
export async function neighbourhoodOf(group: readonly number[], rows: readonly (readonly number[])[], { count, truth }: Pick<Unknowns, 'count' | 'truth'>): Promise<Neighbourhood> {
  const unknowns = await nearUnknowns(group, rows, { count, truth });
  const places = new Map(unknowns.map((unknown, place) => [unknown, place]));
  const own = rows.map((row) => row.flatMap((unknown) => places.get(unknown) ?? [])).filter((row) => row.length > 0);
  const basis = (await shortened(kernelBasis(own, unknowns.length))).filter((vector) => isKept(own, vector));
  return { unknowns, truth: Int32Array.from(unknowns, (unknown) => truth[unknown] ?? 0), rows: own, basis, moves: movesOf(basis) };
}

const sumOver = (row: readonly number[], counts: Int32Array | Float64Array): number => row.reduce((sum, place) => sum + (counts[place] ?? 0), 0);

const isKept = (rows: readonly (readonly number[])[], vector: Float64Array): boolean => rows.every((row) => sumOver(row, vector) === 0);

/** Nobody fewer than none, and every figure that stands as it is: reckoned in whole numbers, whoever found it. */
export const isWorld = ({ rows, truth }: Pick<Neighbourhood, 'rows' | 'truth'>, counts: Int32Array): boolean =>
  counts.every((count) => count >= 0) && rows.every((row) => sumOver(row, counts) === sumOver(row, truth));

/**
 * The worlds of a neighbourhood in other coordinates: how often each change is made (Aardal, Hurkens and Lenstra, 2000). Of the
 * equations only "not below nought" is left, and branch and bound finds in a second what it does not find in minutes over people.
 */
export function inChanges({ basis, truth }: Neighbourhood): ModelData {
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  truth.forEach((_, place) => {
    basis.forEach((vector, n) => {
      const by = vector[place] ?? 0;
      if (by === 0) return;
      indices.push(n);
      values.push(by);
    });
    starts.push(indices.length);
  });
  return {
    ...{ numCols: basis.length, numRows: truth.length },
    ...{ colCost: new Float64Array(basis.length), colLower: new Float64Array(basis.length).fill(-Infinity), colUpper: new Float64Array(basis.length).fill(Infinity) },
    ...{ rowLower: Float64Array.from(truth, (count) => -count), rowUpper: new Float64Array(truth.length).fill(Infinity) },
    matrix: { format: 'csr', numRows: truth.length, numCols: basis.length, starts, indices, values },
    integrality: new Int32Array(basis.length).fill(1),
  };
}
