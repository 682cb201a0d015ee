import type { Extra } from './measure.js';
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

/** Something to count by. */
export interface Dimension {
  readonly id: string;
  /** Fields of the subject's records it is told by. */
  readonly reads: (scope: Scope) => readonly string[];
  readonly needs?: Extra;
  /** From the texts of these fields to members; empty texts where nothing is known. */
  readonly stand: (texts: readonly string[], scope: Scope) => Standing;
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

/** A code of a list. What we could not map counts as not known. */
export const coded = (id: string, field: string, list: string): Dimension => ({
  id,
  reads: () => [field],
  stand: ([code = '']) => only(['unknown', 'unmapped'].includes(code) ? UNKNOWN : code),
  named: { by: 'list', list },
  order: 'size',
});

/** By what a field says, as it is. */
export const plain = (id: string, named: Named, field = id): Dimension => ({ id, reads: () => [field], stand: ([text = '']) => only(text), named, order: 'size' });

/** Bands of minutes: names, and where each begins. The first begins at nothing. */
export interface Bands {
  readonly names: readonly string[];
  readonly from: readonly number[];
}

/** By which band a least and a most lie in; without a least it cannot be computed, without a most it may be any later one. */
export function banded(id: string, least: string, most: string, { names, from }: Bands, prefix: string): Dimension {
  const place = (minutes: string): number => from.findLastIndex((begin) => Number(minutes) >= begin);
  return {
    id,
    reads: () => [least, most],
    stand: ([lowest = '', highest = '']) => {
      if (lowest === UNKNOWN) return nowhere;
      const [first, last] = [place(lowest), highest === UNKNOWN ? names.length - 1 : place(highest)];
      return among(names.slice(first, Math.max(first, last) + 1));
    },
    named: { by: 'words', prefix },
    order: names,
    between: true,
  };
}
