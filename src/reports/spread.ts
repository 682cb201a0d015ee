import type { Group } from './count-groups.js';
import { UNKNOWN, type Dimension } from './dimension.js';
import { nothing, type Figure } from './measure.js';

/** The only row or column of a table without that dimension. */
export const WHOLE = '*';

export interface Spread {
  /** Row to column to the figures of the measures. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>;
  readonly rows: ReadonlyMap<string, readonly Figure[]>;
  readonly columns: ReadonlyMap<string, readonly Figure[]>;
  /** Every record once. */
  readonly total: readonly Figure[];
  readonly of: Denominator;
}

/** What a table is a part of, in records. */
export interface Denominator {
  readonly records: number;
  /** Their row is known, surely or as one of several. */
  readonly known: number;
  /** Of these: it may be one of several rows. */
  readonly between: number;
  /** They may lie outside of the days asked for. */
  readonly unsure: number;
}

type Figures = readonly Figure[];

/** Puts groups into the cells they surely or possibly stand in. A group adds to a least only where nothing about it is in doubt. */
export function spread(groups: readonly Group[], [rows, columns]: readonly [Dimension | null, Dimension | null], measures: number): Spread {
  const sums = { cells: new Map<string, Map<string, Figures>>(), rows: new Map<string, Figures>(), columns: new Map<string, Figures>() };
  const total = none(measures);
  const of = { records: 0, known: 0, between: 0, unsure: 0 };
  for (const group of groups) {
    const [row, column] = [placeOf(group, rows, 0), placeOf(group, columns, rows ? 1 : 0)];
    of.records += group.records;
    if (!row.unknown) of.known += group.records;
    if (!row.unknown && row.sure.length === 0) of.between += group.records;
    if (!group.sure) of.unsure += group.records;
    add(total, group, group.sure);
    for (const r of row.possible) {
      add(at(sums.rows, r, measures), group, group.sure && row.sure.includes(r));
      const own = sums.cells.get(r) ?? new Map<string, Figures>();
      sums.cells.set(r, own);
      for (const c of column.possible) add(at(own, c, measures), group, group.sure && row.sure.includes(r) && column.sure.includes(c));
    }
    for (const c of column.possible) add(at(sums.columns, c, measures), group, group.sure && column.sure.includes(c));
  }
  return { ...sums, total, of };
}

/** Figures while they are added up: there are many groups, and each adds to several. */
type Sums = { -readonly [Name in keyof Figure]: Figure[Name] }[];

const none = (measures: number): Sums => Array.from({ length: measures }, () => ({ ...nothing }));

/** The figures of a member; those of a new one are begun. Nobody but `spread` has put any here. */
function at(into: Map<string, Figures>, member: string, measures: number): Sums {
  const sums = (into.get(member) as Sums | undefined) ?? none(measures);
  into.set(member, sums);
  return sums;
}

function add(sums: Sums, { figures, records }: Group, sure: boolean): void {
  for (const [n, sum] of sums.entries()) {
    const { least = 0, most = 0, known = 0 } = figures[n] ?? {};
    sum.least += sure ? least : 0;
    sum.most = sum.most === null || most === null ? null : sum.most + most;
    sum.known += known;
    sum.records += records;
  }
}

interface Place {
  readonly sure: readonly string[];
  readonly possible: readonly string[];
  readonly unknown: boolean;
}

const whole: Place = { sure: [WHOLE], possible: [WHOLE], unknown: false };
const unknown: Place = { sure: [UNKNOWN], possible: [UNKNOWN], unknown: true };

function placeOf(group: Group, dimension: Dimension | null, place: number): Place {
  if (!dimension) return whole;
  const { sure = [], possible = [] } = group.of[place] ?? {};
  return possible.length === 0 ? unknown : { sure, possible, unknown: false };
}
