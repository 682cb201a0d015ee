import type { ReportedByMonth, ReportedByRegion, ReportedCell, ReportedFigures } from './reported-detentions.view.js';

/** Adds up figures of different incidents. One open upper end leaves the sum open. */
export const addedUp = (figures: readonly ReportedFigures[]): ReportedFigures => ({
  incidents: sum(figures.map((one) => one.incidents)),
  counted: sum(figures.map((one) => one.counted)),
  atLeast: sum(figures.map((one) => one.atLeast)),
  atMost: figures.some((one) => one.atMost === null) ? null : sum(figures.map((one) => one.atMost ?? 0)),
});

export function byMonth(cells: readonly ReportedCell[]): ReportedByMonth[] {
  const rows = grouped(cells, (cell) => cell.month).map(([month, own]) => ({ month, ...addedUp(own) }));
  return rows.sort((a, b) => last(a.month, b.month) ?? (a.month ?? '').localeCompare(b.month ?? ''));
}

export function byRegion(cells: readonly ReportedCell[]): ReportedByRegion[] {
  const rows = grouped(cells, (cell) => cell.regionCode).map(([regionCode, own]) => ({ regionCode, ...addedUp(own) }));
  return rows.sort(
    (a, b) => last(a.regionCode, b.regionCode) ?? (b.atLeast - a.atLeast || (a.regionCode ?? '').localeCompare(b.regionCode ?? '')),
  );
}

/** What is not known stands last. */
function last(a: string | null, b: string | null): number | null {
  return a === null || b === null ? Number(a === null) - Number(b === null) : null;
}

function grouped(cells: readonly ReportedCell[], keyOf: (cell: ReportedCell) => string | null): [string | null, ReportedCell[]][] {
  const groups = new Map<string | null, ReportedCell[]>();
  for (const cell of cells) {
    const own = groups.get(keyOf(cell));
    if (own) own.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
