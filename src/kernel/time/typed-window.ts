import type { Bounds } from './bounds.js';
import { dateOf, type TypedContext } from './typed-calendar.js';
import { reachOf } from './typed-bounds.js';
import { Unreadable } from './typed-fault.js';
import { hasDate, hasDay, hasHour, type TypedMoment } from './typed-moment.js';
import { addCalendarDays, type CalendarDay } from './zone.js';

/** A window that would pass midnight and last longer than this is taken for a slip. */
const LONGEST_NIGHT_MINUTES = 12 * 60;

/**
 * The bounds of "between A and B". What one side leaves out of the date it takes from the other.
 * With hours alone, a B earlier than A is on the next day: 23:30-00:45.
 */
export function windowOf(a: TypedMoment, b: TypedMoment, context: TypedContext): Pick<Bounds, 'earliest' | 'latest' | 'precision'> {
  const endNamesDay = hasDay(b);
  share(a, b);
  const first = reachOf(a, dateOf(a, context), context.zone);
  const lastDate = dateOf(b, context);
  let last = reachOf(b, lastDate, context.zone);
  if (last.latest < first.earliest) {
    if (!passesMidnight(a, b) || endNamesDay) throw new Unreadable('time.reversed');
    const nextDay = addCalendarDays(lastDate as CalendarDay, 1);
    last = reachOf(b, nextDay, context.zone);
  }
  return { earliest: first.earliest, latest: last.latest, precision: 'between' };
}

function share(a: TypedMoment, b: TypedMoment): void {
  if (a.side === 'before' || a.side === 'after' || a.unknown || b.unknown) throw new Unreadable('time.unreadable');
  if (hasHour(a) !== hasHour(b)) throw new Unreadable('time.unreadable');
  fill(a, b);
  fill(b, a);
}

function fill(moment: TypedMoment, from: TypedMoment): void {
  if (!hasDate(moment)) {
    Object.assign(moment, { year: from.year, month: from.month, day: from.day, daysAgo: from.daysAgo });
    return;
  }
  if (moment.daysAgo !== null) return;
  moment.year ??= from.year;
  if (moment.day !== null) moment.month ??= from.month;
}

function passesMidnight(a: TypedMoment, b: TypedMoment): boolean {
  if (a.seconds === null || b.seconds === null) return false;
  const minutes = (b.seconds - a.seconds) / 60 + 24 * 60;
  return minutes <= LONGEST_NIGHT_MINUTES;
}
