/** What a figure counts in. */
export type Unit = 'people' | 'records' | 'minutes' | 'days' | 'money';

/**
 * One figure as SQL over the rows of a subject, to be summed. `least` counts only what surely lies in the scope, `most` all that may;
 * a `most` that is NULL in a row leaves the sum open above.
 */
export interface Measure {
  readonly id: string;
  readonly unit: Unit;
  readonly least: string;
  readonly most: string;
  /** Only rows for which this condition holds add to the figure. Left out: all of them. */
  readonly when?: string;
  /** Rows the figure is to be had of, as a condition; the others are said beside it. Left out: all of them. */
  readonly of?: string;
}

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
