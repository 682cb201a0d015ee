import type { Tile } from './tile-grid.js';

/** What is surely so and what may be so; null: no upper end. */
export interface PictureValue {
  readonly least: number;
  readonly most: number | null;
}

export interface PictureBar {
  readonly label: string;
  /** One a series. */
  readonly values: readonly PictureValue[];
  /** The figure in words, printed beside its bar. */
  readonly said: string;
  /** The sure figure of the period before. */
  readonly before: number | null;
}

/** A picture as plain data: drawn alike on a page, on paper and as a file. */
export interface Picture {
  readonly kind: 'bars' | 'columns' | 'stacked' | 'line' | 'histogram' | 'multiples' | 'map';
  /** What is counted, by what: read out in place of the picture. */
  readonly title: string;
  readonly bars: readonly PictureBar[];
  readonly series: readonly string[];
  readonly tiles?: readonly (Tile & { readonly bar: PictureBar | null })[];
  readonly none?: string;
  /** Words of the legend. */
  readonly sure: string;
  readonly possible: string;
  readonly was: string;
  readonly hours: boolean;
}

export const topOf = (bars: readonly PictureBar[], stacked: boolean): number =>
  Math.max(0, ...bars.map(({ values, before }) => Math.max(before ?? 0, stacked ? values.reduce((all, value) => all + highest(value), 0) : Math.max(0, ...values.map(highest)))));

/** An open end is drawn a quarter beyond the sure part, with a point. */
export const highest = ({ least, most }: PictureValue): number => most ?? Math.max(least * 1.25, least + 1);
