import { addCalendarDays, dayText, localDate, readDay, type Instant } from '../kernel/time/public.js';
import { among, UNKNOWN, type Dimension, type Standing } from './dimension.js';
import type { Scope } from './scope.js';

/** What is known no nearer than within more days than these stands in the row of what is not known. */
export const MOST_DAYS = 31;

const nowhere: Standing = { sure: [], possible: [] };

/** The days from `first` to `last` that lie in the scope; none when it is not known within a month. */
export function daysBetween(first: string, last: string, { from, to }: Pick<Scope, 'from' | 'to'>): readonly string[] {
  if (first === '' || last === '') return [];
  const [begin, end] = [from && first < from ? from : first, to && last > to ? to : last];
  const days: string[] = [];
  for (let day = readDay(begin); day && dayText(day) <= end; day = addCalendarDays(day, 1)) {
    days.push(dayText(day));
    if (days.length > MOST_DAYS) return [];
  }
  return days;
}

/** A day at the edge of the scope is not the sure one only because the scope ends there. */
export const dayStanding = (first: string, last: string, scope: Scope): Standing => ({
  sure: first === last ? daysBetween(first, last, scope) : [],
  possible: daysBetween(first, last, scope),
});

/** By month, as far as it is one or two neighbours. */
export const monthStanding = (first: string, last: string, scope: Scope): Standing => {
  const months = [...new Set(daysBetween(first, last, scope).map((day) => day.slice(0, 7)))];
  return { sure: first.slice(0, 7) === last.slice(0, 7) ? months : [], possible: months };
};

/** Hours of the day, `00` to `23`. */
export const hours: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

export function hourStanding(first: string, last: string): Standing {
  const [from, to] = [Number(first), Number(last)];
  return first === UNKNOWN || last === UNKNOWN || to < from ? nowhere : among(hours.slice(from, to + 1));
}

export const timeDimensions = (side: 'start' | 'end', prefix: string): Dimension[] => [
  {
    id: `${prefix}day`,
    reads: () => [`${side}_first`, `${side}_last`],
    stand: ([first = '', last = ''], scope) => dayStanding(first, last, scope),
    ...{ named: { by: 'day' }, order: 'key', between: true },
  },
  {
    id: `${prefix}month`,
    reads: () => [`${side}_first`, `${side}_last`],
    stand: ([first = '', last = '']) => monthsStanding(first.slice(0, 7), last.slice(0, 7)),
    ...{ named: { by: 'month' }, order: 'key', between: true },
  },
  {
    id: `${prefix}hour`,
    reads: () => [`${side}_hour_first`, `${side}_hour_last`],
    stand: ([first = '', last = '']) => hourStanding(first, last),
    ...{ named: { by: 'hour' }, order: hours, between: true },
  },
];

/** One month, or two neighbours; further apart it is not known. */
function monthsStanding(first: string, last: string): Standing {
  if (first === UNKNOWN || last === UNKNOWN || first.startsWith('0000') || last.startsWith('9999')) return nowhere;
  if (first === last) return among([first]);
  const next = readDay(`${first}-28`);
  return next && dayText(addCalendarDays(next, 5)).slice(0, 7) === last ? among([first, last]) : nowhere;
}

/** Local days of a moment kept as UTC to the minute, `2021-01-10T05:00`; empty where a side is open. */
export function localDays(earliest: string, latest: string, zone: string): { first: string; last: string } {
  if (zone === '' || (earliest === '' && latest === '')) return { first: '', last: '' };
  const day = (minute: string, open: string): string => (minute === '' ? open : localDate(`${minute}:00.000Z` as Instant, zone));
  const first = day(earliest, '0000-00-00');
  return { first, last: latest === earliest ? first : day(latest, '9999-99-99') };
}
