import { boundsOf } from '../kernel/db/public.js';
import { firstOf, lastOf, laterOf, minutesBetween, toldTogether, type Bounds, type Instant } from '../kernel/time/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { Account, CustodyPeriod } from './custody-period.entity.js';
import type { DetentionEvent } from './detention-event.entity.js';

type PeriodFacts = Pick<CustodyPeriod, 'id' | 'kind' | 'account' | 'start' | 'end' | 'withdrawn'>;
type EventFacts = Pick<DetentionEvent, 'id' | 'kind' | 'account' | 'at' | 'withdrawn'>;

/** Where a stay stands as of the last contact. Computed, never stored: a stored flag would one day contradict the dates. */
export type CustodyStatus =
  | 'held_confirmed'
  | 'held_presumed'
  | 'released'
  | 'whereabouts_unknown'
  | 'died'
  | 'unknown';

export interface StatusAsOf {
  readonly status: CustodyStatus;
  /** The last moment any source speaks of; null when none gives a time. */
  readonly asOf: Instant | null;
}

/** How long after the last word of somebody held we still call it confirmed. A working choice, not law: docs/glossary.md. */
const CONFIRMED_HOURS = 24;

const endsStay = (kind: string): boolean => codedValue('event-kinds', kind)?.ends_stay === true;
const opensStay = (kind: string): boolean => codedValue('event-kinds', kind)?.opens_stay === true;
const isDeath = (kind: string): boolean => kind.startsWith('died');

const standing = <T extends { withdrawn: boolean }>(rows: readonly T[]): T[] => rows.filter((row) => !row.withdrawn);

/**
 * When the stay began: the earliest opening moment that the best account gives. Observed comes before media and media
 * before official, because the papers of the authorities are what the others are compared with.
 */
export function startOf(periods: readonly PeriodFacts[], events: readonly EventFacts[], account?: Account): Bounds | null {
  const order: readonly Account[] = account ? [account] : ['observed', 'media', 'official'];
  for (const one of order) {
    const moments = [
      ...standing(periods).filter((period) => period.account === one).map((period) => boundsOf(period.start)),
      ...openings(standing(events).filter((event) => event.account === one && opensStay(event.kind))),
    ].filter((moment) => moment !== null);
    const first = firstOf(moments);
    if (first) return first;
  }
  return null;
}

/** What several sources tell of one kind of opening event, such as the apprehension, is one moment. */
function openings(events: readonly EventFacts[]): (Bounds | null)[] {
  const kinds = [...new Set(events.map((event) => event.kind))];
  return kinds.map((kind) => toldTogether(events.filter((event) => event.kind === kind).flatMap((event) => boundsOf(event.at) ?? [])));
}

/**
 * When the stay ended by the events that end stays; null while there is none. Sources of one account that give different
 * hours are all kept: the bounds span them. An unknown release stays unknown.
 */
export function endOf(events: readonly EventFacts[], account?: Account): Bounds | null {
  const order: readonly Account[] = account ? [account] : ['observed', 'media', 'official'];
  for (const one of order) {
    const ends = standing(events).filter((event) => event.account === one && endsStay(event.kind));
    const end = toldTogether(ends.map((event) => boundsOf(event.at)).filter((moment) => moment !== null));
    if (end) return end;
  }
  return null;
}

/**
 * When the stay ended: by an event that ends stays, else with its last period if all of them end. null: nobody tells of
 * an end, so the person may still be held.
 */
export function stayEndOf(periods: readonly PeriodFacts[], events: readonly EventFacts[], account?: Account): Bounds | null {
  const told = endOf(events, account);
  if (told) return told;
  const ends = standing(periods).filter((period) => !account || period.account === account).map((period) => boundsOf(period.end));
  return ends.includes(null) ? null : lastOf(ends.filter((end) => end !== null));
}

/** @param now decides only between confirmed and presumed. */
export function statusOf(periods: readonly PeriodFacts[], events: readonly EventFacts[], now: Instant): StatusAsOf {
  const told = standing(events);
  const asOf = lastWordOf(periods, events, now);
  if (told.some((event) => isDeath(event.kind))) return { status: 'died', asOf };
  if (told.some((event) => endsStay(event.kind))) return { status: 'released', asOf };
  const lost = latestOf(told, 'whereabouts_unknown');
  const found = latestOf(told, 'located');
  if (lost && !(found && found >= lost)) return { status: 'whereabouts_unknown', asOf };
  if (!startOf(periods, events) || !asOf) return { status: 'unknown', asOf };
  const open = standing(periods).some((period) => !period.end.precision);
  if (!open && standing(periods).length > 0) return { status: 'unknown', asOf };
  return { status: hoursBetween(asOf, now) <= CONFIRMED_HOURS ? 'held_confirmed' : 'held_presumed', asOf };
}

/** The last moment until `now` that any source speaks of; null when none gives a time. Until then a stay without an end is certain. */
export function lastWordOf(periods: readonly PeriodFacts[], events: readonly EventFacts[], now: Instant): Instant | null {
  const told = [...standing(events).map((event) => event.at), ...standing(periods).flatMap((period) => [period.start, period.end])];
  return told
    // Of a moment that is only bounded, no more than its earliest time is certain to have come.
    .map((columns) => columns.earliest ?? columns.latest)
    .filter((moment): moment is Instant => moment !== null && moment <= now)
    .reduce<Instant | null>((latest, moment) => (latest ? laterOf(latest, moment) : moment), null);
}

function latestOf(events: readonly EventFacts[], kind: string): Instant | null {
  const moments = events.filter((event) => event.kind === kind).map((event) => event.at.latest ?? event.at.earliest);
  return moments.reduce<Instant | null>((latest, one) => (one && (!latest || one > latest) ? one : latest), null);
}

const hoursBetween = (from: Instant, to: Instant): number => minutesBetween(from, to) / 60;
