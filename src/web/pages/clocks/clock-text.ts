import type { ClockAnswerView, ClockState, ClockView, Condition, Confirmation } from '../../../clocks/public.js';
import { sayBounds, sayInstant, sayMinutes, sayShort, type Bounds, type Instant, type Language } from '../../../kernel/time/public.js';
import { codedValue, labelOf } from '../../../vocabularies/public.js';
import type { Tone } from '../../parts/public.js';
import type { Words } from '../../words/words.js';

export const toneOf = (state: ClockState): Tone =>
  ({ within: 'met', exceeds: 'past', may_exceed: 'may', running: 'run', measured: 'plain', cannot_compute: 'plain', not_applicable: 'plain' } as const)[state];

/** An event kind, or the beginning or the end of the stay, in words. */
export const momentText = (moment: string, words: Words): string =>
  moment === 'stay_begins' || moment === 'stay_ends' ? words.say(`clocks.moment.${moment}`) : labelOf('event-kinds', moment, words.language);

/** "offence punishable by arrest: no" */
export function conditionText({ fact, is }: Condition, words: Words): string {
  const short = codedValue('circumstances', fact)?.short as Record<Language, string> | undefined;
  return `${short?.[words.language] ?? fact}: ${words.say(`lists.${is}`)}`;
}

export const questionText = (fact: string, words: Words): string => labelOf('circumstances', fact, words.language);

/** "3 hours", "10 days" */
export const limitText = ({ limit }: Pick<ClockView, 'limit'>, words: Words): string =>
  limit ? words.say(`clocks.limit.${limit.unit}`, { value: limit.value }) : words.say('clocks.limit.none');

export const citeText = ({ cite }: Pick<ClockView, 'cite'>, words: Words): string =>
  words.say(!/^\d/.test(cite.article) ? 'clocks.cite_place' : cite.part ? 'clocks.cite_part' : 'clocks.cite', { article: cite.article, part: cite.part ?? '', title: cite.title });

/** The line of a card that says why: elapsed against the limit, a deadline, what is missing, what rules it out. */
export function whyText(answer: ClockAnswerView, words: Words): string {
  const { state, elapsed, due, missing, because } = answer;
  const lacking = missing.map((moment) => momentText(moment, words)).join(', ');
  if (state === 'not_applicable') return because ? words.say('clocks.why.not_applicable', { fact: conditionText({ ...because, is: because.is === 'yes' ? 'no' : 'yes' }, words) }) : '';
  if (state === 'cannot_compute') return words.say('clocks.why.cannot_compute', { missing: lacking });
  if (state === 'running' && due) return words.say('clocks.why.running', { due: sayBounds(due, words.language, { withoutZone: true }) });
  if (!answer.stop && due && state === 'may_exceed') return words.say('clocks.why.ran_out', { due: sayBounds(due, words.language, { withoutZone: true }), missing: lacking });
  const took = words.say(answer.stop ? 'clocks.why.took' : 'clocks.why.so_far', { elapsed: sayMinutes(elapsed, words.language) });
  return missing.length > 0 ? `${took} ${words.say('clocks.why.unrecorded', { missing: lacking })}` : took;
}

export const boundsOrUnknown = (bounds: Bounds | null, words: Words): string => (bounds ? sayShort(bounds, words.language) : words.say('lists.unknown'));

/** Who confirmed a rule, and when; of another organisation only that somebody did. */
export const confirmedText = ({ by, at }: Confirmation, words: Words, zone: string): string =>
  `${by ?? words.say('clocks.confirmed.elsewhere')}, ${sayInstant(at as Instant, zone, words.language)}`;
