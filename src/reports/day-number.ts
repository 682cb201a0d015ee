import { addCalendarDays, calendarDaysBetween, dayText, readDay } from '../kernel/time/public.js';

/** Where a side of a stay is open: sorts before and after every day. */
export const ANY_DAY_BEFORE = '0000-00-00';
export const ANY_DAY_AFTER = '9999-99-99';

/** Days as numbers that sort as they do: 0 for nothing, 1 and the last for an open side. */
const EPOCH = { year: 1800, month: 1, day: 1 };
const BEFORE = 1;
const AFTER = 800_000;

export function numberOfDay(text: string): number {
  if (text === '') return 0;
  if (text === ANY_DAY_BEFORE) return BEFORE;
  if (text === ANY_DAY_AFTER) return AFTER;
  const day = readDay(text);
  return day ? Math.min(AFTER - 1, Math.max(BEFORE + 1, calendarDaysBetween(EPOCH, day) + BEFORE + 1)) : 0;
}

export function dayOfNumber(number: number): string {
  if (number === 0) return '';
  if (number === BEFORE) return ANY_DAY_BEFORE;
  if (number === AFTER) return ANY_DAY_AFTER;
  return dayText(addCalendarDays(EPOCH, number - BEFORE - 1));
}
