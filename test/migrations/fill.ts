import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DataSource, QueryRunner, Table, TableColumn } from 'typeorm';
import { newId } from '../../src/kernel/db/public.js';
import type { Instant } from '../../src/kernel/time/public.js';

const ROWS = 3;
const day = (n: number): Instant => `2026-03-0${1 + n}T08:00:00.000Z` as Instant;

/** Tables the ORM and the engine keep for themselves. */
const own = /^(migration|typeorm_metadata|sqlite_.*)$/;

/** The tables of a database as they are now, each after those its rows point to. */
export async function tablesOf(runner: QueryRunner): Promise<Table[]> {
  const all = await runner.getTables(await namesOf(runner));
  const sorted: Table[] = [];
  while (sorted.length < all.length) {
    const next = all.filter((table) => !sorted.includes(table) && table.foreignKeys.every((key) => sorted.some((one) => bare(one) === toOf(key.referencedTableName)) || toOf(key.referencedTableName) === bare(table)));
    if (next.length === 0) throw new Error('tables point at each other in a ring');
    sorted.push(...next);
  }
  return sorted;
}

async function namesOf(runner: QueryRunner): Promise<string[]> {
  const listed = runner.dataSource.options.type === 'postgres' ? `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'` : `SELECT name FROM sqlite_master WHERE type = 'table'`;
  const names = ((await runner.query(listed)) as { name: string }[]).map(({ name }) => name);
  return names.filter((name) => !own.test(name)).sort();
}

export const bare = (table: Table): string => toOf(table.name);
const toOf = (name: string): string => name.split('.').pop() ?? '';

/**
 * Rows as that schema allows them in every table, beside those its migrations made: ids, moments, codes and texts by the form
 * and the name of their column, keys that point to rows that are there. The log gets a chain that verifies.
 */
export async function fill(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  const ids = new Map<string, string[]>();
  for (const table of await tablesOf(runner)) {
    const name = bare(table);
    if (name === 'audit_head') continue;
    if (name === 'audit_entry') await fillLog(runner);
    else for (let n = 0; n < (name === 'instance' ? 1 : ROWS); n += 1) await put(runner, name, rowFor(table, n, ids));
  }
  await runner.release();
}

function rowFor(table: Table, n: number, ids: Map<string, string[]>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const column of table.columns) {
    const key = table.foreignKeys.find((one) => one.columnNames[0] === column.name);
    const to = key ? toOf(key.referencedTableName) : null;
    row[column.name] = to === null ? valueFor(column, n) : to === bare(table) ? null : ids.get(to)?.[n % ROWS];
  }
  if (typeof row.id === 'string') ids.set(bare(table), [...(ids.get(bare(table)) ?? []), row.id]);
  return row;
}

/** The last row leaves out what may be left out. */
function valueFor(column: TableColumn, n: number): unknown {
  if (column.isNullable && n === ROWS - 1) return null;
  const type = column.type.toLowerCase();
  if (/bool/.test(type)) return n === 1;
  if (/int/.test(type)) return n + 1;
  const length = Number(column.length || /\((\d+)\)/.exec(type)?.[1] || 0);
  if (length === 24 && /_at$|earliest|latest|since|until|from|ends|_on$/.test(column.name)) return day(n);
  if (length === 36) return newId(day(n));
  if (length > 0) return `${column.name.slice(0, Math.max(1, length - 3))}-${n}`.slice(-length);
  if (/sealed|wrapped/.test(column.name)) return `a1${createHash('sha512').update(`${column.name} ${n}`).digest('base64')}`;
  return column.name === 'plain' ? `{"n":${n}}` : `["${column.name}",${n}]`;
}

/** As entries were first written (form 1); kept here so that the log of an old database stays what it was. */
async function fillLog(runner: QueryRunner): Promise<void> {
  let prev: string | null = null;
  for (let seq = 0; seq < 5; seq += 1) {
    const id = newId(day(seq));
    const said = { v: 1, seq, prev, t: day(seq), actor: 'system:test', role: 'system', sess: null, act: 'individual.seen', kind: 'individual', id, ver: null, fields: [], facts: {}, ok: true, req: null };
    const leaf = canonicalize(said) ?? '';
    const hash: string = createHash('sha256').update(Buffer.of(0)).update(leaf, 'utf8').digest('hex');
    await put(runner, 'audit_entry', { seq, leaf, hash, at: day(seq), actor_id: 'system:test', act: 'individual.seen', kind: 'individual', record_id: id, allowed: 1 });
    prev = hash;
  }
  await runner.query(`UPDATE audit_head SET size = 5, last = '${prev}'`);
}

async function put(runner: QueryRunner, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_, at) => (runner.dataSource.options.type === 'postgres' ? `$${at + 1}` : '?')).join(', ');
  await runner.query(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`, Object.values(row));
}

export type Content = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: readonly Record<string, unknown>[] }>;

/** All rows of all tables, as they are now; a table without rows says no columns. */
export async function contentOf(database: DataSource): Promise<Content> {
  const runner = database.createQueryRunner();
  const content = new Map<string, { columns: string[]; rows: Record<string, unknown>[] }>();
  for (const name of await namesOf(runner)) {
    const rows = (await runner.query(`SELECT * FROM ${name}`)) as Record<string, unknown>[];
    content.set(name, { columns: Object.keys(rows[0] ?? {}), rows });
  }
  await runner.release();
  return content;
}

/**
 * What of an earlier content is no more: a table, or a row in the columns that are still there. Empty when nothing was lost.
 * @param told columns or tables that a migration changes on purpose, `table` or `table.column`
 */
export function lostOf(before: Content, after: Content, told: ReadonlySet<string>): string[] {
  return [...before].flatMap(([table, { columns, rows }]) => {
    if (told.has(table)) return [];
    const now = after.get(table);
    if (!now) return [`${table} is gone`];
    const still = columns.filter((column) => now.columns.includes(column) && !told.has(`${table}.${column}`));
    const gone = columns.filter((column) => !now.columns.includes(column) && !told.has(`${table}.${column}`)).map((column) => `${table}.${column} is gone`);
    const said = (row: Record<string, unknown>): string => JSON.stringify(still.map((column) => row[column] ?? null));
    const kept = new Set(now.rows.map(said));
    return [...gone, ...rows.filter((row) => !kept.has(said(row))).map((row) => `${table}: ${said(row)}`)];
  });
}
