import type { Bounds, Precision } from './bounds.js';
import { dayPartMinutes, type DayPart } from './day-parts.js';
import { addMilliseconds, addMinutes, type Instant } from './instant.js';
import { dateOf, type TypedContext, type TypedDate } from './typed-calendar.js';
import { Unreadable } from './typed-fault.js';
import { hasHour, type TypedMoment } from './typed-moment.js';
import { daysIn, daysInMonth, localMoments, type CalendarDay } from './zone.js';

/**
 * "About 14:30" is 14:00 to 15:00. People who did not look at a clock round to the hour or the half hour, so the true
 * moment is up to half an hour away. It is our reading, not the source's: the echo names both ends, and who knows
 * better types "between".
 */
export const ABOUT_MINUTES = 30;

/** What a moment comes to, before "before" and "after" open one of its sides. */
interface Reach {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly precision: Precision;
}

type Ends = Pick<Bounds, 'earliest' | 'latest' | 'precision'>;

/** The bounds of one typed moment. */
export function endsOf(moment: TypedMoment, context: TypedContext): Ends {
  const date = dateOf(moment, context);
  const reach = reachOf(moment, date, context.zone);
  if (moment.side === null) return reach;
  const withHour = hasHour(moment);
  const named = moment.dayBeforeSide || !namesDay(moment);
  const day = withHour && named ? wholeDate(date, context.zone) : null;
  if (moment.side === 'before' || moment.side === 'by') {
    return { earliest: day?.earliest ?? null, latest: upTo(moment, reach), precision: 'before' };
  }
  return { earliest: startingFrom(moment, reach), latest: day?.latest ?? null, precision: 'after' };
}

const namesDay = (moment: TypedMoment): boolean => moment.day !== null || moment.daysAgo !== null;

/** "Before 10 January" ends with the 9th and "before the evening" as the evening begins; "by" includes what it names. */
function upTo(moment: TypedMoment, reach: Reach): Instant {
  if (moment.side === 'by' || moment.seconds !== null) return reach.latest;
  return moment.part === null ? addMilliseconds(reach.earliest, -1) : reach.earliest;
}

function startingFrom(moment: TypedMoment, reach: Reach): Instant {
  if (moment.side === 'since' || moment.seconds !== null) return reach.earliest;
  return moment.part === null ? addMilliseconds(reach.latest, 1) : reach.latest;
}

/** The moment without its "before" or "after". */
export function reachOf(moment: TypedMoment, date: TypedDate, zone: string): Reach {
  if (!hasHour(moment)) {
    if (moment.about) throw new Unreadable('time.too_vague');
    return wholeDate(date, zone);
  }
  const { year, month, day } = date;
  if (month === null || day === null) throw new Unreadable('time.needs_date');
  return moment.seconds === null ? partReach(moment, { year, month, day }, zone) : clockReach(moment, { year, month, day }, zone);
}

function wholeDate({ year, month, day }: TypedDate, zone: string): Reach {
  const first = { year, month: month ?? 1, day: day ?? 1 };
  const lastMonth = month ?? 12;
  const last = { year, month: lastMonth, day: day ?? daysInMonth(year, lastMonth) };
  return { ...daysIn(zone, first, last), precision: day !== null ? 'day' : month !== null ? 'month' : 'year' };
}

function clockReach({ seconds, part, about }: TypedMoment, day: CalendarDay, zone: string): Reach {
  const at = seconds ?? 0;
  if (part !== null && !isIn(part, at / 60)) throw new Unreadable('time.ambiguous');
  const { earliest, latest } = localMoments(day, at * 1000, zone);
  if (!about) return { earliest, latest, precision: 'exact' };
  return { earliest: addMinutes(earliest, -ABOUT_MINUTES), latest: addMinutes(latest, ABOUT_MINUTES), precision: 'about' };
}

/** "Evening, 7:00" may be a slip for 19:00 or for the morning: the hour has to lie in the named part of the day. */
function isIn(part: DayPart, minute: number): boolean {
  const [from, to] = dayPartMinutes[part];
  return minute >= from && minute <= to;
}

function partReach({ part, about }: TypedMoment, day: CalendarDay, zone: string): Reach {
  if (about) throw new Unreadable('time.too_vague');
  const [from, to] = dayPartMinutes[part ?? 'daytime'];
  const first = localMoments(day, from * 60_000, zone).earliest;
  const last = localMoments(day, to * 60_000, zone).latest;
  return { earliest: first, latest: to === 24 * 60 ? addMilliseconds(last, -1) : last, precision: 'part_of_day' };
}
