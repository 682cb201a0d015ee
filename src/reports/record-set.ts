/** One field of all records of a set: a number each, and what that number says. */
export interface Field {
  /** Of texts and days 0 and of numbers -1 is: nothing is known. */
  readonly values: Int32Array;
  /** The number as a text, as dimensions read it; empty where nothing is known. */
  readonly text: (value: number) => string;
}

/** Records of one subject as they were read, field by field. */
export interface RecordSet {
  readonly count: number;
  /** @throws Error for a field that was not read: a mistake in the program */
  field(name: string): Field;
}

export const numberText = (value: number): string => (value < 0 ? '' : String(value));

/** The first of them is nothing. */
export const textFrom =
  (texts: readonly string[]) =>
  (value: number): string =>
    texts[value] ?? '';

/** The numbers that a field says in texts; -1 where it says none. */
export function numbersIn({ values, text }: Field): Int32Array {
  const known = new Map<number, number>();
  return values.map((value) => {
    const said = known.get(value) ?? (text(value) === '' ? -1 : Number(text(value)));
    known.set(value, said);
    return said;
  });
}

/** A set whose fields are made when they are first asked for. */
export function setOf(count: number, make: (name: string) => Field): RecordSet {
  const made = new Map<string, Field>();
  const field = (name: string): Field => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
  return { count, field };
}

export function valuesAt(values: Int32Array, places: ArrayLike<number>): Int32Array {
  const here = new Int32Array(places.length);
  for (let n = 0; n < places.length; n += 1) here[n] = values[places[n] ?? 0] ?? 0;
  return here;
}

/** Fields a set has of its own, beside those of the set it was made of. */
export type Own = (name: string) => Field | undefined;

/** Records at these places of a set, in this order and as often, with fields of their own. */
export const picked = (set: RecordSet, places: Int32Array, own: Own = () => undefined): RecordSet =>
  setOf(places.length, (name) => {
    const mine = own(name);
    if (mine) return mine;
    const { values, text } = set.field(name);
    return { values: valuesAt(values, places), text };
  });

/** Numbers for texts, given out in their order; 0 is the empty one. */
export class Texts {
  private readonly known = new Map<string, number>([['', 0]]);
  readonly all: string[] = [''];

  of(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) this.known.set(text, (number = this.all.push(text) - 1));
    return number;
  }
}

/** Records of a scope, and which of them surely lie in it. */
export interface Chosen {
  readonly set: RecordSet;
  readonly sure: Uint8Array;
  /** For how many records alike each stands. Left out: for itself. */
  readonly times?: Int32Array;
}

/** Those for which `place` gives 1 (surely) or 0 (possibly); null leaves one out. */
export function chosen(set: RecordSet, place: (record: number) => 0 | 1 | null): Chosen {
  const places = new Int32Array(set.count);
  const sure = new Uint8Array(set.count);
  let kept = 0;
  for (let record = 0; record < set.count; record += 1) {
    const held = place(record);
    if (held === null) continue;
    places[kept] = record;
    sure[kept++] = held;
  }
  return { set: kept === set.count ? set : picked(set, places.subarray(0, kept)), sure: sure.subarray(0, kept) };
}

/** The place of each record as often as it is told, for sets with several lines a record. */
export function eachAsOften(times: ArrayLike<number>): Int32Array {
  let lines = 0;
  for (let record = 0; record < times.length; record += 1) lines += times[record] ?? 0;
  const places = new Int32Array(lines);
  for (let record = 0, line = 0; record < times.length; record += 1) for (let n = times[record] ?? 0; n > 0; n -= 1) places[line++] = record;
  return places;
}

/** Whether the records at these places surely lie in the scope. */
export function sureOf(sure: Uint8Array, places: ArrayLike<number>): Uint8Array {
  const own = new Uint8Array(places.length);
  for (let n = 0; n < places.length; n += 1) own[n] = sure[places[n] ?? 0] ?? 0;
  return own;
}
