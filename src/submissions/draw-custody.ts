import type { Timeline } from '../timeline/public.js';
import { sayMinutes } from '../kernel/time/public.js';
import { regionLabel } from '../places/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { Draw, DrawContext } from './draws.js';
import { english, moment, reported } from './say-english.js';

type Period = Timeline['detention']['periods'][number];
type Event = Timeline['detention']['events'][number];

const lines = (said: readonly (string | null)[]): string | null => said.filter(Boolean).join('\n') || null;
const standing = <One extends { withdrawn: boolean }>(all: readonly One[]): One[] => all.filter(({ withdrawn }) => !withdrawn);
const flagged = (event: Event, flag: string): boolean => codedValue('event-kinds', event.kind)?.[flag] === true;
const placeOf = (timeline: Timeline, { placeId, placeWords = null }: { placeId: string | null; placeWords?: string | null }): string | null =>
  (placeId ? timeline.placeNames.get(placeId) : null) ?? placeWords;

/** What a stay gives, with the bounds and the kind of source of every moment. */
const of = (draw: (timeline: Timeline, context: DrawContext) => string | null): Draw => (context) => (context.timeline ? draw(context.timeline, context) : null);

/** The first moment each account has. */
function beginnings(timeline: Timeline): (Period | Event)[] {
  const { periods, events } = timeline.detention;
  return (['observed', 'media', 'official'] as const).flatMap((account) => {
    const own = <One extends Period | Event>(all: readonly One[]): One[] => standing(all).filter((one) => one.account === account);
    const told = [...own(events).filter((event) => flagged(event, 'opens_stay')), ...own(periods)];
    const dated = told.filter((one) => startOf(one)?.earliest ?? startOf(one)?.latest);
    const [first] = dated.sort((a, b) => ((startOf(a)?.earliest ?? startOf(a)?.latest ?? '') < (startOf(b)?.earliest ?? startOf(b)?.latest ?? '') ? -1 : 1));
    return first ? [first] : [];
  });
}

const startOf = (one: Period | Event) => ('start' in one ? one.start : one.at);

const periodLine = (period: Period, timeline: Timeline, unasked: ReadonlySet<string>): string => {
  const where = [english('custody-period-kinds', period.kind), placeOf(timeline, period)].filter(Boolean).join(', ');
  const from = period.start ? moment(period.start) : 'not known';
  const to = period.end ? moment(period.end) : 'no end is known';
  return `${where}: from ${from}; to ${to} (${reported(period, timeline, unasked)}).`;
};

const eventLine = (event: Event, timeline: Timeline, unasked: ReadonlySet<string>): string => {
  const place = placeOf(timeline, event);
  const words = [event.sourceId ?? '', ...event.moreSourceIds].some((id) => unasked.has(id)) || typeof event.note !== 'string' ? '' : ` As noted: ${event.note}`;
  return `${event.at ? moment(event.at) : 'At a time not known'}: ${english('event-kinds', event.kind)}${place ? `, ${place}` : ''} (${reported(event, timeline, unasked)}).${words}`;
};

const sortedEvents = ({ detention }: Timeline): Event[] => standing(detention.events).sort((a, b) => ((a.at?.earliest ?? '') < (b.at?.earliest ?? '') ? -1 : 1));

const ofKinds = (pattern: RegExp) => of((timeline, { unasked }) => lines(sortedEvents(timeline).filter(({ kind }) => pattern.test(kind)).map((event) => eventLine(event, timeline, unasked))));

/** What certainly exceeds a limit, and of the rest only how long somebody may be held: other terms hang on papers we may not have seen. */
const isTold = ({ state, kind }: Timeline['clocks'][number]): boolean => state === 'exceeds' || (state === 'may_exceed' && kind === 'max_duration');

export const custodyDraws = {
  'arrest.when': of((timeline, { unasked }) => lines(beginnings(timeline).map((one) => {
    const at = startOf(one);
    return at && `${moment(at)} (${reported(one, timeline, unasked)}).`;
  }))),
  'arrest.where': of((timeline) => {
    const [first] = beginnings(timeline);
    return lines([first ? placeOf(timeline, first) : null, regionLabel(timeline.detention.regionCode, 'en') || null]);
  }),
  'arrest.forces': of(({ detention }) => (detention.authorityKind === 'unknown' ? detention.authorityWords : lines([english('authority-kinds', detention.authorityKind), detention.authorityWords && `In the words of the source: ${detention.authorityWords}`]))),
  'arrest.papers': ofKinds(/^(detention_protocol_drawn|copy_of_protocol_given|refused_to_sign|certificate_issued|rights_explained|arrest_order_pronounced)$/),
  'arrest.reasons': of(({ detention }) => (typeof detention.ground === 'string' ? `As stated by the authorities: ${detention.ground}` : null)),
  'arrest.law': ofKinds(/^(charged_admin|suspected_criminal)$/),
  'custody.duration': of(({ figures }) => (figures ? `${sayMinutes(figures.total, 'en')}${figures.open ? ', counted until now: no end is known' : ''}, computed from the bounds of its beginning and end.` : null)),
  'custody.places': of((timeline, { unasked }) => lines(standing(timeline.detention.periods).map((period) => periodLine(period, timeline, unasked)))),
  'custody.rulings': ofKinds(/^(ruling_|remand_|house_arrest|bail|arrest_order|released_by_court)/),
  'custody.account': of((timeline, { unasked }) => lines(sortedEvents(timeline).map((event) => eventLine(event, timeline, unasked)))),
  'custody.unrecorded': of(({ figures }) => (figures && (figures.unrecorded.max ?? 1) > 0 ? `${sayMinutes(figures.unrecorded, 'en')} that people observed and no official paper covers.` : null)),
  'custody.limits': of(({ clocks }) => lines(clocks.filter(isTold).map((clock) => {
    const { cite, state, elapsed, pack, review, onlyIf } = clock;
    const article = `art. ${cite.article}${cite.part ? `, part ${cite.part}` : ''}, ${cite.title}`;
    const how = state === 'exceeds' ? 'exceeds the limit in' : 'may exceed the limit in';
    const condition = onlyIf.length > 0 ? ', depending on facts that are not settled' : '';
    return `${clock.label}: ${how} ${article}${condition}. Counted: ${sayMinutes(elapsed, 'en')}. Rules ${pack}${review === 'needs_legal_review' ? ', needs legal review' : ''}.`;
  }))),
  'custody.differences': of((timeline) => lines(timeline.findings.filter(({ rule }) => rule === 'told_differently').map(({ about, statements, minutes }) => {
    const what = about === 'stay_begins' ? 'When it began' : about === 'stay_ends' ? 'When it ended' : english('event-kinds', about);
    const apart = minutes.min === null ? '' : `, at least ${sayMinutes({ min: minutes.min, max: minutes.min }, 'en')} apart`;
    return `${what} is told differently${apart}: ${statements.map(({ at }) => moment(at)).join('; ')}.`;
  }))),
  'remedies.taken': of((timeline, { unasked }) => lines([
    ...sortedEvents(timeline).filter(({ kind }) => /^(appeal_|court_application|monitor_visit|medical_exam|brought_before)/.test(kind)).map((event) => eventLine(event, timeline, unasked)),
    ...timeline.followUps.filter(({ kind, status }) => status === 'done' && ['appeal', 'complaint', 'complaint_prosecutor', 'complaint_ill_treatment', 'petition', 'review_remand', 'compensation_claim'].includes(kind))
      .map(({ kind, statusAt, outcome }) => `${english('follow-up-kinds', kind)}, done by ${statusAt.slice(0, 10)}.${typeof outcome === 'string' ? ` Result: ${outcome}` : ''}`),
  ])),
} satisfies Record<string, Draw>;
