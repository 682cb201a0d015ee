import { stringify } from 'csv-stringify/sync';
import writeXlsx from 'write-excel-file/node';
import { guarded } from '../../../kernel/text/public.js';
import { regionLabel, regionOf } from '../../../places/public.js';
import { WHOLE, type CellView, type FigureView, type ReportView, type SectionView } from '../../../reports/public.js';
import type { Words } from '../../words/words.js';
import { memberText } from './figure-words.js';
import type { SaidReport, SaidSection } from './said-report.js';

interface SheetCell {
  readonly value: string | number;
  readonly type: StringConstructor | NumberConstructor;
  readonly fontWeight?: 'bold';
  readonly wrap?: boolean;
  readonly align?: 'right';
}
type SheetRow = (SheetCell | null)[];

const text = (value: string, more: Partial<SheetCell> = {}): SheetCell => ({ value, type: String, ...more });
const number = (value: number): SheetCell => ({ value, type: Number });

/** A sheet's name: 31 letters without the signs a workbook refuses, each once. */
function nameOf(title: string, place: number): string {
  const plain = title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 27).trim();
  return `${place}. ${plain}`;
}

/** A workbook: what it is about first, then a sheet a table. Every figure stands as text and as its two ends, to compute with. */
export function reportXlsx(said: SaidReport, words: Words): Promise<Buffer> {
  const say = (key: string): string => words.say(`reports.${key}`);
  const about: SheetRow[] = [
    [text(said.title, { fontWeight: 'bold' })],
    ...said.facts.map(({ label, value }): SheetRow => [text(label, { fontWeight: 'bold' }), text(value, { wrap: true })]),
    [],
    ...said.notes.map((note): SheetRow => [text(say('method'), { fontWeight: 'bold' }), text(note, { wrap: true })]),
  ];
  const sheets = [
    { data: about, sheet: nameOf(say('about'), 1), columns: [{ width: 24 }, { width: 110 }] },
    ...said.sections.map((section, place) => ({ data: sheetOf(section, say), sheet: nameOf(section.title, place + 2), columns: widthsOf(section), stickyRowsCount: 1, stickyColumnsCount: 1 })),
  ];
  return writeXlsx(sheets as Parameters<typeof writeXlsx>[0] as never).toBuffer();
}

function sheetOf({ heads, rows, total, notes }: SaidSection, say: (key: string) => string): SheetRow[] {
  const head: SheetRow = [text(heads[0] ?? '', { fontWeight: 'bold' }), ...heads.slice(1).flatMap((one) => [text(one, { fontWeight: 'bold', wrap: true }), text(`${one}: ${say('at_least')}`, { fontWeight: 'bold', wrap: true }), text(`${one}: ${say('at_most')}`, { fontWeight: 'bold', wrap: true })])];
  const body = [...rows, ...(total ? [total] : [])].map((row): SheetRow => [
    text(row.cells[0]?.text ?? '', { wrap: true }),
    ...row.cells.slice(1).flatMap(({ text: said, figure, unit }): (SheetCell | null)[] => {
      const ends = (value: number): SheetCell => number(unit === 'minutes' ? Math.round((value / 60) * 100) / 100 : value);
      return [text(said, { align: 'right' }), figure ? ends(figure.least) : number(0), figure === null ? number(0) : figure.most === null ? null : ends(figure.most)];
    }),
  ]);
  return [head, ...body, [], ...notes.map((note): SheetRow => [text(note, { wrap: false })])];
}

const widthsOf = ({ heads }: SaidSection): { width: number }[] => [{ width: 42 }, ...heads.slice(1).flatMap(() => [{ width: 20 }, { width: 12 }, { width: 12 }])];

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
