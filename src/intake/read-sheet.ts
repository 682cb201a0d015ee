import { types } from 'node:util';
import { parse } from 'csv-parse/sync';
import { Problem } from '../kernel/errors/public.js';
import { decodeText, type Encoding } from './decode-text.js';
import { unguarded } from '../kernel/text/public.js';
import { checkUnpackedSize } from './unpacked-size.js';

/** One row of a file; `number` is the row as a spreadsheet counts it, the headings being row 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** Columns a list of remarks adds; a mended list can be imported as it is, they are left out then. */
export const remarkColumns = ['habeas_row', 'habeas_level', 'habeas_remarks'] as const;

const MOST_ROWS = 200_000;
const MOST_COLUMNS = 500;

/**
 * Reads a CSV (comma, semicolon or tab) or the first sheet of an XLSX file. Everything becomes text.
 * @throws Problem `import.*` (422) when it is neither, is damaged, or its headings are not usable.
 */
export async function readSheet(bytes: Buffer, delimiter: string | null = null): Promise<Sheet> {
  if (bytes.length === 0) throw refused('import.empty');
  const zipped = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  const { table, ...how } = zipped ? await fromXlsx(bytes) : fromCsv(bytes, delimiter);
  const [first, ...rest] = table;
  const headers = (first ?? []).map((name) => name.trim());
  while (headers.at(-1) === '') headers.pop();
  if (headers.length === 0) throw refused('import.empty');
  if (headers.length > MOST_COLUMNS || rest.length > MOST_ROWS) throw refused('import.too_many_rows');
  const twice = headers.find((name, place) => name !== '' && headers.indexOf(name) !== place);
  if (twice !== undefined) throw refused('import.heading_twice');
  const rows = rest.map((cells, place) => ({ number: place + 2, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return withoutRemarks({ ...how, headers, rows });
}

interface Read {
  readonly format: Sheet['format'];
  readonly encoding: Sheet['encoding'];
  readonly table: readonly (readonly string[])[];
}

function fromCsv(bytes: Buffer, given: string | null): Read {
  const { text, encoding } = decodeText(bytes);
  const delimiter = given ?? delimiterOf(text);
  try {
    const table = parse(text, { bom: true, delimiter, relax_column_count: true, max_record_size: 2_000_000 });
    return { format: 'csv', encoding, table };
  } catch (error) {
    const line = Number((error as { lines?: unknown }).lines ?? 0);
    throw new Problem('import.csv_damaged', { status: 422, params: { line } });
  }
}

async function fromXlsx(bytes: Buffer): Promise<Read> {
  checkUnpackedSize(bytes);
  try {
    const { default: readXlsx } = await import('read-excel-file/node');
    const [sheet] = await readXlsx(bytes);
    const table = (sheet?.data ?? []).map((row) => row.map(cellText));
    return { format: 'xlsx', encoding: null, table };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw refused('import.xlsx_damaged');
  }
}

/** The sign that parts the headings: whichever of the usual ones stands there most often outside quotation marks. */
export function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((sign) => [sign, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '\n') break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (types.isDate(value)) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  }
  return String(value as string | number | boolean);
}

/** A list of remarks guards cells against being run as formulas; reading it again takes the guard away. */
function withoutRemarks(sheet: Sheet): Sheet {
  const kept = sheet.headers.flatMap((name, place) => (remarkColumns.some((own) => own === name) ? [] : [place]));
  if (kept.length === sheet.headers.length) return sheet;
  const rows = sheet.rows.map(({ number, cells }) => ({
    number,
    cells: kept.map((place) => unguarded(cells[place] ?? '')),
  }));
  return { ...sheet, headers: kept.map((place) => sheet.headers[place] ?? ''), rows };
}

const refused = (code: string): Problem => new Problem(code, { status: 422 });
