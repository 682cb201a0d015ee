import { bytesOf, lengthOf, placeOf, storedOf, type Layout } from './card.js';
import { dayOfNumber } from './day-number.js';
import { yearsOf } from './people.js';
import { numberText, setOf, textFrom, Texts, type Field, type Own, type RecordSet } from './record-set.js';
import { flags, rulingLayout, stayLayout, type Flag } from './stay-card.js';
import type { Base } from './subject.js';

/** What the database says of the stays, each of a text in the order of the others; what nobody asked for is missing. */
export interface StaysRead {
  readonly n: number | string;
  readonly cards: string | Uint8Array | null;
  /** Parted by a space, as the following are; the cards of one stay's rulings stand together. */
  readonly rulings?: string | Uint8Array | null;
  readonly ids?: string | null;
  readonly people?: string | null;
}

const RULING = lengthOf(rulingLayout);

/** Fields of cards. @param texts by their numbers */
function cardFields(cards: readonly Uint8Array[], layout: Layout, texts: readonly string[]): (name: string) => Field {
  return (name) => {
    const place = placeOf(layout, name);
    const values = storedOf(cards, lengthOf(layout), place, place.form === 'number' ? 1 : 0);
    return { values, text: place.form === 'number' ? numberText : place.form === 'day' ? dayOfNumber : textFrom(texts) };
  };
}

/** The shares of a table together. What is long stays in its parts: they are megabytes, and to put them together is to copy them. */
export interface AllStays {
  readonly count: number;
  readonly cards: readonly Uint8Array[];
  /** Empty when nobody asked for them. */
  readonly rulings: readonly Uint8Array[];
  readonly ids: string;
  readonly people: string;
}

export function joined(shares: readonly StaysRead[]): AllStays {
  const own = shares.filter(({ n }) => Number(n) > 0);
  const each = (name: 'ids' | 'people'): string => own.map((share) => share[name] ?? '').join(' ');
  return {
    count: own.reduce((all, { n }) => all + Number(n), 0),
    cards: own.map(({ cards }) => bytesOf(cards ?? '')),
    rulings: own.flatMap(({ rulings }) => (rulings === undefined ? [] : [bytesOf(rulings ?? '')])),
    ...{ ids: each('ids'), people: each('people') },
  };
}

/** The stays of an answer. @param incidents those within reach, when somebody asks for them */
export function staysFrom(read: AllStays, texts: readonly string[], incidents: RecordSet | null): Base {
  const { count } = read;
  const onCard = cardFields(read.cards, stayLayout, texts);
  const rulings = rulingsOf(read.rulings, count);
  const others: Readonly<Record<string, () => Field>> = {
    id: () => oneByOne(read.ids, count),
    individual: () => oneByOne(read.people, count),
    first_ruling: () => ({ values: rulings.first, text: numberText }),
    ruling_count: () => ({ values: rulings.times, text: numberText }),
    year_first: () => yearsOf(set.field('start_first')),
    year_last: () => yearsOf(set.field('start_last')),
  };
  const told = incidents ? toldOf(incidents, () => set.field('incident_of')) : (): undefined => undefined;
  const set: RecordSet = setOf(count, (name) => {
    const bit = flags.indexOf(name as Flag);
    if (bit >= 0) return { values: bitOf(set.field('flags').values, bit), text: (value) => (value === 1 ? '1' : '') };
    return others[name]?.() ?? told(name) ?? onCard(name);
  });
  return { set, rulings: setOf(rulings.cards.length / RULING, cardFields([rulings.cards], rulingLayout, texts)) };
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

const SPACE = ' '.charCodeAt(0);

interface Rulings {
  /** Of all stays, without anything in between. */
  readonly cards: Uint8Array;
  /** Where those of each stay begin, and how many they are. */
  readonly first: Int32Array;
  readonly times: Int32Array;
}

/** @param told parted by a space, which no card holds; without any when nobody asked for them */
function rulingsOf(told: readonly Uint8Array[], count: number): Rulings {
  const [cards, first, times] = [new Uint8Array(told.reduce((all, part) => all + part.length, 0)), new Int32Array(count), new Int32Array(count)];
  let [kept, record] = [0, 0];
  for (const part of told) {
    for (let at = 0, from = kept; at <= part.length; ) {
      // By place and card by card: an iterator makes an object of every byte.
      if (at < part.length && part[at] !== SPACE) {
        cards.set(part.subarray(at, at + RULING), kept);
        kept += RULING;
        at += RULING;
        continue;
      }
      first[record] = from / RULING;
      times[record] = (kept - from) / RULING;
      from = kept;
      record += 1;
      at += 1;
    }
  }
  return { cards: cards.subarray(0, kept), first, times };
}

function bitOf(values: Int32Array, bit: number): Int32Array {
  const own = new Int32Array(values.length);
  for (let record = 0; record < own.length; record += 1) own[record] = ((values[record] ?? 0) >> bit) & 1;
  return own;
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
