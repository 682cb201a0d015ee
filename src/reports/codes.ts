/** A number for each record of a set, from 0 to below `number`. */
export interface Codes {
  readonly codes: ArrayLike<number>;
  readonly number: number;
  /** The first record of each, where they are numbered in the order they are found. */
  readonly firsts?: readonly number[];
}

/** Which records are alike in everything: each different one in the order it was found, and the first record that is so. */
export interface Alike {
  readonly places: ArrayLike<number>;
  readonly firsts: readonly number[];
}

/** Combinations that are looked up in a table; of more there is a map, which is slower. */
const TABLE = 2 ** 20;

/** One for all: a new one of megabytes for each question costs more than to clear this. Nobody waits while it is in use. */
const scratch = new Int32Array(TABLE);

/** Room for so many, empty; null: there are too many. */
const tableOf = (room: number): Int32Array | null => (room <= TABLE ? scratch.subarray(0, room).fill(0) : null);

/** Puts records alike in all of these codes together. */
export function codesOf(all: readonly Codes[], count: number): Alike {
  const [head, ...rest] = all;
  const numberedAlready = head?.firsts ? { places: head.codes, firsts: head.firsts } : null;
  const begin: Alike = numberedAlready ?? { places: new Int32Array(count), firsts: count > 0 ? [0] : [] };
  return (numberedAlready ? rest : all).reduce(together, begin);
}

/** How many records each of the first ones stands for. */
export function timesOf({ places, firsts }: Alike): Int32Array {
  const times = new Int32Array(firsts.length);
  for (let record = 0; record < places.length; record += 1) times[places[record] ?? 0] = (times[places[record] ?? 0] ?? 0) + 1;
  return times;
}

function together({ places, firsts }: Alike, { codes, number }: Codes): Alike {
  if (number <= 1) return { places, firsts };
  const made = { places: new Int32Array(places.length), firsts: [] as number[] };
  const combinations = firsts.length * number;
  const table = tableOf(combinations);
  const map = new Map<number, number>();
  for (let record = 0; record < places.length; record += 1) {
    const key = (places[record] ?? 0) * number + (codes[record] ?? 0);
    let place = (table ? table[key] : map.get(key)) ?? 0; // counted from 1: 0 is not seen yet
    if (place === 0) {
      place = made.firsts.push(record);
      if (table) table[key] = place;
      else map.set(key, place);
    }
    made.places[record] = place - 1;
  }
  return made;
}

/** The values of a field, numbered in the order they are found. */
export function numbered(values: Int32Array): Codes {
  const [codes, known] = [new Int32Array(values.length), new Map<number, number>()];
  let [least, most] = [values[0] ?? 0, values[0] ?? 0];
  for (let record = 1; record < values.length; record += 1) {
    const value = values[record] ?? 0;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  const room = most - least + 1;
  const table = tableOf(room);
  const firsts: number[] = [];
  for (let record = 0; record < values.length; record += 1) {
    const value = (values[record] ?? 0) - least;
    let code = (table ? table[value] : known.get(value)) ?? 0;
    if (code === 0) {
      code = firsts.push(record);
      if (table) table[value] = code;
      else known.set(value, code);
    }
    codes[record] = code - 1;
  }
  return { codes, number: firsts.length, firsts };
}
