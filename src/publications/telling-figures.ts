import { kernelBasis } from './kernel-basis.js';

/** What the others give is not reckoned out of more: it would keep everybody waiting. */
const MOST = 500;

/**
 * Of the figures that stand, those that cannot be worked out from the others: only when one of these goes, more becomes possible.
 * @param rows by figure that stands, the unknowns it counts
 * @returns by figure; of very many, all
 */
export function tellingFigures(rows: readonly (readonly number[])[], unknowns: number): boolean[] {
  if (rows.length > MOST) return rows.map(() => true);
  const countedBy = Array.from({ length: unknowns }, (): number[] => []);
  rows.forEach((row, figure) => row.forEach((unknown) => countedBy[unknown]?.push(figure)));
  const sums = kernelBasis([...new Map(countedBy.map((figures) => [figures.join(), figures])).values()], rows.length);
  return rows.map((_, figure) => sums.every((sum) => sum[figure] === 0));
}
