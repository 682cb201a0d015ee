/**
 * A card holds what figures need of one record in as many characters as of any other: a number to the base of 94 for each field. The cards of all records
 * leave the database as one text, and a field of all of them is taken out of it without splitting or comparing anything.
 */
const FIRST = '!'.charCodeAt(0);
const BASE = 94;

/** `number`: 0 and more, or nothing. `day`: `2021-01-10`, an open side or nothing. `text`: the number of a text kept elsewhere. */
export type FieldForm = 'number' | 'day' | 'text';

/** Fields in their order, each with its form and how many characters it takes. */
export type Layout = Readonly<Record<string, readonly [form: FieldForm, width: number]>>;

export interface Place {
  readonly form: FieldForm;
  readonly width: number;
  /** Characters before it on the card. */
  readonly at: number;
}

export const lengthOf = (layout: Layout): number => Object.values(layout).reduce((all, [, width]) => all + width, 0);

/** @throws Error for a field that is not on the card: a mistake in the program */
export function placeOf(layout: Layout, field: string): Place {
  const names = Object.keys(layout);
  const [form, width] = layout[field] ?? [];
  if (!form || !width) throw new Error(`no card has ${field}`);
  return { form, width, at: names.slice(0, names.indexOf(field)).reduce((all, name) => all + (layout[name]?.[1] ?? 0), 0) };
}

/** @param stored 0 for nothing, else as many as the width can say; more than that is written as the most */
export function characters(stored: number, width: number): string {
  let left = Math.min(stored, BASE ** width - 1);
  let text = '';
  for (let n = 0; n < width; n += 1) {
    text = String.fromCharCode(FIRST + (left % BASE)) + text;
    left = Math.floor(left / BASE);
  }
  return text;
}

/** One field of all cards. @param cards as bytes, for out of a long text a character is slower to be had @param less of every one taken off */
export function storedOf(cards: Uint8Array, length: number, { at, width }: Place, less = 0): Int32Array {
  const stored = new Int32Array(cards.length / length);
  for (let n = 0, from = at; n < stored.length; n += 1, from += length) {
    let value = 0;
    for (let one = from; one < from + width; one += 1) value = value * BASE + (cards[one] ?? 0) - FIRST;
    stored[n] = value - less;
  }
  return stored;
}

/** Texts of characters of a byte each, one behind the other. */
export function bytesOf(texts: readonly string[], between = ''): Uint8Array {
  const bytes = Buffer.allocUnsafe(texts.reduce((all, { length }) => all + length, 0) + between.length * Math.max(0, texts.length - 1));
  let at = 0;
  for (const [n, text] of texts.entries()) {
    if (n > 0) at += bytes.write(between, at, 'latin1');
    at += bytes.write(text, at, 'latin1');
  }
  return bytes;
}
