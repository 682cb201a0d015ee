import { characters, type Layout } from './card.js';
import { numberOfDay } from './day-number.js';

/** What figures need of one detention. A new field goes at the end, and the method of the facts up. */
export const stayLayout = {
  ...{ start_first: ['day', 3], start_last: ['day', 3], end_first: ['day', 3], end_last: ['day', 3] },
  // Local hours of that day; nothing where the day itself is not one.
  ...{ start_hour_first: ['number', 1], start_hour_last: ['number', 1], end_hour_first: ['number', 1], end_hour_last: ['number', 1] },
  // Minutes; nothing: not computable. A most of nothing beside a least: no end is known, it grows.
  ...{ held_min: ['number', 4], held_max: ['number', 4], unrecorded_min: ['number', 4], unrecorded_max: ['number', 4] },
  ...{ ring_min: ['number', 3], ring_max: ['number', 3] },
  // From the first request for a lawyer, or else the start, until one was let in.
  ...{ lawyer_wait_min: ['number', 3], lawyer_wait_max: ['number', 3] },
  flags: ['number', 3],
  ...{ counted_least: ['number', 3], counted_most: ['number', 3] },
  ...{ region: ['text', 3], kind: ['text', 3], authority: ['text', 3], outcome: ['text', 3] },
  // The first place anybody names, where the person was taken, and the first place of custody after street and vehicle.
  ...{ place: ['text', 3], facility: ['text', 3], incident_of: ['text', 3] },
  // A number that no other person has.
  person: ['number', 4],
  // Of the person, and the states of all clocks as a text, a line a clock: `<pack> <rule> <state>`.
  ...{ sex: ['text', 3], roles: ['text', 3], born_earliest: ['number', 2], born_latest: ['number', 2], minor: ['text', 3], clocks: ['text', 3] },
} as const satisfies Layout;

/** One ruling or charge of a detention. */
export const rulingLayout = {
  ...{ sanction: ['text', 3], article: ['text', 3], article_other: ['text', 3], court: ['text', 3], court_other: ['text', 3] },
  ...{ days_min: ['number', 3], days_max: ['number', 3], fine_min: ['number', 5], fine_max: ['number', 5], unit: ['text', 3], unit_other: ['text', 3] },
} as const satisfies Layout;

/** What somebody recorded or nobody did, in the order of their bits. */
export const flags = [
  ...['ring', 'protocol', 'rights_explained', 'charged', 'before_judge', 'relatives_told', 'lawyer_requested', 'lawyer_admitted', 'lawyer_denied'],
  ...['medical_requested', 'medical_done', 'medical_refused', 'ill_treatment', 'injury', 'deprived', 'complained'],
] as const;
export type Flag = (typeof flags)[number];

/** Numbers, days and texts by the field's name; null and the empty text are nothing. */
export type Facts<Names extends string> = Readonly<Record<Names, number | string | null>>;
export type StayFacts = Facts<Exclude<keyof typeof stayLayout, 'flags' | 'person'>> & { readonly flags: readonly Flag[] };
export type RulingFacts = Facts<keyof typeof rulingLayout>;

/** The texts of facts that stand on a card as numbers. */
export const textsOf = (layout: Layout, facts: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(layout).flatMap(([name, [form]]) => (form === 'text' && facts[name] ? [facts[name] as string] : []));

export const stayCard = ({ flags: own, ...facts }: StayFacts, person: number | null, numbers: ReadonlyMap<string, number>): string =>
  cardOf(stayLayout, { ...facts, person, flags: flags.reduce((all, flag, bit) => all + (own.includes(flag) ? 2 ** bit : 0), 0) }, numbers);

export function cardOf(layout: Layout, facts: Readonly<Record<string, number | string | null>>, numbers: ReadonlyMap<string, number>): string {
  return Object.entries(layout)
    .map(([name, [form, width]]) => characters(storedFrom(form, facts[name] ?? null, numbers), width))
    .join('');
}

function storedFrom(form: string, fact: number | string | null, numbers: ReadonlyMap<string, number>): number {
  if (fact === null || fact === '') return 0;
  if (form === 'day') return numberOfDay(String(fact));
  return form === 'text' ? (numbers.get(String(fact)) ?? 0) : Math.max(0, Number(fact)) + 1;
}
