import { startOf, type Account, type CustodyPeriod, type DetentionEvent } from '../detentions/public.js';
import { boundsOf } from '../kernel/db/public.js';
import { contradicts, durationOf, gapMinutes, overlapOf, type Bounds, type Instant, type MinMax } from '../kernel/time/public.js';
import { codedValue } from '../vocabularies/public.js';

type PeriodFacts = Pick<CustodyPeriod, 'id' | 'kind' | 'account' | 'placeId' | 'sourceId' | 'start' | 'end' | 'withdrawn'>;
type EventFacts = Pick<DetentionEvent, 'id' | 'kind' | 'account' | 'sourceId' | 'at' | 'withdrawn'>;

/** One saying that takes part in a finding. */
export interface Statement {
  readonly account: Account;
  readonly sourceId: string | null;
  /** Event kind or kind of custody period. */
  readonly kind: string;
  readonly at: Bounds;
}

/**
 * `told_differently`: one moment, sayings that cannot all be true. `gap`: custody of one account that says nothing between two
 * places. `overlap`: one account has the person at two places at once. `impossible_order`: what presupposes custody lies
 * outside of it, or an end before its start.
 */
export interface Finding {
  readonly rule: 'told_differently' | 'gap' | 'overlap' | 'impossible_order';
  /** Of `told_differently`: `stay_begins`, `stay_ends` or an event kind; of the others the later kind. */
  readonly about: string;
  readonly statements: readonly Statement[];
  /** How far apart, how long the gap or the overlap. */
  readonly minutes: MinMax;
}

const standing = <Row extends { withdrawn: boolean }>(rows: readonly Row[]): Row[] => rows.filter((row) => !row.withdrawn);
const has = (kind: string, flag: 'opens_stay' | 'ends_stay' | 'once' | 'in_custody'): boolean => codedValue('event-kinds', kind)?.[flag] === true;
const accounts: readonly Account[] = ['observed', 'media', 'official'];

/** Everything in the record of one stay that does not fit together, by rule. Nothing is decided: sayings are put side by side. */
export function findContradictions(allPeriods: readonly PeriodFacts[], allEvents: readonly EventFacts[], now: Instant): Finding[] {
  const [periods, events] = [standing(allPeriods), standing(allEvents)];
  const sayings = events.flatMap((event) => sayingOf(event) ?? []);
  return [
    ...differently('stay_begins', beginnings(periods, events)),
    ...differently('stay_ends', sayings.filter(({ kind }) => has(kind, 'ends_stay'))),
    ...onceKinds(sayings),
    ...accounts.flatMap((account) => betweenPeriods(periods.filter((period) => period.account === account), now)),
    ...outOfOrder(periods, events, sayings),
  ];
}

function sayingOf({ account, sourceId, kind, at }: EventFacts): Statement | null {
  const bounds = boundsOf(at);
  return bounds && (bounds.earliest ?? bounds.latest) !== null ? { account, sourceId, kind, at: bounds } : null;
}

/** The beginning as each account has it. */
const beginnings = (periods: readonly PeriodFacts[], events: readonly EventFacts[]): Statement[] =>
  accounts.flatMap((account) => {
    const at = startOf(periods, events, account);
    const teller = [...events.filter((one) => has(one.kind, 'opens_stay')), ...periods].find((one) => one.account === account);
    return at ? [{ account, sourceId: teller?.sourceId ?? null, kind: 'stay_begins', at }] : [];
  });

/** What happens once in a stay; openings of different accounts are compared as the beginning already. */
function onceKinds(sayings: readonly Statement[]): Finding[] {
  const kinds = [...new Set(sayings.map(({ kind }) => kind))].filter((kind) => has(kind, 'once') && !has(kind, 'ends_stay'));
  return kinds.flatMap((kind) => {
    const told = sayings.filter((one) => one.kind === kind);
    if (!has(kind, 'opens_stay')) return differently(kind, told);
    return accounts.flatMap((account) => differently(kind, told.filter((one) => one.account === account)));
  });
}

function differently(about: string, told: readonly Statement[]): Finding[] {
  const pairs = told.flatMap((one, place) => told.slice(place + 1).map((other) => [one.at, other.at] as const));
  const apart = pairs.filter(([one, other]) => contradicts(one, other));
  if (apart.length === 0) return [];
  const min = Math.max(...apart.map(([one, other]) => gapMinutes(one, other)));
  return [{ rule: 'told_differently', about, statements: told, minutes: { min, max: null } }];
}

/** Gaps and overlaps of one account's periods. */
function betweenPeriods(periods: readonly PeriodFacts[], now: Instant): Finding[] {
  const spans = periods
    .flatMap((period) => {
      const start = boundsOf(period.start);
      return start ? [{ period, start, end: boundsOf(period.end) }] : [];
    })
    .sort((a, b) => ((a.start.earliest ?? a.start.latest ?? '') < (b.start.earliest ?? b.start.latest ?? '') ? -1 : 1));
  return spans.flatMap((one, place): Finding[] => {
    const next = spans[place + 1];
    const statements = next ? [periodStatement(one.period, one.end ?? one.start), periodStatement(next.period, next.start)] : [];
    const gap = next && one.end ? durationOf({ start: one.end, end: next.start }, now) : null;
    const gaps: Finding[] = next && gap && (gap.min ?? 0) > 0 ? [{ rule: 'gap', about: next.period.kind, statements, minutes: gap }] : [];
    const others = spans.slice(place + 1).filter((other) => other.period.kind !== one.period.kind || other.period.placeId !== one.period.placeId);
    const overlaps = others.flatMap((other): Finding[] => {
      const minutes = one.end && other.end ? overlapOf(one, other, now) : { min: null, max: null };
      const both = [periodStatement(one.period, one.start), periodStatement(other.period, other.start)];
      return (minutes.min ?? 0) > 0 ? [{ rule: 'overlap', about: other.period.kind, statements: both, minutes }] : [];
    });
    return [...gaps, ...overlaps];
  });
}

const periodStatement = ({ account, sourceId, kind }: PeriodFacts, at: Bounds): Statement => ({ account, sourceId, kind, at });

/** What presupposes custody, certainly before its beginning or after its end as the same account has them; an end before its start. */
function outOfOrder(periods: readonly PeriodFacts[], events: readonly EventFacts[], sayings: readonly Statement[]): Finding[] {
  const reversed = periods.flatMap((period): Finding[] => {
    const [start, end] = [boundsOf(period.start), boundsOf(period.end)];
    return start && end ? before(periodStatement(period, end), periodStatement(period, start)) : [];
  });
  const outside = accounts.flatMap((account) => {
    const start = startOf(periods, events, account);
    const ends = sayings.filter((one) => one.account === account && has(one.kind, 'ends_stay'));
    const inside = sayings.filter((one) => one.account === account && has(one.kind, 'in_custody'));
    const begin: Statement | null = start ? { account, sourceId: null, kind: 'stay_begins', at: start } : null;
    return [
      ...(begin ? [...inside, ...ends].flatMap((one) => before(one, begin)) : []),
      ...(ends.length === 1 ? inside.flatMap((one) => (ends[0] ? before(ends[0], one) : [])) : []),
    ];
  });
  const decided = sayings.filter(({ kind }) => kind === 'appeal_decided').flatMap((late) => sayings.filter(({ kind }) => kind === 'appeal_lodged').flatMap((early) => before(late, early)));
  return [...reversed, ...outside, ...decided];
}

/** A finding when `later`, which cannot come first, certainly lies before `earlier`. */
function before(later: Statement, earlier: Statement): Finding[] {
  if (later.at.latest === null || earlier.at.earliest === null || later.at.latest >= earlier.at.earliest) return [];
  return [{ rule: 'impossible_order', about: later.kind, statements: [earlier, later], minutes: { min: gapMinutes(later.at, earlier.at), max: null } }];
}
