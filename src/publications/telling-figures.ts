import { kernelBasis } from './kernel-basis.js';

/**
 * Of the figures that stand, those that cannot be worked out from the others: only when one of these goes, more becomes possible.
 * @param rows by figure that stands, the unknowns it counts
 * @returns by figure
 */
export function tellingFigures(rows: readonly (readonly number[])[], unknowns: number): boolean[] {
  const countedBy = Array.from({ length: unknowns }, (): number[] => []);
  rows.forEach((row, figure) => row.forEach((unknown) => countedBy[unknown]?.push(figure)));
  const sums = kernelBasis([...new Map(countedBy.map((figures) => [figures.join(), figures])).values()], rows.length);
  return rows.map((_, figure) => sums.every((sum) => sum[figure] === 0));
}
