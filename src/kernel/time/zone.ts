import { IANAZone } from 'luxon';
import { instantOf, millisecondsOf, type Instant } from './instant.js';

/** A calendar day without a zone. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

export interface LocalParts extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 1 Monday to 7 Sunday */
  readonly weekday: number;
}

/** The moments a wall clock may mean. */
export interface LocalMoments {
  readonly earliest: Instant;
  readonly latest: Instant;
  /** The clocks jumped over this time; both ends then lie outside the jump. */
  readonly skipped: boolean;
}

const DAY = 86_400_000;
const named = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+$/;
const known = new Set<string>();

/** True for a named IANA zone or `UTC`. Bare offsets are refused: they are right on one date and wrong on another. */
export function zoneExists(zone: string): boolean {
  if (zone === 'UTC' || known.has(zone)) return true;
  if (!named.test(zone) || !IANAZone.isValidZone(zone)) return false;
  known.add(zone); // asking anew costs a tenth of a millisecond; only real zones are kept, so the set stays small
  return true;
}

/** Minutes east of UTC on the clocks of the zone at that moment: Almaty is 360 on 2021-01-10 and 300 on 2025-01-10. */
export const offsetMinutes = (moment: Instant, zone: string): number => offsetAt(millisecondsOf(moment), zone);

/** What calendar and clock showed in the zone at that moment. */
export function localParts(moment: Instant, zone: string): LocalParts {
  const milliseconds = millisecondsOf(moment);
  const shown = new Date(milliseconds + offsetAt(milliseconds, zone) * 60_000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
    weekday: shown.getUTCDay() || 7,
  };
}

/** The calendar day in the zone as `YYYY-MM-DD`. */
export const localDate = (moment: Instant, zone: string): string => dayText(localParts(moment, zone));

/** `2021-01-10T14:30` on the clocks of a zone. */
export function localMinute(moment: Instant, zone: string): string {
  const { hour, minute } = localParts(moment, zone);
  return `${localDate(moment, zone)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * The moments at which the clocks of the zone show the given time of the day.
 * Usually one. A time that came twice (clocks set back) gives both; a time that never came (clocks set forward)
 * gives the readings by the old and by the new clocks, since a witness may have followed either.
 * @param millisecondOfDay may be negative or beyond one day: 24:00 is 00:00 of the next day.
 */
export function localMoments(day: CalendarDay, millisecondOfDay: number, zone: string): LocalMoments {
  const shown = utcMidnight(day) + millisecondOfDay;
  const readings = [shown - DAY, shown + DAY].map((near) => shown - offsetAt(near, zone) * 60_000);
  const fitting = readings.filter((reading) => reading + offsetAt(reading, zone) * 60_000 === shown);
  const meant = fitting.length > 0 ? fitting : readings;
  return {
    earliest: instantOf(Math.min(...meant)),
    latest: instantOf(Math.max(...meant)),
    skipped: fitting.length === 0,
  };
}

/** First and last millisecond of a stretch of whole days in the zone. */
export function daysIn(zone: string, first: CalendarDay, last: CalendarDay = first): { earliest: Instant; latest: Instant } {
  const start = localMoments(first, 0, zone);
  const end = localMoments(last, DAY - 1, zone);
  return { earliest: start.skipped ? start.latest : start.earliest, latest: end.skipped ? end.earliest : end.latest };
}

/** Reads `YYYY-MM-DD`; null when the text is another or the day does not exist. */
export function readDay(text: string): CalendarDay | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return dayExists({ year, month, day }) ? { year, month, day } : null;
}

export const dayText = ({ year, month, day }: CalendarDay): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

export const dayExists = ({ year, month, day }: CalendarDay): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** @param month 1 to 12 */
export const daysInMonth = (year: number, month: number): number => new Date(utcMidnight({ year, month: month + 1, day: 0 })).getUTCDate();

export const addCalendarDays = (day: CalendarDay, days: number): CalendarDay => {
  const moved = new Date(utcMidnight(day) + days * DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** 1 Monday to 7 Sunday */
export const weekdayOf = (day: CalendarDay): number => new Date(utcMidnight(day)).getUTCDay() || 7;

/** Whole days from one calendar day to another. */
export const calendarDaysBetween = (from: CalendarDay, to: CalendarDay): number => (utcMidnight(to) - utcMidnight(from)) / DAY;

const utcMidnight = ({ year, month, day }: CalendarDay): number => Date.UTC(year, month - 1, day);

/** Clocks have been changed on full quarters of an hour since 1972; a page asks for the same few over and over. */
const QUARTER = 900_000;
const SINCE = Date.UTC(1973, 0, 1);
const MOST_KEPT = 5_000;
const offsets = new Map<string, number>();

function offsetAt(milliseconds: number, zone: string): number {
  if (!(milliseconds >= SINCE)) return IANAZone.create(zone).offset(milliseconds);
  const key = `${zone} ${Math.floor(milliseconds / QUARTER)}`;
  const kept = offsets.get(key);
  if (kept !== undefined) return kept;
  const offset = IANAZone.create(zone).offset(milliseconds);
  if (offsets.size >= MOST_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
