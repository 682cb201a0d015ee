import { stringify } from 'csv-stringify/sync';
import writeExcel from 'write-excel-file/node';
import { drawPdf, type DocumentWords, type Paper } from '../documents/public.js';
import { guarded } from '../kernel/text/public.js';
import type { Instant } from '../kernel/time/public.js';
import { LEFT_OUT, type LaidOut, type LaidOutTable } from './laid-out.js';

export interface MadeFile {
  readonly format: 'pdf' | 'xlsx' | 'csv';
  readonly bytes: Buffer;
}

/** The files of a publication. They carry no author, no tool and no time but that of the publication. */
export async function filesOf(publication: LaidOut, madeAt: Instant, words: DocumentWords): Promise<MadeFile[]> {
  return [
    { format: 'pdf', bytes: await drawPdf(paperOf(publication, madeAt, words)) },
    { format: 'xlsx', bytes: await workbookOf(publication) },
    { format: 'csv', bytes: Buffer.from(csvOf(publication)) },
  ];
}

function paperOf({ language, title, reference, intro, tables, names, notes }: LaidOut, madeAt: Instant, words: DocumentWords): Paper {
  const wide = (head: readonly string[]) => head.map((text, n) => ({ head: text, share: n === 0 ? 3 : 1 }));
  const listed = (heading: string, lines: readonly string[]) => ({ heading, lead: null, bar: null, table: { columns: [{ head: '', share: 1 }], rows: lines.map((line) => [[line]]) }, empty: null });
  return {
    ...{ language, title, reference, madeAt },
    foot: [reference, notes.at(-1) ?? ''],
    pageOf: words.say('documents.page_of', { page: '{page}', pages: '{pages}' }),
    facts: intro === null ? [] : [[[words.say('publications.intro')], [intro]]],
    sections: [
      ...tables.map(({ caption, head, rows }) => ({
        ...{ heading: caption, lead: null, bar: null, empty: null },
        table: { columns: wide(head), rows: rows.map((row) => row.map((cell) => [textOf(cell)])) },
      })),
      ...(names === null ? [] : [listed(words.say('publications.names'), names)]),
      listed(words.say('publications.notes'), notes),
    ],
  };
}

const textOf = (cell: string | number | null): string => (cell === null ? LEFT_OUT : String(cell));

type SheetCell = { value: string | number; type?: typeof String | typeof Number; fontWeight?: 'bold' } | null;

/** A sheet a table; figures are numbers, what is left out is a text, and no text becomes a formula. */
async function workbookOf({ title, intro, tables, names, notes }: LaidOut): Promise<Buffer> {
  const text = (value: string, bold = false): SheetCell => ({ value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) });
  const cell = (value: string | number | null): SheetCell => (typeof value === 'number' ? { value, type: Number } : text(value ?? LEFT_OUT));
  const sheetOf = ({ caption, head, rows }: LaidOutTable): SheetCell[][] => [[text(caption, true)], head.map((one) => text(one, true)), ...rows.map((row) => row.map(cell))];
  const first = [[text(title, true)], ...(intro ? [[text(intro)]] : []), ...notes.map((note) => [text(note)])];
  const sheets = [first, ...tables.map(sheetOf), ...(names === null ? [] : [names.map((name) => [text(name)])])];
  return writeExcel(sheets.map((data, n) => ({ data, sheet: String(n + 1), columns: [{ width: 40 }] }))).toBuffer();
}

/** All tables below each other, each with its caption; programs that want one table a file take the workbook. */
function csvOf({ title, tables, notes }: LaidOut): string {
  const rows = tables.flatMap(({ caption, head, rows: body }) => [[caption], head, ...body.map((row) => row.map(textOf)), []]);
  const all = [[title], [], ...rows, ...notes.map((note) => [note])];
  return stringify(all.map((row) => row.map(guarded)), { bom: true, record_delimiter: 'windows' });
}
