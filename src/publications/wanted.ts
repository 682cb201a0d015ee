import type { Sensitive } from './published-cell.js';

/** How far what is possible of a sum over units has to reach. */
export interface Wanted {
  readonly units: readonly number[];
  readonly most: number;
  readonly width: number;
}

export const asWide = ({ units, threshold }: Sensitive): Wanted => ({ units, most: threshold, width: threshold });

/** Possible are both a value that is not small and one far enough below it. */
export const isAsWide = ({ least, most }: { readonly least: number; readonly most: number }, wanted: Wanted): boolean => most >= wanted.most && most - least >= wanted.width;
