import { bytesOf, lengthOf, placeOf, storedOf, type Layout } from './card.js';
import { dayOfNumber } from './day-number.js';
import { yearsOf } from './people.js';
import { numberText, setOf, textFrom, Texts, type Field, type Own, type RecordSet } from './record-set.js';
import { flags, rulingLayout, stayLayout, type Flag } from './stay-card.js';
import type { Base } from './subject.js';

/** What the database says of the stays, each of a text in the order of the others; what nobody asked for is missing. */
export interface StaysRead {
  readonly n: number | string;
  readonly cards: string | null;
  /** Parted by a space, as the following are; the cards of one stay's rulings stand together. */
  readonly rulings?: string | null;
  readonly ids?: string | null;
  readonly people?: string | null;
  /** 1 or 0 of each stay. */
  readonly complained?: string | null;
}

const RULING = lengthOf(rulingLayout);

/** Fields of cards. @param texts by their numbers */
function cardFields(cards: Uint8Array, layout: Layout, texts: readonly string[]): (name: string) => Field {
  return (name) => {
    const place = placeOf(layout, name);
    const stored = storedOf(cards, lengthOf(layout), place);
    if (place.form === 'number') return { values: stored.map((one) => one - 1), text: numberText };
    return { values: stored, text: place.form === 'day' ? dayOfNumber : textFrom(texts) };
  };
}

const more = { rulings: ' ', ids: ' ', people: ' ', complained: '' } as const;
type More = keyof typeof more;

/** The shares of a table as one; their cards as bytes, for a long text put together of two is slow to be looked into. */
export interface AllStays extends Readonly<Partial<Record<More, string>>> {
  readonly count: number;
  readonly cards: Uint8Array;
}

export function joined(shares: readonly StaysRead[]): AllStays {
  const own = shares.filter(({ n }) => Number(n) > 0);
  const texts = (Object.keys(more) as More[]).flatMap((name) => (typeof own[0]?.[name] === 'string' ? [[name, own.map((share) => share[name] ?? '').join(more[name])]] : []));
  return { count: own.reduce((all, { n }) => all + Number(n), 0), cards: Buffer.concat(own.map(({ cards }) => bytesOf(cards ?? ''))), ...Object.fromEntries(texts) };
}

/** The stays of an answer. @param incidents those within reach, when somebody asks for them */
export function staysFrom(read: AllStays, texts: readonly string[], incidents: RecordSet | null): Base {
  const { count } = read;
  const onCard = cardFields(read.cards, stayLayout, texts);
  const rulings = bytesOf((read.rulings ?? '').replaceAll(' ', ''));
  let ofRulings: ReturnType<typeof rulingsOf> | null = null;
  const others: Readonly<Record<string, () => Field>> = {
    id: () => oneByOne(read.ids ?? '', count),
    individual: () => oneByOne(read.people ?? '', count),
    complained: () => ({ values: Int32Array.from({ length: count }, (_, n) => Number(read.complained?.[n] ?? 0)), text: numberText }),
    first_ruling: () => (ofRulings ??= rulingsOf(read.rulings ?? '', count)).first_ruling,
    ruling_count: () => (ofRulings ??= rulingsOf(read.rulings ?? '', count)).ruling_count,
    year_first: () => yearsOf(set.field('start_first')),
    year_last: () => yearsOf(set.field('start_last')),
  };
  const told = incidents ? toldOf(incidents, () => set.field('incident_of')) : (): undefined => undefined;
  const set: RecordSet = setOf(count, (name) => {
    const bit = flags.indexOf(name as Flag);
    if (bit >= 0) return { values: set.field('flags').values.map((own) => (own >> bit) & 1), text: (value) => (value === 1 ? '1' : '') };
    return others[name]?.() ?? told(name) ?? onCard(name);
  });
  return { set, rulings: setOf(rulings.length / RULING, cardFields(rulings, rulingLayout, texts)) };
}

/** Parted by spaces, one of each record. */
function oneByOne(text: string, count: number): Field {
  const texts = new Texts();
  const values = new Int32Array(count);
  for (let record = 0, at = 0; record < count; record += 1) {
    const found = text.indexOf(' ', at);
    const end = found < 0 ? text.length : found;
    values[record] = texts.of(text.slice(at, end));
    at = end + 1;
  }
  return { values, text: textFrom(texts.all) };
}

/** Where the rulings of each stay begin, and how many they are. */
function rulingsOf(text: string, count: number): Readonly<Record<'first_ruling' | 'ruling_count', Field>> {
  const [first, number] = [new Int32Array(count), new Int32Array(count)];
  for (let record = 0, at = 0, before = 0; record < count; record += 1) {
    const found = text.indexOf(' ', at);
    const end = found < 0 ? text.length : found;
    const own = (end - at) / RULING;
    [first[record], number[record]] = [before, own];
    before += own;
    at = end + 1;
  }
  return { first_ruling: { values: first, text: numberText }, ruling_count: { values: number, text: numberText } };
}

/** Of an incident out of reach nothing is told. */
function toldOf(incidents: RecordSet, ofStays: () => Field): Own {
  const names = ['theme', 'permission', 'incident_kind', 'organiser'];
  const ids = incidents.field('id');
  const within = new Map(Array.from(ids.values, (value, place) => [ids.text(value), place]));
  const placeOf = new Map<number, number>();
  const place = (incident: number, text: Field['text']): number => {
    const known = placeOf.get(incident) ?? within.get(text(incident)) ?? -1;
    placeOf.set(incident, known);
    return known;
  };
  return (name) => {
    if (name !== 'incident' && !names.includes(name)) return undefined;
    const { values, text } = ofStays();
    if (name === 'incident') return { values: values.map((one) => (place(one, text) < 0 ? 0 : one)), text };
    const field = incidents.field(name);
    return { values: values.map((one) => (place(one, text) < 0 ? 0 : (field.values[place(one, text)] ?? 0))), text: field.text };
  };
}
