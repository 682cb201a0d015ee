import canonicalize from 'canonicalize';
import { regionLabel, regionOf } from '../../../places/public.js';
import { inBatches, tableFile, WHOLE, type CellView, type FigureView, type MadeFile, type ReportView, type SectionView, type TableLine } from '../../../reports/public.js';
import type { Words } from '../../words/words.js';
import { memberText } from './figure-words.js';

const longHead = ['table', 'row_dimension', 'row_key', 'row', 'column_dimension', 'column_key', 'column', 'measure', 'unit', 'least', 'most', 'known', 'records', 'method'];

/** Every cell of every table a line: machines read the keys, people the labels. An empty `most`: no upper end. */
export const reportCsv = (report: ReportView, words: Words): MadeFile => tableFile([longHead], inBatches(longLines(report, words)));

function* longLines(report: ReportView, words: Words): Generator<TableLine> {
  for (const section of report.sections) {
    for (const { row, column, figures } of linesOf(section)) {
      for (const [n, figure] of figures.entries()) yield longLine(report, section, { row, column, figure, n }, words);
    }
  }
}

function longLine(report: ReportView, section: SectionView, { row, column, figure, n }: { row: string; column: string; figure: FigureView; n: number }, words: Words): TableLine {
  const label = (members: SectionView['rowMembers'], dimension: string | null, key: string): string =>
    key === WHOLE ? '' : memberText(words, dimension, members.find((one) => one.key === key) ?? { key, label: null });
  const { id, unit } = section.measures[n] ?? { id: '', unit: '' };
  const ends = [figure.least, figure.most ?? '', figure.known, figure.records];
  return [
    ...[section.id, section.rows ?? '', row, label(section.rowMembers, section.rows, row)],
    ...[section.columns ?? '', column, label(section.columnMembers, section.columns, column), id, unit, ...ends, report.method],
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
export const reportHxl = (report: ReportView, words: Words): MadeFile => tableFile([hxlHead, hxlTags], inBatches(hxlLines(report, words)));

function* hxlLines({ scope, sections }: ReportView, words: Words): Generator<TableLine> {
  for (const section of sections.filter(({ columns }) => columns === null)) {
    for (const { key, figures } of [...(section.rows === null ? [] : section.rowTotals), { key: WHOLE, figures: section.total }]) {
      const region = section.rows === 'region' && regionOf(key) ? key : (scope.region ?? '');
      const [from, to] = section.rows === 'day' && key.length === 10 ? [key, key] : [scope.from ?? '', scope.to ?? ''];
      const row = key === WHOLE ? '' : memberText(words, section.rows, section.rowMembers.find((one) => one.key === key) ?? { key, label: null });
      const place = region ? regionLabel(region, words.language) : '';
      for (const [n, { least, most, known, records }] of figures.entries()) yield [from, to, region, place, section.measures[n]?.id ?? '', least, most ?? '', known, records, section.id, row];
    }
  }
}

/** The report as canonical JSON (RFC 8785), a piece a table: joined, the same text as of the whole. */
export function reportJson(report: ReportView): MadeFile {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (const piece of jsonOf(report)) yield await Promise.resolve(Buffer.from(piece));
  }
  return { pieces: pieces(), rows: () => null };
}

function* jsonOf({ sections, ...rest }: ReportView): Generator<string> {
  const fields = [...Object.entries(rest).filter(([, value]) => value !== undefined), ['sections', null] as const].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [n, [name, value]] of fields.entries()) {
    yield `${n === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    if (name !== 'sections') yield canonicalize(value) ?? 'null';
    else {
      for (const [place, section] of sections.entries()) yield `${place === 0 ? '[' : ','}${canonicalize(section) ?? ''}`;
      yield sections.length === 0 ? '[]' : ']';
    }
  }
  yield '}\n';
}
