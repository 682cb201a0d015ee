import { fold } from '../kernel/text/public.js';
import { regionNamed } from '../places/public.js';
import { isCode, labelOf, vocabulary } from '../vocabularies/public.js';
import type { ColumnRule, Mapping } from './mapping.js';
import type { Sheet, SheetRow } from './read-sheet.js';
import type { RowRemarks } from './remarks.js';

/** The cells of one row by field of the mapping. What cannot be read becomes a remark, never an exception. */
export class RowCells {
  constructor(
    private readonly sheet: Sheet,
    private readonly row: SheetRow,
    private readonly mapping: Mapping,
    readonly remarks: RowRemarks,
  ) {}

  /** The text of a column, in composed letters and without spaces around it. */
  column(name: string): string {
    return (this.row.cells[this.sheet.headers.indexOf(name)] ?? '').normalize('NFC').trim();
  }

  rule(field: string): ColumnRule | undefined {
    return this.mapping.columns[field];
  }

  columnName(field: string): string | null {
    return this.rule(field)?.columns[0] ?? null;
  }

  /** The text of a field; undefined when the file says nothing. */
  text(field: string): string | undefined {
    const rule = this.rule(field);
    const said = rule?.columns.map((name) => this.column(name)).filter(Boolean).join(rule.join);
    return said || this.mapping.constants[field];
  }

  /** The values of a list within one cell. */
  list(field: string): string[] {
    const text = this.text(field);
    const separator = this.rule(field)?.separator ?? ',';
    return text === undefined ? [] : text.split(separator).map((one) => one.trim()).filter(Boolean);
  }

  /** A whole number; a remark when it is none. */
  number(field: string): number | undefined {
    const text = this.text(field)?.replace(/[\s\u00a0]/g, '');
    if (text === undefined) return undefined;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.remarks.error('number_unreadable', this.columnName(field), { value: quoted(text) });
    return undefined;
  }

  /** The code for the source's words: by the mapping, else by the vocabulary's own words, else `unmapped` with a remark. */
  code(field: string, list: string): string | undefined {
    const constant = this.mapping.constants[field];
    const said = this.text(field);
    return said === undefined || said === constant ? said : this.codeOf(field, list, said);
  }

  codeOf(field: string, list: string, said: string): string {
    const mapped = valueIn(this.rule(field)?.values ?? {}, said) ?? codeNamed(list, said);
    if (mapped !== undefined) return mapped;
    this.remarks.oddity('unmapped', this.columnName(field), { value: quoted(said) });
    return isCode(list, 'unmapped') ? 'unmapped' : 'unknown';
  }

  region(field: string): string | undefined {
    const constant = this.mapping.constants[field];
    const said = this.text(field);
    if (said === undefined || said === constant) return said;
    const code = valueIn(this.rule(field)?.values ?? {}, said) ?? regionNamed(said)?.code;
    if (code === undefined) this.remarks.oddity('region_unknown', this.columnName(field), { value: quoted(said) });
    return code;
  }
}

const same = (text: string): string => text.normalize('NFC').trim().toLowerCase();

function valueIn(values: Readonly<Record<string, string>>, said: string): string | undefined {
  return Object.entries(values).find(([words]) => same(words) === same(said))?.[1];
}

/** A code by its label in any language, by words sources are known to use for it, or by itself. */
export function codeNamed(list: string, said: string): string | undefined {
  const folded = fold(said);
  if (folded === '') return undefined;
  const words = (value: { code: string; source_words?: unknown }): string[] => [
    value.code,
    ...(['en', 'ru', 'kk'] as const).map((language) => labelOf(list, value.code, language)),
    ...(Array.isArray(value.source_words) ? (value.source_words as string[]) : []),
  ];
  return vocabulary(list).values.find((value) => words(value).some((one) => fold(one) === folded))?.code;
}

/** As much of a cell as a sentence can bear. */
export const quoted = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
