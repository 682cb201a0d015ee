import { addCalendarDays, addMinutes, daysIn, localDate, readDay, type Bounds, type Instant } from '../kernel/time/public.js';
import type { Rule } from './rule-pack.js';

type Limit = NonNullable<Rule['limit']>;

/** The length of a limit in minutes; a calendar day counts as 24 hours. */
export const limitMinutes = ({ value, unit }: Limit): number => value * (unit === 'h' ? 60 : 24 * 60);

/**
 * Between which moments the time runs out. Hours run from the minute of the start. Of calendar days nobody has
 * confirmed whether the first one counts, so the deadline lies between the ends of both days, by the clocks of the place.
 */
export function deadlineOf(start: Bounds, limit: Limit): Bounds {
  const { zone } = start;
  const [earliest, latest] =
    limit.unit === 'h'
      ? [moved(start.earliest, limit), moved(start.latest, limit)]
      : [endOfDay(start.earliest, zone, limit.value - 1), endOfDay(start.latest, zone, limit.value)];
  const precision = earliest !== null && earliest === latest ? 'exact' : latest === null ? 'after' : earliest === null ? 'before' : 'between';
  return { earliest, latest, precision, zone, asSaid: null };
}

const moved = (from: Instant | null, limit: Limit): Instant | null => (from === null ? null : addMinutes(from, limitMinutes(limit)));

function endOfDay(from: Instant | null, zone: string, days: number): Instant | null {
  const day = from === null ? null : readDay(localDate(from, zone));
  return day ? daysIn(zone, addCalendarDays(day, days)).latest : null;
}
