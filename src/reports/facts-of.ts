import { startOf, stayEndOf, type CustodyPeriod, type DetentionEvent } from '../detentions/public.js';
import { figuresOf } from '../durations/public.js';
import { boundsOf } from '../kernel/db/public.js';
import { durationOf, firstOf, localParts, dayText, notComputable, unionOf, type Bounds, type Instant, type MinMax } from '../kernel/time/public.js';
import { ANY_DAY_AFTER, ANY_DAY_BEFORE, type DetentionFact } from './detention-fact.entity.js';

/** Goes up whenever the same record would give other facts. */
export const factMethod = '1';

type PeriodFacts = Pick<CustodyPeriod, 'id' | 'kind' | 'account' | 'start' | 'end' | 'withdrawn' | 'placeId'>;
type EventFacts = Pick<DetentionEvent, 'id' | 'kind' | 'account' | 'at' | 'withdrawn' | 'placeId'>;

/** Kinds of events that count as one thing recorded. */
const recorded = {
  protocol: ['detention_protocol_drawn'],
  rightsExplained: ['rights_explained'],
  charged: ['charged_admin', 'suspected_criminal'],
  beforeJudge: ['brought_before_judge'],
  relativesTold: ['relatives_notified'],
  lawyerRequested: ['lawyer_requested'],
  lawyerAdmitted: ['lawyer_admitted', 'lawyer_private_meeting'],
  lawyerDenied: ['lawyer_denied'],
  medicalRequested: ['medical_requested'],
  medicalDone: ['medical_exam_done'],
  medicalRefused: ['medical_refused'],
  illTreatment: ['ill_treatment_reported'],
  injury: ['injury_recorded'],
  deprived: ['food_water_denied', 'toilet_denied', 'warmth_denied'],
} as const satisfies Partial<Record<keyof DetentionFact, readonly string[]>>;

const STREET = 'street_containment';

/** The facts of one detention, over all accounts. @param zone of a stay of which no moment is known */
export function factsOf(detentionId: string, all: { periods: readonly PeriodFacts[]; events: readonly EventFacts[] }, now: Instant, zone: string): DetentionFact {
  const periods = all.periods.filter(({ withdrawn }) => !withdrawn);
  const events = all.events.filter(({ withdrawn }) => !withdrawn);
  const start = startOf(periods, events);
  const end = stayEndOf(periods, events);
  const figures = figuresOf(periods, events, now);
  const grows = figures?.open === true;
  const rings = periods.filter(({ kind }) => kind === STREET);
  const told = (kinds: readonly string[]): number => Number(events.some(({ kind }) => kinds.includes(kind)));
  const [held, unrecorded, ring] = [figures?.total ?? notComputable, figures?.unrecorded ?? notComputable, ringOf(rings, end, now)];
  const wait = waitOf(events, start, now);
  return {
    ...{ detentionId, zone: start?.zone ?? zone, placeId: firstPlace(periods, events), facilityId: facilityOf(periods) },
    ...named('start', start),
    ...named('end', end),
    ...{ heldMin: held.min, heldMax: grows ? null : held.max, unrecordedMin: unrecorded.min, unrecordedMax: grows ? null : unrecorded.max },
    ...{ ring: Number(rings.length > 0 || told(['contained']) === 1), ringMin: ring.min, ringMax: ring.max },
    ...{ lawyerWaitMin: wait.min, lawyerWaitMax: wait.max },
    ...(Object.fromEntries(Object.entries(recorded).map(([name, kinds]) => [name, told(kinds)])) as Record<keyof typeof recorded, number>),
  };
}

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
  const [from, until] = [first(recorded.lawyerRequested) ?? start, first(recorded.lawyerAdmitted)];
  return from && until ? durationOf({ start: from, end: until }, now) : notComputable;
}

const inOrder = (a: PeriodFacts, b: PeriodFacts): number => ((a.start.earliest ?? '~') < (b.start.earliest ?? '~') ? -1 : 1);

const firstPlace = (periods: readonly PeriodFacts[], events: readonly EventFacts[]): string | null =>
  [...periods].sort(inOrder).find(({ placeId }) => placeId)?.placeId ?? events.find(({ placeId, kind }) => placeId && ['contained', 'apprehended'].includes(kind))?.placeId ?? null;

const facilityOf = (periods: readonly PeriodFacts[]): string | null =>
  [...periods].sort(inOrder).find(({ placeId, kind }) => placeId && ![STREET, 'in_transport'].includes(kind))?.placeId ?? null;

type Side = 'start' | 'end';

const named = <S extends Side>(side: S, bounds: Bounds | null) => {
  const { first, last, hourFirst, hourLast } = daysOf(bounds);
  return { [`${side}First`]: first, [`${side}Last`]: last, [`${side}HourFirst`]: hourFirst, [`${side}HourLast`]: hourLast } as Pick<
    DetentionFact,
    `${S}First` | `${S}Last` | `${S}HourFirst` | `${S}HourLast`
  >;
};

/** On the clocks of the place; an hour only where the day is one. */
function daysOf(bounds: Bounds | null): { first: string; last: string; hourFirst: number; hourLast: number } {
  if (!bounds || (!bounds.earliest && !bounds.latest)) return { first: '', last: '', hourFirst: -1, hourLast: -1 };
  const [from, to] = [bounds.earliest, bounds.latest].map((at) => (at ? localParts(at, bounds.zone) : null));
  const [first, last] = [from ? dayText(from) : ANY_DAY_BEFORE, to ? dayText(to) : ANY_DAY_AFTER];
  return first === last ? { first, last, hourFirst: from?.hour ?? -1, hourLast: to?.hour ?? -1 } : { first, last, hourFirst: -1, hourLast: -1 };
}
