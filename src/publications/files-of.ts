import { stringify } from 'csv-stringify/sync';
import { drawPdf, sheetName, writeXlsx, type DocumentWords, type Paper, type Sheet, type SheetCell } from '../documents/public.js';
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
    { format: 'xlsx', bytes: await workbookOf(publication, words) },
    { format: 'csv', bytes: Buffer.from(csvOf(publication)) },
  ];
}

function paperOf({ language, title, reference, intro, tables, names, notes }: LaidOut, madeAt: Instant, words: DocumentWords): Paper {
  const wide = (head: readonly string[]) => head.map((text, n) => ({ head: text, share: n === 0 ? 2.5 : 1, figures: n > 0 }));
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

/** A sheet a table; figures are numbers, what is left out is a text. */
function workbookOf({ title, intro, tables, names, notes }: LaidOut, words: DocumentWords): Promise<Buffer> {
  const cell = (value: string | number | null): SheetCell => ({ value: value ?? LEFT_OUT, ...(typeof value === 'string' ? { wrap: true } : { right: true }) });
  const bold = (value: string, more: Partial<SheetCell> = {}): SheetCell => ({ value, bold: true, wrap: true, ...more });
  const lines = (heading: string, all: readonly string[]): Omit<Sheet, 'name'> => ({ widths: [100], heads: 0, rows: [[bold(heading)], ...all.map((value) => [{ value, wrap: true }])] });
  const tableOf = ({ caption, head, rows }: LaidOutTable): Omit<Sheet, 'name'> => ({
    ...{ widths: head.map((_, n) => (n === 0 ? 40 : 16)), heads: 2 },
    rows: [[bold(caption, { span: head.length })], head.map((one) => bold(one)), ...rows.map((row) => row.map(cell))],
  });
  const sheets = [{ title: words.say('publications.notes'), sheet: lines(title, [...(intro ? [intro] : []), ...notes]) }, ...tables.map((table) => ({ title: table.caption, sheet: tableOf(table) }))];
  const listed = names === null ? [] : [{ title: words.say('publications.names'), sheet: lines(words.say('publications.names'), names) }];
  return writeXlsx([...sheets, ...listed].map((one, place) => ({ name: sheetName(one.title, place + 1), ...one.sheet })));
}

/** All tables below each other, each with its caption; programs that want one table a file take the workbook. */
function csvOf({ title, tables, notes }: LaidOut): string {
  const rows = tables.flatMap(({ caption, head, rows: body }) => [[caption], head, ...body.map((row) => row.map(textOf)), []]);
  const all = [[title], [], ...rows, ...notes.map((note) => [note])];
  return stringify(all.map((row) => row.map(guarded)), { bom: true, record_delimiter: 'windows' });
}
