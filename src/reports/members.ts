import { addCalendarDays, dayText, readDay } from '../kernel/time/public.js';
import { UNKNOWN, type Dimension } from './dimension.js';
import { nothing, plus, type Figure } from './measure.js';
import { moved } from './months.js';
import type { Spread } from './spread.js';

/** Rows of a table beyond these are one row, "others". */
export const MOST_MEMBERS = 100;
export const OTHERS = '*others';

type Figures = readonly Figure[];

/** Members of a dimension in the order they are shown; what is not known stands last. Those of which nothing is said are left out. */
export function membersOf(dimension: Dimension | null, found: ReadonlyMap<string, Figures>): string[] {
  const told = (member: string): boolean => (found.get(member) ?? []).some(({ most }) => most !== 0);
  const tail = told(UNKNOWN) ? [UNKNOWN] : [];
  if (!dimension) return [...found.keys()];
  const known = [...found.keys()].filter((member) => member !== UNKNOWN && told(member));
  if (typeof dimension.order !== 'string') {
    const { order } = dimension;
    if (dimension.named.by === 'hour') return [...hoursTold(order, known), ...tail];
    return [...(dimension.between && known.length > 0 ? order : order.filter((member) => known.includes(member))), ...tail];
  }
  if (dimension.order === 'size') return [...bySize(known, found), ...tail];
  return [...withGaps(known.sort(), dimension.named.by), ...tail];
}

function bySize(known: readonly string[], found: ReadonlyMap<string, Figures>): string[] {
  const weights = new Map(known.map((member) => [member, weight(found.get(member))]));
  return known.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** From the first hour of which something is told to the last. */
const hoursTold = (order: readonly string[], known: readonly string[]): readonly string[] =>
  known.length === 0 ? [] : order.slice(order.findIndex((hour) => known.includes(hour)), order.findLastIndex((hour) => known.includes(hour)) + 1);

const weight = (figures: Figures | undefined): number => {
  const [first = nothing] = figures ?? [];
  return first.least + (first.most ?? first.least);
};

/** Days and months between the first and the last, so that a quiet one is seen as such; not over a span too long to be read. */
function withGaps(known: readonly string[], by: string): readonly string[] {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || (by !== 'day' && by !== 'month')) return known;
  const all: string[] = [];
  for (let one = first; one <= last && all.length <= MOST_MEMBERS; one = next(one, by)) all.push(one);
  return all.length > MOST_MEMBERS ? known : all;
}

function next(one: string, by: 'day' | 'month'): string {
  if (by === 'month') return moved(one, 1);
  const day = readDay(one);
  return day ? dayText(addCalendarDays(day, 1)) : '9999-99-99';
}

/** A table with too many rows: the smallest become one. */
export function folded(table: Spread, members: readonly string[]): { table: Spread; members: readonly string[] } {
  const known = members.filter((member) => member !== UNKNOWN);
  if (known.length <= MOST_MEMBERS) return { table, members };
  const small = new Set(known.slice(MOST_MEMBERS));
  const rows = new Map<string, Figures>();
  const cells = new Map<string, Map<string, Figures>>();
  for (const [row, figures] of table.rows) {
    const to = small.has(row) ? OTHERS : row;
    rows.set(to, together(rows.get(to), figures));
    const own = cells.get(to) ?? new Map<string, Figures>();
    for (const [column, cell] of table.cells.get(row) ?? []) own.set(column, together(own.get(column), cell));
    cells.set(to, own);
  }
  const kept = members.filter((member) => !small.has(member) && member !== UNKNOWN);
  return { table: { ...table, rows, cells }, members: [...kept, OTHERS, ...members.filter((member) => member === UNKNOWN)] };
}

const together = (a: Figures | undefined, b: Figures): Figures => (a ? a.map((one, n) => plus(one, b[n] ?? nothing)) : b);
