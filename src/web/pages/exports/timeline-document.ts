import type { Actor } from '../../../kernel/actor/public.js';
import { isWithheld } from '../../../access/public.js';
import type { ClockRow, DocumentRow, Finding, TimelineDocument } from '../../../documents/public.js';
import type { EvidenceView } from '../../../evidence/public.js';
import { calledName } from '../../../individuals/public.js';
import { sayInstant, sayMinutes, sayShort, type Instant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import type { Timeline } from '../../../timeline/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { Words } from '../../words/words.js';
import { weight } from '../clocks/clock-cards.js';
import { citeText, conditionText, confirmedText, whyText } from '../clocks/clock-text.js';
import { findingText } from '../clocks/findings.js';
import { decidedText } from '../detentions/decided-text.js';
import { whoText } from '../detentions/detention-list.page.js';
import { custodyOf } from './custody-on-paper.js';
import { deadlinesOf, remediesOf } from './deadlines.js';
import { idsOf, momentOf, sourcesOf, type SourceManner } from './said.js';

export interface PaperOrder {
  readonly actor: Actor;
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** Code of vocabularies/export-purposes. */
  readonly purpose: string;
  /** Sources left out, and sources whose words are, as consented-timeline.ts found them. */
  readonly refused: ReadonlySet<string>;
  readonly unasked: ReadonlySet<string>;
  /** The files of the detention and of the person. */
  readonly evidence: readonly EvidenceView[];
}

/** A timeline as it goes onto paper, said in the reader's language and only as far as the reader reaches. */
export function timelineDocument(timeline: Timeline, words: Words, order: PaperOrder): TimelineDocument {
  const { language } = words;
  const { detention, individual, incident, zone, asOf } = timeline;
  const known = asOf ?? order.madeAt;
  return {
    language,
    title: words.say('exports.title', { who: individual ? calledName(individual) : whoText(detention, new Map(), words) }),
    references: [detention.reference, ...(individual ? [individual.reference] : []), ...(incident ? [incident.reference] : [])],
    asKnownAt: { at: known, words: sayInstant(known, zone, language) },
    madeAt: { at: order.madeAt, words: sayInstant(order.madeAt, zone, language) },
    madeFor: labelOf('export-purposes', order.purpose, language),
    madeBy: order.madeBy,
    facts: factsOf(timeline, words),
    custody: custodyOf(timeline, { purpose: order.purpose, words }),
    events: detention.events
      .filter(({ withdrawn }) => !withdrawn)
      .map((event) => ({
        when: momentOf(event.at, words),
        what: labelOf('event-kinds', event.kind, language) + (event.kindWords ? ` (“${event.kindWords}”)` : '') + decidedText(event, words).map((said) => `; ${said}`).join(''),
        place: event.placeId ? (timeline.placeNames.get(event.placeId) ?? null) : null,
        account: words.say(`detentions.account.${event.account}`),
        sources: sourcesOf(timeline, event, { purpose: order.purpose, words }),
        note: typeof event.note === 'string' && !idsOf(event).some((one) => order.unasked.has(one)) ? event.note : null,
      })),
    figures: figuresOf(timeline, words),
    clocks: timeline.clocks
      .filter(({ state }) => state !== 'not_applicable')
      .sort((a, b) => weight(a) - weight(b))
      .map((clock) => clockRow(clock, words, zone)),
    contradictions: findings(timeline, words, ['told_differently', 'impossible_order', 'overlap']),
    gaps: findings(timeline, words, ['gap']),
    deadlines: deadlinesOf(timeline, words),
    remedies: remediesOf(timeline, words),
    documents: documentsOf(timeline, words, order),
    withheld: [...withheldOf(timeline, { purpose: order.purpose, words }), ...withoutConsent(timeline, words, order)],
  };
}

function factsOf({ detention, incident, zone }: Timeline, words: Words): TimelineDocument['facts'] {
  const { language } = words;
  const say = (key: string): string => words.say(`detentions.${key}`);
  const facts: [string, string | null][] = [
    [say('status'), say(`status.${detention.status.status}`)],
    [say('kind'), labelOf('detention-kinds', detention.kind, language)],
    [say('authority'), detention.authorityWords ?? labelOf('authority-kinds', detention.authorityKind, language)],
    [say('region'), regionLabel(detention.regionCode, language) || null],
    [say('incident'), incident ? `${incident.reference} ${incident.title}` : null],
    [say('ground'), typeof detention.ground === 'string' ? detention.ground : null],
    [say('outcome'), labelOf('outcomes', detention.outcome, language)],
    [words.say('exports.zone'), zone],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function figuresOf({ figures, byAccount }: Timeline, words: Words): TimelineDocument['figures'] {
  if (!figures) return [];
  const { language } = words;
  const say = (key: string): string => words.say(`detentions.${key}`);
  const ends = words.say('exports.from_to', { from: sayShort(figures.start, language), to: figures.open ? say('no_end') : sayShort(figures.end, language) });
  const method = words.say('exports.method', { version: figures.methodVersion });
  return [
    { label: say('total'), value: sayMinutes(figures.total, language), how: `${ends} ${method}` },
    { label: say('unrecorded'), value: sayMinutes(figures.unrecorded, language), how: words.say('exports.unrecorded_how') },
    ...Object.entries(byAccount).map(([account, figure]) => ({
      label: words.say('detentions.total_by', { account: say(`account.${account}`) }),
      value: sayMinutes(figure, language),
      how: words.say('exports.account_alone'),
    })),
  ];
}

function clockRow(clock: Timeline['clocks'][number], words: Words, zone: string): ClockRow {
  const conditions = clock.onlyIf.map((one) => conditionText(one, words)).join('; ');
  const confirmed = clock.confirmation && confirmedText(clock.confirmation, words, zone);
  const official = clock.official && `${words.say('clocks.by_papers')} ${words.say(`clocks.state.${clock.against}.${clock.official.state}`)}.`;
  return {
    rule: clock.label,
    citation: `${citeText(clock, words)}; ${clock.pack}, ${clock.ruleId}`,
    state: words.say(`clocks.state.${clock.against}.${clock.state}`),
    deadline: clock.limit ? momentOf(clock.due, words) : { words: words.say('clocks.limit.none'), earliest: null, latest: null },
    review: [words.say(`clocks.review.${clock.review}`), confirmed].filter(Boolean).join(': '),
    how: [whyText(clock, words), conditions && `${words.say('clocks.only_if', { facts: conditions })}.`, official].filter(Boolean).join(' '),
  };
}

/** What somebody called a file may name people, so it is said only within the house; the hash says which file is meant. */
function documentsOf({ asOf }: Timeline, words: Words, { purpose, refused, evidence }: PaperOrder): DocumentRow[] {
  return evidence
    .filter(({ recordedAt, sourceId }) => (!asOf || recordedAt <= asOf) && !(typeof sourceId === 'string' && refused.has(sourceId)))
    .map(({ kind, title, collected, sha256 }) => {
      const label = labelOf('evidence-kinds', kind, words.language);
      return { title: purpose === 'internal' && typeof title === 'string' ? title : label, kind: label, when: collected ? momentOf(collected, words) : null, sha256 };
    });
}

const findings = (timeline: Timeline, words: Words, rules: readonly string[]): Finding[] =>
  timeline.findings.filter(({ rule }) => rules.includes(rule)).map((finding) => ({ words: findingText(finding, words), how: words.say(`exports.finding.${finding.rule}`) }));

function withheldOf({ detention, individual, sources }: Timeline, { purpose, words }: SourceManner): string[] {
  const mentioned = [...detention.periods, ...detention.events].flatMap(idsOf);
  const protectedOnes = new Set(mentioned.filter((id) => (sources.get(id)?.protected ?? true) && (purpose !== 'internal' || !sources.has(id))));
  const fields = [detention.ground, detention.description, individual?.names].filter(isWithheld);
  return [
    ...(protectedOnes.size > 0 ? [words.say('exports.withheld.sources', { count: protectedOnes.size })] : []),
    ...[...new Set(fields.map((field) => field.withheld))].map((what) => words.say('lists.withheld', { what: words.say(`lists.class.${what}`) })),
  ];
}

function withoutConsent({ detention }: Timeline, words: Words, { refused, unasked }: PaperOrder): string[] {
  const wordless = detention.events.filter((event) => !event.withdrawn && event.note !== null && idsOf(event).some((one) => unasked.has(one))).length;
  return [
    ...(refused.size > 0 ? [words.say('exports.withheld.refused', { count: refused.size })] : []),
    ...(wordless > 0 ? [words.say('exports.withheld.words', { count: wordless })] : []),
  ];
}
