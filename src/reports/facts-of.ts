import type { DetentionClock } from '../clocks/public.js';
import { startOf, stayEndOf, type CustodyPeriod, type Detention, type DetentionEvent } from '../detentions/public.js';
import { figuresOf } from '../durations/public.js';
import type { FollowUpAction } from '../follow-ups/public.js';
import type { Individual } from '../individuals/public.js';
import { boundsOf } from '../kernel/db/public.js';
import { durationOf, firstOf, localParts, dayText, notComputable, unionOf, type Bounds, type Instant, type MinMax } from '../kernel/time/public.js';
import { ANY_DAY_AFTER, ANY_DAY_BEFORE } from './day-number.js';
import { flags, type Flag, type StayFacts } from './stay-card.js';

/** Goes up whenever the same record would give other facts. */
export const factMethod = '3';

type PeriodFacts = Pick<CustodyPeriod, 'id' | 'kind' | 'account' | 'start' | 'end' | 'withdrawn' | 'placeId'>;
type EventFacts = Pick<DetentionEvent, 'id' | 'kind' | 'account' | 'at' | 'withdrawn' | 'placeId'>;

/** Kinds of events that count as one thing recorded. */
const recorded = {
  protocol: ['detention_protocol_drawn'],
  rights_explained: ['rights_explained'],
  charged: ['charged_admin', 'suspected_criminal'],
  before_judge: ['brought_before_judge'],
  relatives_told: ['relatives_notified'],
  lawyer_requested: ['lawyer_requested'],
  lawyer_admitted: ['lawyer_admitted', 'lawyer_private_meeting'],
  lawyer_denied: ['lawyer_denied'],
  medical_requested: ['medical_requested'],
  medical_done: ['medical_exam_done'],
  medical_refused: ['medical_refused'],
  ill_treatment: ['ill_treatment_reported'],
  injury: ['injury_recorded'],
  deprived: ['food_water_denied', 'toilet_denied', 'warmth_denied'],
} as const satisfies Record<Exclude<Flag, 'ring' | 'complained'>, readonly string[]>;

/** Tasks that are a complaint against what was done, whatever became of it. */
const complaints: readonly string[] = ['complaint', 'complaint_prosecutor', 'complaint_ill_treatment'];

const STREET = 'street_containment';

/** All that the facts of a detention are made of. */
export interface OfDetention {
  readonly stay: Pick<Detention, 'kind' | 'authorityKind' | 'outcome' | 'regionCode' | 'incidentId' | 'countedAtLeast' | 'countedAtMost'>;
  readonly person: Pick<Individual, 'sex' | 'roles' | 'bornEarliest' | 'bornLatest' | 'minor'> | null;
  readonly periods: readonly PeriodFacts[];
  readonly events: readonly EventFacts[];
  readonly clocks: readonly Pick<DetentionClock, 'pack' | 'ruleId' | 'against' | 'settled' | 'conditional'>[];
  readonly tasks: readonly Pick<FollowUpAction, 'kind'>[];
}

/** The facts of one detention, over all accounts. */
export function factsOf({ stay, person, clocks, tasks, ...all }: OfDetention, now: Instant): StayFacts {
  const periods = all.periods.filter(({ withdrawn }) => !withdrawn);
  const events = all.events.filter(({ withdrawn }) => !withdrawn);
  const end = stayEndOf(periods, events);
  const start = startOf(periods, events);
  const figures = figuresOf(periods, events, now);
  const grows = figures?.open === true;
  const rings = periods.filter(({ kind }) => kind === STREET);
  const told = (kinds: readonly string[]): boolean => events.some(({ kind }) => kinds.includes(kind));
  const has = (flag: Flag): boolean => {
    if (flag === 'ring') return rings.length > 0 || told(['contained']);
    return flag === 'complained' ? tasks.some(({ kind }) => complaints.includes(kind)) : told(recorded[flag]);
  };
  const [held, unrecorded, ring] = [figures?.total ?? notComputable, figures?.unrecorded ?? notComputable, ringOf(rings, end, now)];
  const wait = waitOf(events, start, now);
  return {
    ...{ ...named('start', start), ...named('end', end) },
    ...{ held_min: held.min, held_max: grows ? null : held.max, unrecorded_min: unrecorded.min, unrecorded_max: grows ? null : unrecorded.max },
    ...{ ring_min: ring.min, ring_max: ring.max, lawyer_wait_min: wait.min, lawyer_wait_max: wait.max },
    flags: flags.filter(has),
    ...{ counted_least: stay.countedAtLeast, counted_most: stay.countedAtMost },
    ...{ region: stay.regionCode, kind: stay.kind, authority: stay.authorityKind, outcome: stay.outcome },
    ...{ place: firstPlace(periods, events), facility: facilityOf(periods), incident_of: stay.incidentId },
    ...{ sex: person?.sex ?? null, roles: person ? JSON.stringify(person.roles) : null, born_earliest: person?.bornEarliest ?? null, born_latest: person?.bornLatest ?? null },
    ...{ minor: person?.minor === true ? 'yes' : person?.minor === false ? 'no' : null, clocks: statesOf(clocks) },
  };
}

/** A rule that only may apply cannot be said to be exceeded; a step nobody recorded may still come or may not have been written down. */
const statesOf = (clocks: OfDetention['clocks']): string =>
  clocks
    .filter(({ against }) => against === 'authorities')
    .map(({ pack, ruleId, settled, conditional }) => `${pack} ${ruleId} ${settled === '' || (settled === 'exceeds' && conditional) ? 'may_exceed' : settled}`)
    .sort()
    .join('\n');

/** Time in the cordon, told by several counted once; without an end of its own until the stay ends. */
function ringOf(rings: readonly PeriodFacts[], stayEnd: Bounds | null, now: Instant): MinMax {
  const spans = rings.flatMap(({ start, end }) => {
    const from = boundsOf(start);
    return from ? [{ start: from, end: boundsOf(end) ?? stayEnd }] : [];
  });
  if (spans.length === 0) return notComputable;
  const { min, max } = unionOf(spans, now);
  return { min, max: spans.some(({ end }) => end === null) ? null : max };
}

function waitOf(events: readonly EventFacts[], start: Bounds | null, now: Instant): MinMax {
  const first = (kinds: readonly string[]): Bounds | null => firstOf(events.filter(({ kind }) => kinds.includes(kind)).flatMap(({ at }) => boundsOf(at) ?? []));
  const [from, until] = [first(recorded.lawyer_requested) ?? start, first(recorded.lawyer_admitted)];
  return from && until ? durationOf({ start: from, end: until }, now) : notComputable;
}

const inOrder = (a: PeriodFacts, b: PeriodFacts): number => ((a.start.earliest ?? '~') < (b.start.earliest ?? '~') ? -1 : 1);

const firstPlace = (periods: readonly PeriodFacts[], events: readonly EventFacts[]): string | null =>
  [...periods].sort(inOrder).find(({ placeId }) => placeId)?.placeId ?? events.find(({ placeId, kind }) => placeId && ['contained', 'apprehended'].includes(kind))?.placeId ?? null;

const facilityOf = (periods: readonly PeriodFacts[]): string | null =>
  [...periods].sort(inOrder).find(({ placeId, kind }) => placeId && ![STREET, 'in_transport'].includes(kind))?.placeId ?? null;

type Side = 'start' | 'end';
type Named<S extends Side> = Pick<StayFacts, `${S}_first` | `${S}_last` | `${S}_hour_first` | `${S}_hour_last`>;

const named = <S extends Side>(side: S, bounds: Bounds | null): Named<S> => {
  const { first, last, hourFirst, hourLast } = daysOf(bounds);
  return { [`${side}_first`]: first, [`${side}_last`]: last, [`${side}_hour_first`]: hourFirst, [`${side}_hour_last`]: hourLast } as unknown as Named<S>;
};

/** On the clocks of the place; an hour only where the day is one. */
function daysOf(bounds: Bounds | null): { first: string; last: string; hourFirst: number | null; hourLast: number | null } {
  if (!bounds || (!bounds.earliest && !bounds.latest)) return { first: '', last: '', hourFirst: null, hourLast: null };
  const [from, to] = [bounds.earliest, bounds.latest].map((at) => (at ? localParts(at, bounds.zone) : null));
  const [first, last] = [from ? dayText(from) : ANY_DAY_BEFORE, to ? dayText(to) : ANY_DAY_AFTER];
  return first === last ? { first, last, hourFirst: from?.hour ?? null, hourLast: to?.hour ?? null } : { first, last, hourFirst: null, hourLast: null };
}
