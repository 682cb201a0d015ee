import type { Group } from './count-groups.js';
import { UNKNOWN, type Dimension } from './dimension.js';
import { nothing, plus, type Figure } from './measure.js';

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
  const none: Figures = Array.from({ length: measures }, () => nothing);
  const sums = { cells: new Map<string, Map<string, Figures>>(), rows: new Map<string, Figures>(), columns: new Map<string, Figures>() };
  let total = none;
  const of = { records: 0, known: 0, between: 0, unsure: 0 };
  for (const group of groups) {
    const [row, column] = [placeOf(group, rows, 0), placeOf(group, columns, rows ? 1 : 0)];
    of.records += group.records;
    if (!row.unknown) of.known += group.records;
    if (!row.unknown && row.sure.size === 0) of.between += group.records;
    if (!group.sure) of.unsure += group.records;
    total = added(total, group, group.sure);
    for (const r of row.possible) {
      put(sums.rows, r, added(sums.rows.get(r) ?? none, group, group.sure && row.sure.has(r)));
      const own = sums.cells.get(r) ?? new Map<string, Figures>();
      sums.cells.set(r, own);
      for (const c of column.possible) put(own, c, added(own.get(c) ?? none, group, group.sure && row.sure.has(r) && column.sure.has(c)));
    }
    for (const c of column.possible) put(sums.columns, c, added(sums.columns.get(c) ?? none, group, group.sure && column.sure.has(c)));
  }
  return { ...sums, total, of };
}

const put = (into: Map<string, Figures>, key: string, figures: Figures): void => void into.set(key, figures);

const added = (figures: Figures, { figures: own, records }: Group, sure: boolean): Figures =>
  figures.map((figure, n) => {
    const { least = 0, most = 0, known = 0 } = own[n] ?? {};
    return plus(figure, { least: sure ? least : 0, most, known, records });
  });

interface Place {
  readonly sure: ReadonlySet<string>;
  readonly possible: readonly string[];
  readonly unknown: boolean;
}

const whole: Place = { sure: new Set([WHOLE]), possible: [WHOLE], unknown: false };
const unknown: Place = { sure: new Set([UNKNOWN]), possible: [UNKNOWN], unknown: true };

function placeOf(group: Group, dimension: Dimension | null, at: number): Place {
  if (!dimension) return whole;
  const { sure = [], possible = [] } = group.of[at] ?? {};
  return possible.length === 0 ? unknown : { sure: new Set(sure), possible, unknown: false };
}
