import type { EntityManager, EntityMetadata, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/**
 * Reading rows without the ORM's own hydration. It builds and interprets each query anew, which costs more than the
 * database does (docs/performance.md); here the columns of an entity are worked out once and rows are filled in directly.
 */

type Raw = Record<string, unknown>;
export type Params = Readonly<Record<string, unknown>>;

interface Cell {
  readonly name: string;
  readonly path: readonly string[];
  readonly read: (value: unknown) => unknown;
}

const plans = new WeakMap<EntityMetadata, readonly Cell[]>();

/**
 * Rows of one table: `SELECT <its columns> FROM <table> r <rest>`; `rest` names the table `r` and its columns as the database does.
 * Parameters are `:name`, lists `:...name`.
 */
export async function rowsOf<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  rest: string,
  params: Params = {},
): Promise<Row[]> {
  const meta = manager.dataSource.getMetadata(entity);
  const plan = planOf(meta);
  const columns = plan.map((cell) => `r."${cell.name}"`).join(', ');
  const [sql, values] = bound(`SELECT ${columns} FROM ${meta.tableName} r ${rest}`, params, dollarsOn(manager));
  const raws = (await manager.query(sql, values)) as Raw[];
  return raws.map((raw) => filled<Row>(plan, raw, ''));
}

/** The rows of a query that was put together by conditions. */
export async function rowsFrom<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Promise<Row[]> {
  const meta = query.expressionMap.mainAlias?.metadata;
  if (!meta) return query.getMany();
  const raws = await query.getRawMany<Raw>();
  return raws.map((raw) => filled<Row>(planOf(meta), raw, `${query.alias}_`));
}

/**
 * Puts rows into a table with one statement that is the same every time: the ORM writes numbers into the text of its
 * statements, so that each one is prepared anew.
 */
export async function putRows<Row extends object>(manager: EntityManager, entity: new () => Row, rows: readonly Row[]): Promise<void> {
  const meta = manager.dataSource.getMetadata(entity);
  const names = meta.columns.map((column) => `"${column.databaseName}"`).join(', ');
  const { driver } = manager.dataSource;
  for (const row of rows) {
    const params = Object.fromEntries(
      meta.columns.map((column) => [column.databaseName, driver.preparePersistentValue(column.getEntityValue(row) ?? null, column) as unknown]),
    );
    const places = meta.columns.map((column) => `:${column.databaseName}`).join(', ');
    await run(manager, `INSERT INTO ${meta.tableName} (${names}) VALUES (${places})`, params);
  }
}

/** What a statement that counts answers, as the database has it; parameters are named as in `rowsOf`. */
export async function counted<Raw>(manager: EntityManager, sql: string, params: Params): Promise<Raw[]> {
  return (await manager.query(...bound(sql, params, dollarsOn(manager)))) as Raw[];
}

/** One statement with named parameters, on either database. */
export async function run(manager: EntityManager, sql: string, params: Params): Promise<void> {
  await manager.query(...bound(sql, params, dollarsOn(manager)));
}

const dollarsOn = (manager: EntityManager): boolean => manager.dataSource.options.type === 'postgres';

function planOf(meta: EntityMetadata): readonly Cell[] {
  const known = plans.get(meta);
  if (known) return known;
  const plan = meta.columns.map((column) => ({
    name: column.databaseName,
    path: column.propertyPath.split('.'),
    read: readerOf(column),
  }));
  plans.set(meta, plan);
  return plan;
}

function readerOf(column: ColumnMetadata): Cell['read'] {
  if (column.type === 'simple-json') return (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value);
  if (column.type === 'boolean') return (value) => (value === null ? null : Boolean(value));
  return (value) => value;
}

function filled<Row>(plan: readonly Cell[], raw: Raw, prefix: string): Row {
  const row: Raw = {};
  for (const { name, path, read } of plan) {
    const value = read(raw[prefix + name]);
    const [first, second] = path as [string, string?];
    if (second === undefined) row[first] = value;
    else ((row[first] ??= {}) as Raw)[second] = value;
  }
  return row as Row;
}

/** Named parameters as the driver takes them: `?` by position, or `$1`. */
export function bound(sql: string, params: Params, dollars: boolean): [string, unknown[]] {
  const values: unknown[] = [];
  const put = (value: unknown): string => (values.push(value), dollars ? `$${values.length}` : '?');
  const text = sql.replace(/(?<!:):(\.\.\.)?([a-zA-Z]\w*)/g, (_, many: string | undefined, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`a query asks for :${name} and was not given it`);
    return many ? (value as readonly unknown[]).map(put).join(', ') : put(value);
  });
  return [text, values];
}
