import type { Groups } from './count-groups.js';
import { UNKNOWN, type Dimension } from './dimension.js';
import type { Figure } from './measure.js';
import type { Standings } from './standings.js';
import { Sums } from './sums.js';

/** The only row or column of a table without that dimension. */
export const WHOLE = '*';

export interface Spread {
  readonly rows: Sums;
  readonly columns: Sums;
  /** The columns of each row; null: there are none, and a row has only itself. */
  readonly cells: ReadonlyMap<string, Sums> | null;
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

export const cellOf = ({ rows, cells }: Spread, row: string, column: string): readonly Figure[] | undefined => (cells ? cells.get(row)?.get(column) : rows.get(row));

/** Puts groups into the cells they surely or possibly stand in. A group adds to a least only where nothing about it is in doubt. */
export function spread(groups: Groups, [rows, columns]: readonly [Dimension | null, Dimension | null]): Spread {
  const measures = groups.figures.length;
  const [across, total, cells] = [columns && new Sums(measures), new Sums(measures), columns && new Map<string, Sums>()];
  const down = new Sums(measures);
  const [rowOf, columnOf] = [placing(groups.standings[0], rows), placing(groups.standings[rows ? 1 : 0], columns)];
  const whole = total.place(WHOLE);
  const of = { records: 0, known: 0, between: 0, unsure: 0 };
  for (let group = 0; group < groups.count; group += 1) {
    const [row, column, sure, records] = [rowOf(group), columnOf(group), groups.sure[group] === 1, groups.records[group] ?? 0];
    of.records += records;
    if (!row.unknown) of.known += records;
    if (!row.unknown && row.sure.length === 0) of.between += records;
    if (!sure) of.unsure += records;
    total.add(whole, groups, group, sure);
    for (const name of row.possible) {
      const surely = sure && row.sure.includes(name);
      down.add(down.place(name), groups, group, surely);
      if (!cells) continue;
      const own = cells.get(name) ?? new Sums(measures);
      cells.set(name, own);
      for (const other of column.possible) own.add(own.place(other), groups, group, surely && column.sure.includes(other));
    }
    if (across) for (const name of column.possible) across.add(across.place(name), groups, group, sure && column.sure.includes(name));
  }
  return { rows: down, columns: across ?? total, cells, total: total.get(WHOLE) ?? [], of };
}

interface Place {
  readonly sure: readonly string[];
  readonly possible: readonly string[];
  readonly unknown: boolean;
}

const everywhere: Place = { sure: [WHOLE], possible: [WHOLE], unknown: false };
const unknown: Place = { sure: [UNKNOWN], possible: [UNKNOWN], unknown: true };

/** Where each group stands in a dimension. */
function placing(standings: Standings | undefined, dimension: Dimension | null): (group: number) => Place {
  if (!dimension || !standings) return () => everywhere;
  const places = standings.all.map(({ sure, possible }): Place => (possible.length === 0 ? unknown : { sure, possible, unknown: false }));
  return (group) => places[standings.places[group] ?? 0] ?? unknown;
}
