import { sheetName, type Sheet, type SheetCell, type SheetRow } from '../../../documents/public.js';
import type { Words } from '../../words/words.js';
import type { SaidCell, SaidReport, SaidRow, SaidSection } from './said-report.js';

const text = (value: string, more: Partial<SheetCell> = {}): SheetCell => ({ value, ...more });
const FIRST = 42;
const ABOUT = [28, 90];

/** What a report is about, on the first sheet. */
export interface AboutReport {
  /** `2021-01-10T14:30`, on the clocks of the organisation. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly purpose: string;
}

/** A workbook: what it is about first, then a sheet a table. Every figure stands as it is said and as its two ends, to compute with. */
export function reportSheets(said: SaidReport, words: Words, { madeAt, madeBy, purpose }: AboutReport): Sheet[] {
  const say = (key: string): string => words.say(`reports.${key}`);
  const names = [say('about'), ...said.sections.map(({ title }) => title)].map((title, place) => sheetName(title, place + 1));
  const fact = (label: string, value: SheetCell): SheetRow => [text(label, { bold: true }), { wrap: true, ...value }];
  const about: SheetRow[] = [
    [text(said.title, { bold: true, span: 2 })],
    ...said.facts.map(({ key, label, value }): SheetRow => fact(label, key === 'made' ? { value: madeAt, kind: 'minute' } : text(value))),
    fact(say('made_by'), text(madeBy)),
    fact(words.say('documents.purpose_label'), text(purpose)),
    [],
    ...said.sections.map(({ title }, place): SheetRow => fact(names[place + 1] ?? '', text(title))),
    [],
    ...said.notes.map((note, place): SheetRow => fact(place === 0 ? say('method') : '', text(note))),
  ];
  return [{ name: names[0] ?? '', rows: about, widths: ABOUT, heads: 0 }, ...said.sections.map((section, place) => ({ name: names[place + 1] ?? '', ...sheetOf(section, say) }))];
}

function sheetOf({ heads, rows, total, dates, notes }: SaidSection, say: (key: string) => string): Omit<Sheet, 'name'> {
  const widths = [FIRST, ...heads.slice(1).flatMap((head) => [Math.min(20, Math.max(14, head.length)), 12, 12])];
  const ends = (one: string): SheetCell[] => [one, `${one}: ${say('at_least')}`, `${one}: ${say('at_most')}`].map((head) => text(head, { bold: true, wrap: true }));
  const firstOf = ({ key, cells }: SaidRow): SheetCell => (dates && key.startsWith('2') ? { value: key, kind: dates } : text(cells[0]?.text ?? '', { wrap: true }));
  const rowOf = (row: SaidRow): SheetRow => [firstOf(row), ...row.cells.slice(1).flatMap(endsOf)];
  const lines = notes.map((note): SheetRow => [text(note, { span: widths.length, wrap: true })]);
  return { widths, heads: 1, rows: [[text(heads[0] ?? '', { bold: true, wrap: true }), ...heads.slice(1).flatMap(ends)], ...rows.map(rowOf), ...(total ? [rowOf(total)] : []), [], ...lines] };
}

/** The figure as it is said, which is a number where both ends are the same; its least; its most, empty where it has no upper end. What is no figure at all has no ends. */
function endsOf({ text: said, figure, unit }: SaidCell): (SheetCell | null)[] {
  const end = (value: number): SheetCell => ({ value: unit === 'minutes' ? Math.round((value / 60) * 100) / 100 : value });
  if (figure === null) return unit === null ? [text(said, { right: true }), null, null] : [text(said, { right: true }), { value: 0 }, { value: 0 }];
  const exact = figure.least === figure.most && unit !== 'minutes';
  return [exact ? { value: figure.least, right: true } : text(said, { right: true }), end(figure.least), figure.most === null ? null : end(figure.most)];
}
