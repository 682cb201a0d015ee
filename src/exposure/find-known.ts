import { numbersIn } from './numbers.js';
import { readingsOf, visible } from './readings.js';
import { APART, ending, keysIn, signsOf } from './signs.js';

/** What is known of one person or source that must not stand in what leaves the house. A relative has the id of whose relative they are, a speaker that of whom they spoke for or with. */
export interface KnownPerson {
  readonly kind: 'individual' | 'relative' | 'speaker' | 'source' | 'staff';
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

/** Words with their capitals and, of an initial, its full stop: `А.`, `Ж.`, `Zh.` */
const tokens = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}?\.|[\p{L}\p{N}]+/gu;

/** Between two ways of reading one text, so that the last words of one make no name with the first of the next. */
const GAP = 2 * APART;

/** A text made ready to be asked for many people: each question costs a few look-ups, whatever the length of the text. */
export class SearchedText {
  private readonly places = new Map<string, number[]>();
  private readonly numbers: ReadonlySet<string>;
  private readonly text: string;

  constructor(text: string) {
    let place = 0;
    for (const reading of readingsOf(text)) {
      for (const [word] of reading.normalize('NFKD').replace(/\p{M}+/gu, '').matchAll(tokens)) this.put(word, place++);
      place += GAP;
    }
    this.numbers = new Set(numbersIn(text).map(ending));
    this.text = visible(text).toLowerCase();
  }

  /** Whether and by what somebody is named: in any script, case and order of the name's words, by an initial, cut up, and however a number is grouped. */
  find(person: KnownPerson): Finding[] {
    const { kind, id } = person;
    const { alone, pairs, numbers, addresses } = signsOf(person);
    const found = new Set<Finding['by']>();
    if (alone.some((key) => this.places.has(key)) || pairs.some(({ one, other, apart }) => areNear(this.at(one), this.at(other), apart))) found.add('name');
    if (numbers.some((number) => this.numbers.has(number))) found.add('number');
    if (addresses.some((address) => this.text.includes(address))) found.add('address');
    return [...found].map((by) => ({ kind, id, by }));
  }

  private put(word: string, place: number): void {
    for (const key of keysIn(word)) {
      const known = this.places.get(key);
      if (known) known.push(place);
      else this.places.set(key, [place]);
    }
  }

  /** Ascending. */
  private at(keys: readonly string[]): readonly number[] {
    const [one = [], ...more] = keys.flatMap((key) => ((places) => (places ? [places] : []))(this.places.get(key)));
    return more.length === 0 ? one : [...new Set([...one, ...more.flat()])].sort((a, b) => a - b);
  }
}

/** Both lists ascend. */
function areNear(some: readonly number[], others: readonly number[], apart: number): boolean {
  let next = 0;
  return some.some((place) => {
    while ((others[next] ?? Infinity) < place - apart) next += 1;
    return Math.abs((others[next] ?? Infinity) - place) <= apart;
  });
}
