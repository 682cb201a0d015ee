import type { Scope } from './scope.js';

/** The member of what is not known. */
export const UNKNOWN = '';

/** Where a group of like records stands: surely, and possibly (which holds the sure ones too). Nowhere: it is not known. */
export interface Standing {
  readonly sure: readonly string[];
  readonly possible: readonly string[];
}

/** How members of a dimension are put into words. */
export type Named =
  | { readonly by: 'list'; readonly list: string }
  | { readonly by: 'region' | 'place' | 'incident' | 'rule' | 'staff' | 'day' | 'month' | 'hour' | 'text' }
  /** Keys are tokens; the words are sealed in the records that have them. */
  | { readonly by: 'sealed'; readonly field: 'theme' | 'article' }
  /** A key under `reports.<prefix>.`. */
  | { readonly by: 'words'; readonly prefix: string };

/** Something to count by. Texts of SQL are over the tables of the dimension's subject and always give a text. */
export interface Dimension {
  readonly id: string;
  readonly keys: (scope: Scope) => readonly string[];
  /** From the keys of a group to its members. */
  readonly stand: (keys: readonly string[], scope: Scope) => Standing;
  readonly named: Named;
  /** Members in this order, also those that nothing stands in; else by size (`size`) or by their key (`key`). */
  readonly order: readonly string[] | 'size' | 'key';
  /** A record can stand in several members: they do not add up to the total. */
  readonly many?: true;
  /** Members are stretches of one measure or of time: a record may stand between them. */
  readonly between?: true;
}

const nowhere: Standing = { sure: [], possible: [] };

export const only = (member: string): Standing => (member === UNKNOWN ? nowhere : { sure: [member], possible: [member] });

export const each = (members: readonly string[]): Standing => ({ sure: members, possible: members });

/** Surely in one, or possibly in each of several. */
export const among = (members: readonly string[]): Standing => (members.length === 1 ? each(members) : { sure: [], possible: members });

/** A code of a list, as it stands in a column. What we could not map counts as not known. */
export const coded = (id: string, column: string, list: string): Dimension => ({
  id,
  keys: () => [`COALESCE(${column}, '')`],
  stand: ([code = '']) => only(['unknown', 'unmapped'].includes(code) ? UNKNOWN : code),
  named: { by: 'list', list },
  order: 'size',
});

/** Bands of minutes: names, and where each begins. The first begins at nothing. */
export interface Bands {
  readonly names: readonly string[];
  readonly from: readonly number[];
}

/** By which band a least and a most lie in; without a least it cannot be computed, without a most it may be any later one. */
export function banded(id: string, least: string, most: string, bands: Bands, prefix: string): Dimension {
  const place = (value: string, otherwise: string): string =>
    `CASE WHEN ${value} IS NULL THEN '${otherwise}' ${bands.from.map((_, n) => `WHEN ${value} < ${bands.from[n + 1] ?? 2_000_000_000} THEN '${n}'`).join(' ')} ELSE '${bands.names.length - 1}' END`;
  return {
    id,
    keys: () => [place(least, UNKNOWN), place(most, String(bands.names.length - 1))],
    stand: ([lowest = '', highest = '']) => (lowest === UNKNOWN ? nowhere : among(bands.names.slice(Number(lowest), Math.max(Number(lowest), Number(highest)) + 1))),
    named: { by: 'words', prefix },
    order: bands.names,
    between: true,
  };
}
