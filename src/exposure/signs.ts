import { fold, skeletonOf, soundsOf, wordsOf } from '../kernel/text/public.js';
import type { KnownPerson } from './find-known.js';
import { numbersIn } from './numbers.js';
import { inOneScript } from './readings.js';
import { rootOf, stemsOf } from './stems.js';

/** Words of a name may stand apart by as much: "Aigerim, 34, Omarova". */
export const APART = 3;
/** An initial stands beside the surname, or one other initial away. */
const BESIDE = 2;
/** Fewer letters of a name that is one word only would be found everywhere. */
const SHORTEST_ALONE = 5;
/** Words of fewer letters have to sound the same in full: without their vowels too many are alike. */
const SHORTEST_LOOSE = 5;
/** One word of two has at least so many letters, unless the name has none: "of the" stands everywhere, "Tsoi An" does not. */
const LONG = 4;
/** How telephone numbers end alike whether written with +7, 8 or nothing before. */
const ENDS_ALIKE = 10;

/** Two words near each other, each under any of its keys. */
interface Pair {
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly apart: number;
}

/** What somebody is found by in any text. */
export interface Signs {
  readonly alone: readonly string[];
  readonly pairs: readonly Pair[];
  readonly numbers: readonly string[];
  readonly addresses: readonly string[];
}

/** Worked out once for each person who is kept in memory. */
const signs = new WeakMap<KnownPerson, Signs>();

export function signsOf(person: KnownPerson): Signs {
  const known = signs.get(person);
  if (known) return known;
  const { names, marks } = person;
  const made: Signs = {
    alone: names.filter((name) => wordsOf(name).length === 1 && fold(name).length >= SHORTEST_ALONE).flatMap((name) => bothOf(fold(name), bySound)),
    pairs: names.flatMap(pairsOf),
    numbers: marks.flatMap(numbersIn).map(ending),
    addresses: marks.flatMap(addressesIn),
  };
  signs.set(person, made);
  return made;
}

/** Two words of a name close together are enough: a patronymic is often left out, and the order differs. So is one with the initial of another. */
function pairsOf(name: string): Pair[] {
  const all = wordsOf(name);
  const short = all.every((word) => word.length < LONG);
  return all
    .flatMap((word, n) => all.slice(n + 1).map((other) => [word, other] as const))
    .filter(([word, other]) => word !== other && (short || word.length >= LONG || other.length >= LONG))
    .flatMap(([word, other]) => [{ one: keysOf(word), other: keysOf(other), apart: APART }, ...byInitials(word, other), ...byInitials(other, word)]);
}

const byInitials = (first: string, whole: string): Pair[] => (whole.length < LONG ? [] : [{ one: [byInitial(first)], other: keysOf(whole), apart: BESIDE }]);

/** Under what a word of a text is looked for: its sounds and its consonants, in every case it may be of, and as an initial. */
export function keysIn(word: string): ReadonlySet<string> {
  const initial = word.endsWith('.') ? [byInitial(word)] : [];
  return new Set([...inOneScript(word).flatMap((one) => stemsOf(fold(one)).flatMap((stem) => [bySound(stem), bySkeleton(stem)])), ...initial]);
}

const bySound = (word: string): string => `sound ${soundsOf(word)}`;
const bySkeleton = (word: string): string => `skeleton ${skeletonOf(word)}`;
const byInitial = (word: string): string => `initial ${soundsOf(word.replace('.', '')).slice(0, 1)}`;

/** By the name as it is and by what stays of it in other cases. */
const bothOf = (word: string, key: (word: string) => string): string[] => [...new Set([word, rootOf(word)])].map(key);
const keysOf = (word: string): string[] => bothOf(word, word.length < SHORTEST_LOOSE ? bySound : bySkeleton);

export const ending = (digits: string): string => digits.slice(-ENDS_ALIKE);

const addressesIn = (text: string): string[] => (text.match(/[\p{L}\p{N}._+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|@[\p{L}\p{N}_]{4,}/gu) ?? []).map((address) => address.toLowerCase());
