import { addCalendarDays, dayText, readDay } from '../kernel/time/public.js';
import { UNKNOWN, type Dimension } from './dimension.js';
import { moved } from './months.js';
import type { Spread } from './spread.js';
import { Sums } from './sums.js';

/** Rows of a table beyond these are one row, "others". */
export const MOST_MEMBERS = 100;
export const OTHERS = '*others';

/** Members of a dimension in the order they are shown; what is not known stands last. Those of which nothing is said are left out. */
export function membersOf(dimension: Dimension | null, found: Sums): string[] {
  if (!dimension) return found.names;
  const tail = found.told(UNKNOWN) ? [UNKNOWN] : [];
  const known = found.names.filter((member) => member !== UNKNOWN && found.told(member));
  if (typeof dimension.order !== 'string') {
    const { order } = dimension;
    if (dimension.named.by === 'hour') return [...hoursTold(order, known), ...tail];
    return [...(dimension.between && known.length > 0 ? order : order.filter((member) => known.includes(member))), ...tail];
  }
  if (dimension.order === 'size') return [...bySize(known, found), ...tail];
  return [...withGaps(known.sort(), dimension.named.by), ...tail];
}

function bySize(known: readonly string[], found: Sums): string[] {
  const weighed = known.map((member) => ({ member, weight: found.weight(member) }));
  return weighed.sort((a, b) => b.weight - a.weight || (a.member < b.member ? -1 : 1)).map(({ member }) => member);
}

/** From the first hour of which something is told to the last. */
const hoursTold = (order: readonly string[], known: readonly string[]): readonly string[] =>
  known.length === 0 ? [] : order.slice(order.findIndex((hour) => known.includes(hour)), order.findLastIndex((hour) => known.includes(hour)) + 1);

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

/** The members of a table that are shown each by itself: of too many the smallest become one. */
export function shownOf(members: readonly string[]): readonly string[] {
  const known = members.filter((member) => member !== UNKNOWN);
  if (known.length <= MOST_MEMBERS) return members;
  return [...known.slice(0, MOST_MEMBERS), OTHERS, ...members.filter((member) => member === UNKNOWN)];
}

/** A table with the rows that are shown: all others are one. */
export function folded(table: Spread, shown: readonly string[]): Spread {
  if (!shown.includes(OTHERS)) return table;
  const own = new Set([...shown, UNKNOWN]);
  const measures = table.total.length;
  const rows = new Sums(measures);
  const cells = table.cells && new Map<string, Sums>();
  for (const row of table.rows.names) {
    const to = own.has(row) ? row : OTHERS;
    rows.addAll(rows.place(to), table.rows, table.rows.place(row));
    const from = table.cells?.get(row);
    if (!cells || !from) continue;
    const into = cells.get(to) ?? new Sums(measures);
    cells.set(to, into);
    for (const column of from.names) into.addAll(into.place(column), from, from.place(column));
  }
  return { ...table, rows, cells };
}
