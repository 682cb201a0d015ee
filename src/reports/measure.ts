import type { RecordSet } from './record-set.js';

/** What a figure counts in. */
export type Unit = 'people' | 'records' | 'minutes' | 'days' | 'money';

/** A figure of every record of a set. */
export interface Amounts {
  readonly least: Float64Array;
  /** Infinity: no upper end. */
  readonly most: Float64Array;
  /** 1: the figure is to be had of the record; the others are said beside it. */
  readonly known: Uint8Array;
  /** Only records for which this is 1 add anything. Left out: all of them. */
  readonly when?: ArrayLike<number>;
}

/**
 * Fields that cost more than the others, and are read only when somebody asks for them: ids of the records and of the people, rulings, incidents within reach,
 * and how many people of an incident are known.
 */
export type Extra = 'id' | 'individual' | 'rulings' | 'incident' | 'known';

/** One figure, to be summed over the records of a subject. */
export interface Measure {
  readonly id: string;
  readonly unit: Unit;
  readonly needs?: Extra;
  readonly of: (set: RecordSet) => Amounts;
}

type Of<Value> = (record: number) => Value;

/** What each record adds. @param when the others add nothing, and are known to; left out: all of them add @param known left out: of all of them */
export function amounts({ count }: RecordSet, least: Of<number>, most: Of<number>, when?: Of<boolean>, known?: Of<boolean>): Amounts {
  const made = { least: new Float64Array(count), most: new Float64Array(count), known: new Uint8Array(count).fill(1) };
  for (let record = 0; record < count; record += 1) {
    if (known && !known(record)) made.known[record] = 0;
    if (when && !when(record)) continue;
    made.least[record] = least(record);
    made.most[record] = most(record);
  }
  return made;
}

const one = (): number => 1;

/** Every record counts one, or only those for which this holds. */
export const each = (id: string, unit: Unit, when?: (set: RecordSet) => Of<boolean>): Measure => ({ id, unit, of: (set) => amounts(set, one, one, when?.(set)) });

/** Bounds of one measure in one cell. */
export interface Figure {
  readonly least: number;
  /** null: no upper end. */
  readonly most: number | null;
  /** Records the figure rests on. */
  readonly known: number;
  /** Records that stand here, surely or possibly. */
  readonly records: number;
}

export const nothing: Figure = { least: 0, most: 0, known: 0, records: 0 };

export const plus = (a: Figure, b: Figure): Figure => ({
  least: a.least + b.least,
  most: a.most === null || b.most === null ? null : a.most + b.most,
  known: a.known + b.known,
  records: a.records + b.records,
});
