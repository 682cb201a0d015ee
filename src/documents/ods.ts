import { strToU8, zipSync } from 'fflate';
import { withoutControls } from './printable.js';
import { heightOf, type Sheet, type SheetCell, type SheetRow } from './workbook.js';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const namespaces = ['office', 'table', 'text', 'style'].map((one) => `xmlns:${one}="urn:oasis:names:tc:opendocument:xmlns:${one}:1.0"`).join(' ');
const spaces = `${namespaces} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"`;
const head = '<?xml version="1.0" encoding="UTF-8"?>';
/** The same bytes for the same sheets: an archive without the hour it was packed. */
const PACKED = { mtime: '1980-01-01T00:00:00' } as const;
/** Centimetres a letter. */
const LETTER = 0.2;

/** A workbook as OpenDocument (ODF 1.3). */
export function writeOds(sheets: readonly Sheet[]): Buffer {
  const manifest = ['<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="', `${TYPE}"/>`, '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'].join('');
  return Buffer.from(
    zipSync({
      // First and not compressed, so that programs know the file by its first bytes.
      mimetype: [strToU8(TYPE), { ...PACKED, level: 0 }],
      'META-INF/manifest.xml': [strToU8(`${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${manifest}</manifest:manifest>`), PACKED],
      'content.xml': [strToU8(contentOf(sheets)), PACKED],
    }),
  );
}

function contentOf(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths))];
  const heights = [...new Set(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => heightOf(row, sheet.widths) ?? [])))];
  const cell = (name: string, inner: string, data = ''): string => `<style:style style:name="${name}" style:family="table-cell"${data}><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>${inner}</style:style>`;
  const part = (name: string, long = true): string => `<number:${name}${long ? ' number:style="long"' : ''}/>`;
  const between = (sign: string): string => `<number:text>${sign}</number:text>`;
  const [day, month, year] = [part('day'), part('month'), part('year')];
  const styles = [
    ...widths.map((width) => `<style:style style:name="c${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * LETTER).toFixed(2)}cm"/></style:style>`),
    ...heights.map((height) => `<style:style style:name="h${height}" style:family="table-row"><style:table-row-properties style:row-height="${height}pt"/></style:style>`),
    `<number:date-style style:name="nday">${day}${between('.')}${month}${between('.')}${year}</number:date-style>`,
    `<number:date-style style:name="nmonth">${month}${between('.')}${year}</number:date-style>`,
    `<number:date-style style:name="nminute">${day}${between('.')}${month}${between('.')}${year}${between(' ')}${part('hours')}${between(':')}${part('minutes')}</number:date-style>`,
    cell('plain', ''),
    cell('bold', '<style:text-properties fo:font-weight="bold"/>'),
    cell('right', '<style:paragraph-properties fo:text-align="end"/>'),
    ...['day', 'month', 'minute'].map((kind) => cell(kind, '<style:paragraph-properties fo:text-align="start"/>', ` style:data-style-name="n${kind}"`)),
  ];
  return `${head}<office:document-content ${spaces}><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetOf).join('')}</office:spreadsheet></office:body></office:document-content>`;
}

function sheetOf({ name, widths, heads, rows }: Sheet): string {
  const written = rows.map((row) => rowOf(row, widths));
  const top = heads > 0 ? `<table:table-header-rows>${written.slice(0, heads).join('')}</table:table-header-rows>` : '';
  return `<table:table table:name="${escaped(name)}">${widths.map((width) => `<table:table-column table:style-name="c${width}"/>`).join('')}${top}${written.slice(heads).join('')}</table:table>`;
}

function rowOf(row: SheetRow, widths: readonly number[]): string {
  const height = heightOf(row, widths);
  return `<table:table-row${height === null ? '' : ` table:style-name="h${height}"`}>${row.length === 0 ? '<table:table-cell/>' : row.map(cellOf).join('')}</table:table-row>`;
}

function cellOf(cell: SheetCell | null): string {
  if (cell === null) return '<table:table-cell/>';
  const { value, kind, bold, right, span = 1 } = cell;
  const style = kind ?? (bold ? 'bold' : right ? 'right' : 'plain');
  const covered = span > 1 ? `<table:covered-table-cell table:number-columns-repeated="${span - 1}"/>` : '';
  const attributes = `table:style-name="${style}"${span > 1 ? ` table:number-columns-spanned="${span}"` : ''} ${typed(value, kind)}`;
  return `<table:table-cell ${attributes}><text:p>${escaped(kind ? saidAs(String(value)) : String(value))}</text:p></table:table-cell>${covered}`;
}

/** As the cell's style says it, for programs that show the text and not the value: "10.01.2021 14:30", "01.2021". */
const saidAs = (value: string): string => {
  const [date = '', clock] = value.split('T');
  return [date.split('-').reverse().join('.'), ...(clock ? [clock] : [])].join(' ');
};

function typed(value: string | number, kind: SheetCell['kind']): string {
  if (kind) return `office:value-type="date" office:date-value="${kind === 'month' ? `${value}-01` : kind === 'minute' ? `${value}:00` : value}"`;
  return typeof value === 'number' ? `office:value-type="float" office:value="${value}"` : 'office:value-type="string"';
}

const escaped = (text: string): string => withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
