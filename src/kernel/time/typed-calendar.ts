import type { Instant } from './instant.js';
import { Unreadable } from './typed-fault.js';
import { hasDate, hasDay, type TypedMoment } from './typed-moment.js';
import {
  addCalendarDays, calendarDaysBetween, dayExists, localParts, readDay, weekdayOf, type CalendarDay,
} from './zone.js';

/** Where and when the words were typed. */
export interface TypedContext {
  readonly zone: string;
  /** The day that the form is about, `YYYY-MM-DD`: a time without a date is on it. */
  readonly onDate?: string;
  readonly now: Instant;
}

/** A day, a whole month (`day` null) or a whole year (both null). */
export interface TypedDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/**
 * The date of what was typed. Without a date it is `onDate`; without one of those the words are refused.
 * A day without a year is the nearest to `onDate`, else the last one that is not to come: what is recorded has
 * happened. The echo shows the year.
 */
export function dateOf(moment: TypedMoment, context: TypedContext): TypedDate {
  const found = hasDate(moment) ? namedDate(moment, context) : contextDay(context);
  const { year, month, day } = found;
  if (year < 1900 || year > 2100 || (month !== null && (month < 1 || month > 12))) throw new Unreadable('time.impossible_date');
  if (month === null || day === null) {
    if (moment.weekday !== null) throw new Unreadable('time.unreadable');
    return found;
  }
  if (!dayExists({ year, month, day })) throw new Unreadable('time.impossible_date');
  if (moment.weekday !== null && moment.weekday !== weekdayOf({ year, month, day })) throw new Unreadable('time.weekday_mismatch');
  return found;
}

function contextDay({ onDate }: TypedContext): CalendarDay {
  const day = onDate === undefined ? null : readDay(onDate);
  if (!day) throw new Unreadable('time.needs_date');
  return day;
}

function namedDate(moment: TypedMoment, context: TypedContext): TypedDate {
  if (moment.daysAgo !== null) {
    if (moment.day !== null || moment.month !== null || moment.year !== null) throw new Unreadable('time.unreadable');
    return addCalendarDays(localParts(context.now, context.zone), -moment.daysAgo);
  }
  const { year, month, day } = moment;
  if (month === null && hasDay(moment)) throw new Unreadable('time.needs_date');
  if (year !== null) return { year, month, day };
  return { year: likelyYear({ month: month ?? 1, day: day ?? 1 }, context), month, day };
}

function likelyYear({ month, day }: { month: number; day: number }, { zone, onDate, now }: TypedContext): number {
  const near = onDate === undefined ? null : readDay(onDate);
  const today = near ?? localParts(now, zone);
  const years = [today.year + 1, today.year, today.year - 1].filter((year) => dayExists({ year, month, day }));
  const distance = (year: number): number => calendarDaysBetween({ year, month, day }, today);
  if (near) return nearest(years, distance) ?? today.year;
  return years.find((year) => distance(year) >= 0) ?? today.year;
}

const nearest = (years: readonly number[], distance: (year: number) => number): number | undefined =>
  [...years].sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0];
