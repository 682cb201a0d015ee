import { addCalendarDays, addDays, addHours, dayText, readDay, weekdayOf, type Instant } from '../kernel/time/public.js';
import type { Days } from './period-before.js';
import type { Every } from './saved-report.entity.js';

type Often = Exclude<Every, ''>;

/** By then the day a file is made of is over everywhere we work: three in the morning, UTC. */
const HOUR = 3;

/** The next time after `now`: the coming night, the night to Monday, or that to the first of a month. */
export function nextAfter(now: Instant, every: Often): Instant {
  let night = addHours(`${now.slice(0, 10)}T00:00:00.000Z` as Instant, HOUR);
  while (night <= now || !falls(night, every)) night = addDays(night, 1);
  return night;
}

function falls(night: Instant, every: Often): boolean {
  const day = readDay(night.slice(0, 10));
  if (every === 'day' || !day) return true;
  return every === 'month' ? day.day === 1 : weekdayOf(day) === 1;
}

/** The day, week or month that had just ended at a time of `nextAfter`. */
export function daysUntil(night: Instant, every: Often): Days {
  const day = readDay(night.slice(0, 10)) ?? { year: 1970, month: 1, day: 2 };
  const last = addCalendarDays(day, -1);
  const first = every === 'day' ? last : every === 'week' ? addCalendarDays(day, -7) : { ...last, day: 1 };
  return { from: dayText(first), to: dayText(last) };
}
