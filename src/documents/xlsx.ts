import type writeExcel from 'write-excel-file/node';
import type { Feature } from 'write-excel-file/node';
import { millisecondsOf, type Instant } from '../kernel/time/public.js';
import { heightOf, type Sheet, type SheetCell, type SheetRow } from './workbook.js';

const DAY_MS = 86_400_000;
/** Day 0 of a workbook. */
const EPOCH = millisecondsOf('1899-12-30T00:00:00.000Z' as Instant);
const formats = { day: 'dd.mm.yyyy', month: 'mm.yyyy', minute: 'dd.mm.yyyy hh:mm' } as const;
const rest = { day: 'T00:00:00.000Z', month: '-01T00:00:00.000Z', minute: ':00.000Z' } as const;
/** Beyond this width a page lies on its side. */
const UPRIGHT = 95;

/** A workbook for Excel: pages of A4 as wide as the sheet, the head on every page. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const laid = sheets.map(({ name, widths, heads, rows }) => ({
    data: rows.map((row) => cellsOf(row, widths)),
    sheet: name,
    columns: widths.map((width) => ({ width })),
    ...(heads > 0 ? { stickyRowsCount: heads, stickyColumnsCount: 1 } : {}),
    orientation: widths.reduce((all, one) => all + one, 0) > UPRIGHT ? ('landscape' as const) : ('portrait' as const),
  }));
  const { default: write } = await import('write-excel-file/node');
  return write(laid as Parameters<typeof writeExcel>[0] as never, { features: [printed(sheets)] } as never).toBuffer();
}

function cellsOf(row: SheetRow, widths: readonly number[]): unknown[] {
  const height = heightOf(row, widths);
  return row.flatMap((cell) => (cell === null ? [null] : [{ ...cellOf(cell), ...(height === null ? {} : { height }) }, ...Array.from({ length: (cell.span ?? 1) - 1 }, () => null)]));
}

function cellOf({ value, kind, bold, right, wrap, span }: SheetCell): object {
  const said = kind ? { value: (millisecondsOf(`${value}${rest[kind]}` as Instant) - EPOCH) / DAY_MS, type: Number, format: formats[kind], align: 'left' } : { value, type: typeof value === 'number' ? Number : String };
  return { ...said, alignVertical: 'top', ...(bold ? { fontWeight: 'bold' } : {}), ...(right ? { align: 'right' } : {}), ...(wrap ? { wrap: true } : {}), ...(span ? { columnSpan: span } : {}) };
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What the writer has no words for: pages as wide as the sheet, and the head of a sheet on every page. */
const printed = (sheets: readonly Sheet[]): Feature<Buffer> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>').replace(/<pageSetup [^>]*\/>/, (tag) => tag.replace(/ (?:paperSize|fitToWidth|fitToHeight)="[^"]*"/g, '').replace('/>', ' paperSize="9" fitToWidth="1" fitToHeight="0"/>')),
      },
      'xl/workbook.xml': {
        transform: (xml: string) => {
          const titles = sheets.flatMap(({ name, heads }, n) => (heads > 0 ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${quoted(name)}!$1:$${heads}</definedName>`] : []));
          // The writer leaves an empty list of names, which is not allowed, and two are not either.
          return xml.replace('<definedNames/>', '').replace('</sheets>', titles.length === 0 ? '</sheets>' : `</sheets><definedNames>${titles.join('')}</definedNames>`);
        },
      },
    },
  },
});
