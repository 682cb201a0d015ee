/** A workbook laid out but not yet written: both spreadsheet formats write the same sheets. No text of it becomes a formula. */
export interface Sheet {
  /** At most 31 letters, without `[ ] : * ? / \`, each once in a workbook; `sheetName` makes one. */
  readonly name: string;
  /** Widths of the columns, in letters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in sight, and are printed on every page. */
  readonly heads: number;
  readonly rows: readonly SheetRow[];
}

export type SheetRow = readonly (SheetCell | null)[];

export interface SheetCell {
  /** A number, a text, or with `kind` a day `2021-01-10`, a month `2021-01` or a minute `2021-01-10T14:30`. */
  readonly value: string | number;
  readonly kind?: 'day' | 'month' | 'minute';
  readonly bold?: boolean;
  readonly right?: boolean;
  /** Breaks into lines within its width. */
  readonly wrap?: boolean;
  /** Lies over so many columns. */
  readonly span?: number;
}

const LONGEST_NAME = 31;

/** A sheet's name: its place and as many whole words of the title as go in; the last is no small one such as "of". */
export function sheetName(title: string, place: number): string {
  const plain = `${place}. ${title.replace(/[[\]:*?/\\]/g, ' ').replace(/\s+/g, ' ').trim()}`;
  if (plain.length <= LONGEST_NAME) return plain;
  const cut = plain.lastIndexOf(' ', LONGEST_NAME);
  return plain.slice(0, cut > 4 ? cut : LONGEST_NAME).replace(/(?:[\s,;–-]+\p{L}{1,3})*[\s,;–-]*$/u, '');
}

/** Points; a row whose text lies over several columns does not find its height by itself. */
export const LINE_HEIGHT = 15;

/** Lines a text needs in so many letters. */
export const linesIn = (text: string, letters: number): number => Math.max(1, Math.ceil((text.length * 1.1) / Math.max(1, letters)));

/** Height of a row in points where a cell lies over several columns; null: the reader's program finds it. */
export function heightOf(row: SheetRow, widths: readonly number[]): number | null {
  const wide = row.flatMap((cell, place) => (cell?.span && cell.span > 1 ? [linesIn(String(cell.value), widths.slice(place, place + cell.span).reduce((all, one) => all + one, 0))] : []));
  return wide.length === 0 ? null : Math.max(...wide) * LINE_HEIGHT;
}
