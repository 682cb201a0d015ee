import type { KeepRule } from '../kernel/settings/public.js';
import { addCalendarDays, dayText, localDate, localParts, type Instant } from '../kernel/time/public.js';

/** A backup as the rule sees it. */
export interface Aged {
  readonly id: string;
  readonly made: Instant;
}

/**
 * Which of the backups stay: the newest ones, and the newest of each of the latest days, weeks and months that have one, by
 * the calendar of the office. The newest and the last verified one always stay.
 * @param backups the newest first
 */
export function kept(backups: readonly Aged[], rule: KeepRule, zone: string, verified: string | null): ReadonlySet<string> {
  const stay = new Set<string>(backups.slice(0, Math.max(1, rule.last)).map(({ id }) => id));
  if (verified) stay.add(verified);
  const each: readonly (readonly [number, (made: Instant) => string])[] = [
    [rule.daily, (made) => dayOf(made, zone)],
    [rule.weekly, (made) => weekOf(made, zone)],
    [rule.monthly, (made) => dayOf(made, zone).slice(0, 7)],
  ];
  for (const [count, spanOf] of each) {
    const spans = new Set<string>();
    for (const { id, made } of backups) {
      const span = spanOf(made);
      if (spans.has(span) || spans.size >= count) continue;
      spans.add(span);
      stay.add(id);
    }
  }
  return new Set(backups.filter(({ id }) => stay.has(id)).map(({ id }) => id));
}

const dayOf = (made: Instant, zone: string): string => localDate(made, zone);

/** The Monday of the week. */
function weekOf(made: Instant, zone: string): string {
  const day = localParts(made, zone);
  return dayText(addCalendarDays(day, 1 - day.weekday));
}
