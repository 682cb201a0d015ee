import type { Language } from '../kernel/actor/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { CustodyAxis, CustodyStretch } from './timeline-document.js';

/** A document laid out but not yet drawn: the PDF and the editable file draw the same paper. */
export interface Paper {
  /** Of the headings: a body outside the country may take another than ours. */
  readonly language: Language | 'fr' | 'es';
  readonly title: string;
  /** Under the title, and at the head of every page. */
  readonly reference: string;
  readonly madeAt: Instant;
  /** Lines at the foot of every page. */
  readonly foot: readonly string[];
  /** With `{page}` and `{pages}` to fill in. */
  readonly pageOf: string;
  readonly facts: readonly PaperRow[];
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  readonly heading: string;
  readonly lead: string | null;
  /** In small letters at the end: how it was counted, of how many. */
  readonly note?: string | null;
  readonly bar: PaperBar | null;
  readonly picture?: PaperPicture | null;
  readonly table: PaperTable | null;
  /** Said in place of a table that would have no rows. */
  readonly empty: string | null;
}

/** A drawing of our own making, as text of SVG. */
export interface PaperPicture {
  readonly svg: string;
  /** The picture in words, for those who do not see it. */
  readonly spoken: string;
}

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
}

export interface PaperColumn {
  readonly head: string;
  /** Share of the width. */
  readonly share: number;
  /** Numbers stand under each other at the right. */
  readonly figures?: boolean;
}

export type PaperRow = readonly PaperCell[];

/** Lines of one cell: the first is what counts, the others explain it in smaller letters. */
export type PaperCell = readonly string[];

export interface PaperBar {
  readonly axis: CustodyAxis;
  readonly lanes: readonly PaperLane[];
  readonly legend: string;
  readonly caption: string | null;
  /** The bar in words, for those who do not see it. */
  readonly spoken: string;
}

export interface PaperLane {
  readonly account: string;
  readonly bars: readonly { readonly label: string; readonly heldFor: string; readonly stretch: CustodyStretch }[];
}
