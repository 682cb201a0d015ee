import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../kernel/settings/public.js';
import { addCalendarDays, daysIn, daysInMonth, localParts, type Instant } from '../kernel/time/public.js';

/** Which people a class covers; each is one SQL condition in `selected.ts`. */
export type Selects = 'all_cases_closed' | 'in_no_case' | 'volunteer_without_follow_up' | 'all_cases_unfounded' | 'all_cases_duplicate';

/** How long something is kept, and why. Data with a citation, not code; a lawyer has to look at it. */
export interface RetentionClass {
  readonly id: string;
  /** `erasure`: a list for two people to agree to. `review`: a person looks. `nothing`: it is kept. */
  readonly proposes: 'erasure' | 'review' | 'nothing';
  /** ISO 8601, whole years or days; null: without an end. */
  readonly period: string | null;
  readonly starts: string;
  readonly selects?: Selects;
  /** The rule it stands on and why, in each language of the product. */
  readonly ground: Readonly<Record<'en' | 'ru' | 'kk', string>>;
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
}

interface ClassSet {
  readonly set: string;
  readonly version: string;
  readonly needs_legal_review: boolean;
  readonly classes: readonly RetentionClass[];
}

export const retentionSet = JSON.parse(readFileSync(join(projectRoot(), 'retention-classes', 'default.json'), 'utf8')) as ClassSet;

/** The classes from which people are proposed for erasure. */
export const erasingClasses = retentionSet.classes.filter((one): one is RetentionClass & { selects: Selects; period: string } => one.proposes === 'erasure');

/** What was last touched before this moment is past its time: the beginning of the day a period ago, on the calendar of the office. */
export function before(period: string, now: Instant, zone: string): Instant {
  const match = /^P(\d+)([YD])$/.exec(period);
  if (!match) throw new Error(`a retention class has a period this product does not read: ${period}`);
  const [count, unit] = [Number(match[1]), match[2]];
  const today = localParts(now, zone);
  if (unit === 'D') return daysIn(zone, addCalendarDays(today, -count)).earliest;
  const year = today.year - count;
  return daysIn(zone, { year, month: today.month, day: Math.min(today.day, daysInMonth(year, today.month)) }).earliest;
}
