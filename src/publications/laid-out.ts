import type { DocumentWords } from '../documents/public.js';
import type { Language } from '../kernel/actor/public.js';
import { sayCalendarDay, sayMonth } from '../kernel/time/public.js';
import { regionLabel } from '../places/public.js';
import { labelOf } from '../vocabularies/public.js';
import { offeredDimension } from './offered-dimensions.js';
import { ALL } from './laid-keys.js';
import type { PublishedTable } from './published-tables.js';

/** A publication in the words of its language, before it becomes a file: all of its files say the same. */
export interface LaidOut {
  readonly language: Language;
  readonly title: string;
  readonly reference: string;
  readonly intro: string | null;
  readonly tables: readonly LaidOutTable[];
  /** Names of those who agreed to be named; null: the publication lists none. */
  readonly names: readonly string[] | null;
  /** How the figures were made and what was left out. */
  readonly notes: readonly string[];
}

export interface LaidOutTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** First cell: the member; then figures, null where one is left out. The last row is the total. */
  readonly rows: readonly (readonly [string, ...(number | null)[]])[];
}

/** Stands in place of a figure that is left out, whether it is small itself or would tell a small one. */
export const LEFT_OUT = '··';

export function laidOutTable(table: PublishedTable, language: Language, words: DocumentWords): LaidOutTable {
  const { rows, columns, rowKeys, columnKeys, figures } = table;
  const total = words.say('publications.total');
  const by = (name: string): string => words.say(`publications.dimension.${name}`);
  const line = (key: string, label: string): readonly [string, ...(number | null)[]] => [label, ...[...columnKeys, ALL].map((column) => figures[key]?.[column] ?? null)];
  return {
    caption: columns === null ? words.say('publications.table.by', { rows: by(rows) }) : words.say('publications.table.by_both', { rows: by(rows), columns: by(columns) }),
    head: [by(rows), ...columnKeys.map((key) => memberText(columns ?? '', key, language, words)), total],
    rows: [...rowKeys.map((key) => line(key, memberText(rows, key, language, words))), line(ALL, total)],
  };
}

function memberText(name: string, key: string, language: Language, words: DocumentWords): string {
  if (key === '') return words.say('publications.not_known');
  const named = offeredDimension(name)?.named;
  switch (named?.by) {
    case 'list':
      return labelOf(named.list, key, language);
    case 'region':
      return regionLabel(key, language);
    case 'day':
      return sayCalendarDay(key, language);
    case 'month':
      return sayMonth(key, language);
    case 'words':
      return words.say(`reports.${named.prefix}.${key}`);
    default:
      return key;
  }
}
