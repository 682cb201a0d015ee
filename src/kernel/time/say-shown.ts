import { addMilliseconds, minutesBetween, type Instant } from './instant.js';
import { localParts, offsetMinutes, weekdayOf, type CalendarDay } from './zone.js';
import type { Speech } from './say-words.js';

/** A moment as calendar and clock showed it. */
export interface Shown {
  readonly day: CalendarDay;
  /** "14:30", with seconds only when there are any. */
  readonly clock: string;
  readonly midnight: boolean;
}

export function shownAt(moment: Instant, zone: string): Shown {
  const { year, month, day, hour, minute, second } = localParts(moment, zone);
  const seconds = second ? `:${two(second)}` : '';
  return {
    day: { year, month, day },
    clock: `${two(hour)}:${two(minute)}${seconds}`,
    midnight: hour + minute + second === 0,
  };
}

/** The end of a window; the last millisecond of a day is shown as 24:00 of that day. */
export function shownEnd(moment: Instant, zone: string): Shown {
  return endsDay(moment, zone) ? { ...shownAt(moment, zone), clock: '24:00' } : shownAt(moment, zone);
}

export function endsDay(moment: Instant, zone: string): boolean {
  const { hour, minute, second, millisecond } = localParts(moment, zone);
  return hour === 23 && minute === 59 && second === 59 && millisecond === 999;
}

export const startsDay = (moment: Instant, zone: string): boolean => shownAt(moment, zone).midnight;

export const sameDay = (a: CalendarDay, b: CalendarDay): boolean => a.year === b.year && a.month === b.month && a.day === b.day;

/** The middle of a window: what was said before half an hour was put on both sides. */
export const middleOf = (earliest: Instant, latest: Instant): Instant =>
  addMilliseconds(earliest, (minutesBetween(earliest, latest) * 60_000) / 2);

/** "Sunday 10 January 2021" or "10 Jan 2021" */
export type SayDay = (day: CalendarDay) => string;

export const longDay = (speech: Speech): SayDay => (day) => speech.day(day, weekdayOf(day));

/** "UTC+6", "UTC+5:30", "UTC-4" */
export function offsetText(moment: Instant, zone: string): string {
  const minutes = offsetMinutes(moment, zone);
  if (minutes === 0) return 'UTC';
  const [whole, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${whole}${rest ? `:${two(rest)}` : ''}`;
}

const two = (figure: number): string => String(figure).padStart(2, '0');
