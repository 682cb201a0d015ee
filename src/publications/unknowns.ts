import type { PublishedCell } from './published-cell.js';

/** What figures do not tell: units that lie in the same cells everywhere are one unknown, for no figure tells them apart. */
export interface Unknowns {
  readonly count: number;
  /** By unit; below zero: in no figure at all. */
  readonly of: readonly number[];
  /** How many each truly is. */
  readonly truth: Int32Array;
}

export function unknownsOf(cells: readonly PublishedCell[]): Unknowns {
  const lies: number[][] = [];
  cells.forEach(({ units }, cell) => {
    for (const unit of units) (lies[unit] ??= []).push(cell);
  });
  const numbers = new Map<string, number>();
  const of = Array.from(lies, (where) => {
    if (!where) return -1;
    const key = where.join();
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
  const truth = new Int32Array(numbers.size);
  for (const unknown of of) if (unknown >= 0) truth[unknown] = (truth[unknown] ?? 0) + 1;
  return { count: numbers.size, of, truth };
}

/** Those a group of units is in. */
export const unknownsAmong = (units: readonly number[], unknowns: Unknowns): number[] => [...new Set(units.flatMap((unit) => unknowns.of[unit] ?? []).filter((unknown) => unknown >= 0))];
