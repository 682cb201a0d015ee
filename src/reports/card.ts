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

/** Characters of the widest field. */
const WIDEST = 5;

/** One field of all cards. @param parts whole cards in each, as bytes: out of a long text a character is slower to be had @param less of every one taken off */
export function storedOf(parts: readonly Uint8Array[], length: number, { at, width }: Place, less = 0): Int32Array {
  const stored = new Int32Array(parts.reduce((all, part) => all + part.length, 0) / length);
  // Written out, for a loop over the characters takes four times as long. Those a field has not weigh nothing.
  const weights = Array.from({ length: WIDEST }, (_, n) => (n < width ? BASE ** (width - 1 - n) : 0));
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0] = weights;
  const [o0 = 0, o1 = 0, o2 = 0, o3 = 0, o4 = 0] = weights.map((weight, n) => (weight > 0 ? at + n : at));
  const nothing = weights.reduce((all, weight) => all + weight * FIRST, less);
  let n = 0;
  for (const part of parts) {
    if (width === 3) for (let from = at; from < part.length; from += length) stored[n++] = ((part[from] ?? 0) * BASE + (part[from + 1] ?? 0)) * BASE + (part[from + 2] ?? 0) - nothing;
    else for (let from = 0; from < part.length; from += length) stored[n++] = (part[from + o0] ?? 0) * w0 + (part[from + o1] ?? 0) * w1 + (part[from + o2] ?? 0) * w2 + (part[from + o3] ?? 0) * w3 + (part[from + o4] ?? 0) * w4 - nothing;
  }
  return stored;
}

/** A text of characters of a byte each. */
export const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
