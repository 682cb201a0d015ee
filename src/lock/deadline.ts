import type { OpenHours } from '../kernel/settings/public.js';
import { addHours, addMinutes, laterOf, localParts, minutesBetween, type Instant } from '../kernel/time/public.js';

/** When a server locks itself unless somebody checks in; null when it does not. Opening it counts as a check-in. */
export function deadline(hours: number, openedAt: Instant, checkedInAt: Instant | null): Instant | null {
  if (hours === 0) return null;
  return addHours(checkedInAt ? laterOf(openedAt, checkedInAt) : openedAt, hours);
}

/** Whether a moment lies within the hours in which the server is meant to be open, in the installation's zone. */
export function isOpenAt(moment: Instant, { days, minutes }: OpenHours, zone: string): boolean {
  const { weekday, hour, minute } = localParts(moment, zone);
  const ofDay = hour * 60 + minute;
  return weekday >= days[0] && weekday <= days[1] && ofDay >= minutes[0] && ofDay < minutes[1];
}

/** Hours come back every week, so more than a week tells nothing new. */
const WEEK_MINUTES = 7 * 24 * 60;

/** Whether the hours ended between two moments, also while the machine slept. Before they begin nothing has ended. */
export function hoursEnded(from: Instant, to: Instant, hours: OpenHours, zone: string): boolean {
  const minutes = Math.min(WEEK_MINUTES, Math.ceil(minutesBetween(from, to)));
  let within = isOpenAt(from, hours, zone);
  for (let minute = 1; minute <= minutes; minute += 1) {
    const moment = addMinutes(from, minute);
    const now = isOpenAt(moment < to ? moment : to, hours, zone);
    if (within && !now) return true;
    within = now;
  }
  return false;
}
