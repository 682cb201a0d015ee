import { fold, skeletonOf, soundsOf, wordsOf } from '../kernel/text/public.js';

/** What is known of one person or source that must not stand in what leaves the house. A relative has the id of whose relative they are. */
export interface KnownPerson {
  readonly kind: 'individual' | 'relative' | 'source' | 'staff';
  readonly id: string;
  readonly names: readonly string[];
  /** Telephone numbers, papers, addresses of mail: whatever holds numbers or signs by which somebody is found. */
  readonly marks: readonly string[];
  /** Whether nobody outside may be told of them without their yes: not so of staff who sign, of papers and of newspapers. */
  readonly guarded: boolean;
}

/** A place where somebody is named. The text itself is not repeated: the finding is kept and told to others. */
export interface Finding {
  readonly kind: KnownPerson['kind'];
  readonly id: string;
  readonly by: 'name' | 'number' | 'address';
}

/** Words of a name may stand apart by as much: "Aigerim, 34, Omarova". */
const APART = 3;
/** Fewer letters of a name that is one word only would be found everywhere. */
const SHORTEST_ALONE = 5;
/** Words of fewer letters have to sound the same in full: without their vowels too many are alike. */
const SHORTEST_LOOSE = 5;
/** One word of two has at least so many letters, unless the name has none: "of the" stands everywhere, "Tsoi An" does not. */
const LONG = 4;
/** Fewer digits are a year, a count, an article. */
const SHORTEST_NUMBER = 7;
/** How telephone numbers end alike whether written with +7, 8 or nothing before. */
const ENDS_ALIKE = 10;

/** A text made ready to be asked for many people: each question costs a few look-ups, whatever the length of the text. */
export class SearchedText {
  private readonly places = new Map<string, number[]>();
  private readonly numbers: ReadonlySet<string>;
  private readonly text: string;

  constructor(text: string) {
    fold(text).split(' ').forEach((word, place) => {
      for (const key of new Set([bySound(word), bySkeleton(word)])) {
        const known = this.places.get(key);
        if (known) known.push(place);
        else this.places.set(key, [place]);
      }
    });
    this.numbers = new Set(numbersIn(text).map(ending));
    this.text = text.toLowerCase();
  }

  /** Whether and by what somebody is named, in any script and order of the name's words, and however a number is grouped. */
  find(person: KnownPerson): Finding[] {
    const { kind, id } = person;
    const { alone, pairs, numbers, addresses } = signsOf(person);
    const found = new Set<Finding['by']>();
    if (alone.some((key) => this.places.has(key)) || pairs.some(([word, other]) => areNear(this.at(word), this.at(other)))) found.add('name');
    if (numbers.some((number) => this.numbers.has(number))) found.add('number');
    if (addresses.some((address) => this.text.includes(address))) found.add('address');
    return [...found].map((by) => ({ kind, id, by }));
  }

  private at(key: string): readonly number[] {
    return this.places.get(key) ?? [];
  }
}

/** What somebody is found by in any text. */
interface Signs {
  readonly alone: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly numbers: readonly string[];
  readonly addresses: readonly string[];
}

/** Worked out once for each person who is kept in memory. */
const signs = new WeakMap<KnownPerson, Signs>();

function signsOf(person: KnownPerson): Signs {
  const known = signs.get(person);
  if (known) return known;
  const { names, marks } = person;
  const made: Signs = {
    alone: names.filter((name) => wordsOf(name).length === 1 && fold(name).length >= SHORTEST_ALONE).map(bySound),
    pairs: names.flatMap(pairsOf),
    numbers: marks.flatMap(numbersIn).map(ending),
    addresses: marks.flatMap(addressesIn),
  };
  signs.set(person, made);
  return made;
}

/** Two words of a name close together are enough: a patronymic is often left out, and the order differs. */
function pairsOf(name: string): (readonly [string, string])[] {
  const all = wordsOf(name);
  const short = all.every((word) => word.length < LONG);
  return all
    .flatMap((word, n) => all.slice(n + 1).map((other) => [word, other] as const))
    .filter((pair) => pair[0] !== pair[1] && (short || pair.some((word) => word.length >= LONG)))
    .map(([word, other]) => [keyOf(word), keyOf(other)] as const);
}

const keyOf = (word: string): string => (word.length < SHORTEST_LOOSE ? bySound(word) : bySkeleton(word));
const bySound = (word: string): string => `sound ${soundsOf(word)}`;
const bySkeleton = (word: string): string => `skeleton ${skeletonOf(word)}`;

/** Both lists ascend. */
function areNear(some: readonly number[], others: readonly number[]): boolean {
  let next = 0;
  return some.some((place) => {
    while ((others[next] ?? Infinity) < place - APART) next += 1;
    return Math.abs((others[next] ?? Infinity) - place) <= APART;
  });
}

/** Runs of digits, whatever stands between them in a telephone number or the number of a paper. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d(?:[\s().\-\u2010-\u2015\u00a0]{0,2}\d)+/g) ?? []).map((run) => run.replace(/\D/g, '')).filter((digits) => digits.length >= SHORTEST_NUMBER);

const ending = (digits: string): string => digits.slice(-ENDS_ALIKE);

const addressesIn = (text: string): string[] => (text.match(/[\p{L}\p{N}._+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|@[\p{L}\p{N}_]{4,}/gu) ?? []).map((address) => address.toLowerCase());
