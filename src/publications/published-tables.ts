import type { CountedStay } from './counted-stays.js';
import { fateTables, type ToldBefore } from './fate-tables.js';
import { hideSharedFates } from './hide-shared-fates.js';
import { ALL } from './laid-keys.js';
import { fates, MORE_CARE, needsMoreCare } from './offered-dimensions.js';
import type { TablePlan } from './publication.entity.js';
import type { PublishedCell } from './published-cell.js';
import { refuseNaming } from './naming-tells.js';
import { suppress, type Told } from './suppression.js';
import { Units } from './units.js';

/** A table as it may be read: null where a figure is left out. */
export interface PublishedTable extends TablePlan {
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** By row and column, the totals under `*`. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** What is kept of a publication that is out: its figures that stand, by detentions, and who was named. */
export interface Frozen {
  /** The frozen files that were reckoned with; left out by publications made before this was kept, which reckoned with none that counts. */
  readonly reckoned?: readonly string[];
  /** Who made it. */
  readonly madeBy?: string;
  readonly cells: readonly { readonly id: string; readonly units: readonly string[]; readonly threshold: number; readonly isTotal: boolean }[];
  readonly personOf: Readonly<Record<string, string>>;
  readonly named: readonly string[];
  /** What its tables told of what befell each detention; left out by publications made before this was looked at. */
  readonly told?: readonly ToldBefore[];
}

export interface Plan {
  readonly reference: string;
  readonly tables: readonly TablePlan[];
  /** Names of the dimensions in the order of a stay's members. */
  readonly dimensions: readonly string[];
  readonly threshold: number;
  /** People named in this publication. */
  readonly named: readonly string[];
}

/**
 * Makes the tables of a publication and leaves out what would tell of few, alone or together with all that is out already.
 * Who is named in public is no secret: protected are the others, so a named person neither fills a figure up nor hides one.
 * @param tell how far it is
 * @throws NamingTells when the names would tell of others in an earlier publication
 * @throws AllAlike when a table would tell of everybody in it that they share a fate
 */
export async function publishedTables(stays: readonly CountedStay[], plan: Plan, out: readonly Frozen[], tell: Told = () => undefined): Promise<{ tables: PublishedTable[]; frozen: Frozen }> {
  const named = new Set([...plan.named, ...out.flatMap((one) => one.named)]);
  await refuseNaming(out, named);
  const units = new Units();
  const before = out.flatMap(({ cells, personOf }) => cells.map((cell) => ({ ...cell, isOut: true, units: units.of(cell.units, personOf, named) })));
  const personOf = Object.fromEntries(stays.map(({ id, person }) => [id, person]));
  const now = plan.tables.flatMap((table, n) => cellsOf(stays, table, n, plan));
  const cells = now.map(({ id, ids, threshold, isTotal }): PublishedCell => ({ id, threshold, isTotal, isOut: false, units: units.of(ids, personOf, named) }));
  let { suppressed } = await suppress([...before, ...cells], units.people, tell);
  const told = toldBy(plan, now, stays);
  for (const fate of fates) {
    tell(0, 0);
    const tables = [...out.flatMap((one) => one.told ?? []), ...told].filter((table) => table.fate === fate);
    if (tables.some((table) => told.includes(table))) suppressed = await hideSharedFates(fateTables(tables, told, units.numbers), suppressed);
  }
  const counts = new Map(now.map(({ id, ids }) => [id, suppressed.has(id) ? null : ids.length]));
  const stands = now.filter(({ id }) => !suppressed.has(id)).map(({ id, ids, threshold, isTotal }) => ({ id, units: ids, threshold, isTotal }));
  return { tables: plan.tables.map((table, n) => tableOf(table, n, plan, now, counts)), frozen: { cells: stands, personOf, named: plan.named, told: told.map((table) => ({ ...table, figures: table.figures.filter(({ id }) => !suppressed.has(id)) })) } };
}

interface Cell {
  readonly id: string;
  readonly row: string;
  readonly column: string;
  readonly ids: readonly string[];
  readonly threshold: number;
  readonly isTotal: boolean;
}

const cellId = (reference: string, table: number, row: string, column: string): string => [reference, table, row, column].join('\n');

function cellsOf(stays: readonly CountedStay[], { rows, columns }: TablePlan, table: number, { reference, dimensions, threshold }: Plan): Cell[] {
  const [r, c] = [dimensions.indexOf(rows), columns ? dimensions.indexOf(columns) : -1];
  const lies = new Map<string, Map<string, string[]>>();
  const put = (row: string, column: string, id: string): void => {
    const line = lies.get(row) ?? new Map<string, string[]>();
    lies.set(row, line);
    const cell = line.get(column);
    if (cell) cell.push(id);
    else line.set(column, [id]);
  };
  for (const { id, members } of stays) {
    for (const row of [members[r] ?? '', ALL]) for (const column of c < 0 ? [ALL] : [members[c] ?? '', ALL]) put(row, column, id);
  }
  // Also the empty ones: that something befell nobody of a group tells what befell them.
  const every = [...new Set([...lies.values()].flatMap((line) => [...line.keys()]))];
  return [...lies].flatMap(([row, line]) =>
    every.map((column) => {
      const ids = line.get(column) ?? [];
      const care = needsMoreCare(rows, row) || (columns !== null && needsMoreCare(columns, column));
      return { id: cellId(reference, table, row, column), row, column, ids, threshold: care ? Math.max(MORE_CARE, threshold) : threshold, isTotal: row === ALL || (c >= 0 && column === ALL) };
    }),
  );
}

/** What the tables of this publication tell of what befell people. */
function toldBy({ tables, dimensions, reference }: Plan, cells: readonly Cell[], stays: readonly CountedStay[]): ToldBefore[] {
  return tables.flatMap(({ rows, columns }, n) =>
    fates.flatMap((fate): ToldBefore[] => {
      if (rows !== fate && columns !== fate) return [];
      const [own, other] = [dimensions.indexOf(fate), dimensions.indexOf((rows === fate ? columns : rows) ?? '')];
      const figures = cells.filter(({ id }) => id.startsWith(`${reference}\n${n}\n`)).map(({ id, row, column }) => (rows === fate ? { id, group: column, value: row } : { id, group: row, value: column }));
      const told = Object.fromEntries(stays.map(({ id, members }) => [id, { group: other < 0 ? ALL : (members[other] ?? ''), value: members[own] ?? '' }]));
      const values = [...new Set(figures.map(({ value }) => value))].filter((value) => value !== ALL);
      return [{ fate, values, told, figures: figures.filter(({ value }) => value !== ALL) }];
    }),
  );
}

function tableOf(plan: TablePlan, table: number, { reference }: Plan, cells: readonly Cell[], counts: ReadonlyMap<string, number | null>): PublishedTable {
  const own = cells.filter(({ id }) => id.startsWith(`${reference}\n${table}\n`));
  const keys = (of: 'row' | 'column'): string[] => [...new Set(own.map((cell) => cell[of]))].filter((key) => key !== ALL).sort(unknownLast);
  const [rowKeys, columnKeys] = [keys('row'), plan.columns === null ? [] : keys('column')];
  const figure = (row: string, column: string): number | null => {
    const count = counts.get(cellId(reference, table, row, column));
    return count === undefined ? 0 : count;
  };
  const figures = Object.fromEntries([...rowKeys, ALL].map((row) => [row, Object.fromEntries([...columnKeys, ALL].map((column) => [column, figure(row, column)]))]));
  return { ...plan, rowKeys, columnKeys, figures };
}

/** By key and never by size: the order of figures that are left out would tell about them. */
const unknownLast = (a: string, b: string): number => Number(a === '') - Number(b === '') || (a < b ? -1 : 1);
