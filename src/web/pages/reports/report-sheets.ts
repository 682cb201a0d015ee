import { stringify } from 'csv-stringify/sync';
import { sheetName, type Sheet, type SheetCell, type SheetRow } from '../../../documents/public.js';
import { guarded } from '../../../kernel/text/public.js';
import { regionLabel, regionOf } from '../../../places/public.js';
import { WHOLE, type CellView, type FigureView, type ReportView, type SectionView } from '../../../reports/public.js';
import type { Words } from '../../words/words.js';
import { memberText } from './figure-words.js';
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

/** The figure as it is said, which is a number where both ends are the same; its least; its most, empty where it has no upper end. */
function endsOf({ text: said, figure, unit }: SaidCell): (SheetCell | null)[] {
  const end = (value: number): SheetCell => ({ value: unit === 'minutes' ? Math.round((value / 60) * 100) / 100 : value });
  if (figure === null) return [text(said, { right: true }), { value: 0 }, { value: 0 }];
  const exact = figure.least === figure.most && unit !== 'minutes';
  return [exact ? { value: figure.least, right: true } : text(said, { right: true }), end(figure.least), figure.most === null ? null : end(figure.most)];
}

const longHead = ['table', 'row_dimension', 'row_key', 'row', 'column_dimension', 'column_key', 'column', 'measure', 'unit', 'least', 'most', 'known', 'records', 'method'];

/** Every cell of every table a line: machines read the keys, people the labels. An empty `most`: no upper end. */
export function reportCsv(report: ReportView, words: Words): string {
  const rows = report.sections.flatMap((section) => linesOf(section).map(({ row, column, figures }) => figures.map((figure, n) => longLine(report, section, { row, column, figure, n }, words))).flat());
  return stringify([longHead, ...rows], { bom: true, record_delimiter: 'windows' });
}

function longLine(report: ReportView, section: SectionView, { row, column, figure, n }: { row: string; column: string; figure: FigureView; n: number }, words: Words): (string | number)[] {
  const label = (members: SectionView['rowMembers'], dimension: string | null, key: string): string =>
    key === WHOLE ? '' : guarded(memberText(words, dimension, members.find((one) => one.key === key) ?? { key, label: null }));
  const { id, unit } = section.measures[n] ?? { id: '', unit: '' };
  const ends = [figure.least, figure.most ?? '', figure.known, figure.records];
  return [
    ...[section.id, section.rows ?? '', guarded(row), label(section.rowMembers, section.rows, row)],
    ...[section.columns ?? '', guarded(column), label(section.columnMembers, section.columns, column), id, unit, ...ends, report.method],
  ];
}

/** The cells, and for a table with columns also the totals of its rows; the closing line is the table's total. */
function linesOf(section: SectionView): CellView[] {
  const totals = section.columns === null ? [] : section.rowTotals.map(({ key, figures }) => ({ row: key, column: WHOLE, figures }));
  const cells = section.rows === null ? [] : section.columns === null ? section.rowTotals.map(({ key, figures }) => ({ row: key, column: WHOLE, figures })) : section.cells;
  return [...cells, ...totals, { row: WHOLE, column: WHOLE, figures: section.total }];
}

const hxlHead = ['from', 'to', 'region code', 'region', 'indicator', 'least', 'most', 'known', 'records', 'table', 'row'];
const hxlTags = ['#date+start', '#date+end', '#adm1+code+v_iso3166_2', '#adm1+name', '#indicator+name', '#indicator+num+min', '#indicator+num+max', '#meta+known', '#meta+records', '#meta+table', '#meta+row'];

/** Tables without columns as HXL: a line a row and measure, with the region and the days it is about. */
export function reportHxl(report: ReportView, words: Words): string {
  const { scope } = report;
  const rows = report.sections
    .filter(({ columns }) => columns === null)
    .flatMap((section) =>
      [...(section.rows === null ? [] : section.rowTotals), { key: WHOLE, figures: section.total }].flatMap(({ key, figures }) =>
        figures.map((figure, n) => {
          const region = section.rows === 'region' && regionOf(key) ? key : (scope.region ?? '');
          const [from, to] = section.rows === 'day' && key.length === 10 ? [key, key] : [scope.from ?? '', scope.to ?? ''];
          const row = key === WHOLE ? '' : guarded(memberText(words, section.rows, section.rowMembers.find((one) => one.key === key) ?? { key, label: null }));
          return [from, to, region, region ? guarded(regionLabel(region, words.language)) : '', section.measures[n]?.id ?? '', figure.least, figure.most ?? '', figure.known, figure.records, section.id, row];
        }),
      ),
    );
  return stringify([hxlHead, hxlTags, ...rows], { bom: true, record_delimiter: 'windows' });
}
