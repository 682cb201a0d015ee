import { addCalendarDays, daysIn, readDay, type CalendarDay, type Instant } from '../kernel/time/public.js';

/** One month by the clocks of one zone: what lies between both ends, inclusive, lies in it. */
export interface LocalMonth {
  readonly zone: string;
  /** `2018-05` */
  readonly month: string;
  readonly first: Instant;
  readonly last: Instant;
}

/** A month of UTC in which something is known of a zone. */
export interface SeenMonth {
  readonly zone: string;
  /** `2018-05` */
  readonly month: string;
}

/** The local months that moments in these months of UTC can fall into: each one, the one before and the one after. */
export function localMonths(seen: readonly SeenMonth[]): LocalMonth[] {
  const asked = new Map<string, SeenMonth>();
  for (const { zone, month } of seen) {
    for (const near of [moved(month, -1), month, moved(month, 1)]) asked.set(`${zone} ${near}`, { zone, month: near });
  }
  return [...asked.values()].flatMap(({ zone, month }) => {
    const first = readDay(`${month}-01`);
    const next = readDay(`${moved(month, 1)}-01`);
    if (!first || !next) return [];
    return [{ zone, month, first: startOf(zone, first), last: daysIn(zone, addCalendarDays(next, -1)).latest }];
  });
}

const startOf = (zone: string, day: CalendarDay): Instant => daysIn(zone, day).earliest;

/** `moved('2018-12', 1)` is `2019-01`. */
export function moved(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + by;
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`;
}
