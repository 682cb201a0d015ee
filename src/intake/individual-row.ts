import type { RecordIndividualInput } from '../individuals/public.js';
import { readBirth, readDay } from '../kernel/time/public.js';
import type { Mapping } from './mapping.js';
import { quoted, type RowCells } from './row-cells.js';
import { reordered } from './row-when.js';

export interface IndividualDraft {
  readonly row: number;
  readonly externalId: string;
  readonly input: RecordIndividualInput;
}

/** Reads one row as a person; what is wrong or odd goes into the remarks of its cells. */
export function individualDraft(cells: RowCells, mapping: Mapping): IndividualDraft {
  const { remarks } = cells;
  const id = cells.text('externalId') ?? '';
  if (!id) remarks.error('external_id_missing', cells.columnName('externalId'));
  const name = cells.text('name');
  const texts = [...(name ? [name] : []), ...cells.list('otherNames')];
  const description = cells.text('description') ?? null;
  if (texts.length === 0 && !description) remarks.error('nobody_named', cells.columnName('name'));
  for (const column of mapping.expected) if (!cells.column(column)) remarks.oddity('empty', column);
  const externalId = `${mapping.system}:${id}`;
  return {
    row: remarks.row,
    externalId,
    input: {
      externalId,
      names: texts.map((text, place) => ({ text, kind: place === 0 ? 'full' : 'alias', script: scriptOf(text) })),
      sex: cells.code('sex', 'sex') ?? 'unknown',
      birth: birthOf(cells),
      ageSaid: ageOf(cells),
      regionCode: cells.region('regionCode') ?? null,
      roles: codesOf(cells, 'roles', 'roles-of-person'),
      vulnerabilities: orNull(codesOf(cells, 'vulnerabilities', 'vulnerabilities')),
      phones: orNull(cells.list('phones')),
      ...textsOf(cells, ['nationality', 'occupation', 'medicalNeed', 'address', 'documents', 'notes']),
      description,
    },
  };
}

const textsOf = (cells: RowCells, fields: readonly string[]): Record<string, string | null> =>
  Object.fromEntries(fields.map((field) => [field, cells.text(field) ?? null]));

const orNull = (list: string[]): string[] | null => (list.length > 0 ? list : null);

const codesOf = (cells: RowCells, field: string, list: string): string[] => [
  ...new Set(cells.list(field).map((said) => cells.codeOf(field, list, said))),
];

function birthOf(cells: RowCells): string | null {
  const said = cells.text('birth');
  if (said === undefined) return null;
  const read = readBirth(said);
  if (read.ok) return read.edtf;
  cells.remarks.error('birth_unreadable', cells.columnName('birth'), { value: quoted(said) });
  return null;
}

/** An age needs the day it was said for: without one it is worth nothing a year later. */
function ageOf(cells: RowCells): { years: number; on: string } | null {
  const years = cells.number('ageYears');
  if (years === undefined) return null;
  const said = cells.text('ageOn') ?? '';
  const format = cells.rule('ageOn')?.format ?? (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(said) ? 'DD.MM.YYYY' : 'YYYY-MM-DD');
  const on = reordered(said, format);
  if (on && readDay(on)) return { years, on };
  cells.remarks.oddity('age_without_day', cells.columnName('ageYears'), { value: years });
  return null;
}

/** The script a name is written in, as far as its letters tell. */
function scriptOf(name: string): string | null {
  if (/[әғқңөұүһі]/i.test(name)) return 'kk-Cyrl';
  if (/[а-яё]/i.test(name)) return 'ru-Cyrl';
  return /[a-z]/i.test(name) ? 'en-Latn' : null;
}
