import { addCalendarDays, calendarDaysBetween, dayText, readDay } from '../kernel/time/public.js';
import { moved } from './months.js';

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The period before, as long: whole months before whole months, else as many days. null: there is no such day. */
export function periodBefore({ from, to }: Days): Days | null {
  const [first, last] = [readDay(from), readDay(to)];
  if (!first || !last || from > to) return null;
  const after = addCalendarDays(last, 1);
  if (first.day === 1 && after.day === 1) {
    const months = (after.year - first.year) * 12 + after.month - first.month;
    return { from: `${moved(from.slice(0, 7), -months)}-01`, to: dayText(addCalendarDays(first, -1)) };
  }
  const length = calendarDaysBetween(first, last) + 1;
  return { from: dayText(addCalendarDays(first, -length)), to: dayText(addCalendarDays(first, -1)) };
}
