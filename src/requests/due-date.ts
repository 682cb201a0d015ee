import { daysIn, daysInMonth, localParts, type CalendarDay, type Instant } from '../kernel/time/public.js';

/** Regulation 2016/679 (GDPR), article 12(3): one month, and two further months where that is necessary. Needs legal review. */
export const ONE_MONTH = 1;
export const EXTENDED_BY = 2;
export const deadlineRule = Object.freeze({ article: 'GDPR 12(3)', months: ONE_MONTH, extension: EXTENDED_BY, needsLegalReview: true });

/**
 * The end of the day that bears the number of the day of receipt, some months later; the last day of the month where it has no
 * such day (Regulation 1182/71, article 3(2)(c)). Counted in the zone of the office.
 */
export function dueAfter(received: Instant, months: number, zone: string): Instant {
  const { year, month, day } = localParts(received, zone);
  const last: CalendarDay = { year: year + Math.floor((month - 1 + months) / 12), month: ((month - 1 + months) % 12) + 1, day: 1 };
  return daysIn(zone, { ...last, day: Math.min(day, daysInMonth(last.year, last.month)) }).latest;
}
