import type { QueryRunner } from 'typeorm';
import type { OpenDatabase } from './data-source.js';

/** Puts rows into a table, in a transaction of their own. */
export type PutBulk = (table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]) => Promise<void>;

/** Parameters of one statement: fewer than either database takes. */
const MOST_PARAMETERS = 30_000;

/**
 * Fills a database that holds no records yet, in any order of the tables: references are lifted meanwhile and all of them
 * are checked at the end. What migrations put into the `tables` is taken away first.
 * @throws LooseReferences when a row names one that is not there
 */
export async function loadBulk(open: OpenDatabase, tables: readonly string[], task: (put: PutBulk) => Promise<void>): Promise<void> {
  const runner = open.writer.createQueryRunner();
  try {
    await open.dialect.withoutReferences(runner, async () => {
      for (const table of tables) await clearBorn(runner, table);
      await task((table, columns, rows) => put(open, runner, table, columns, rows));
    });
  } finally {
    await runner.release();
  }
}

/** Tables with a guard refuse a DELETE even when there is nothing to delete. */
async function clearBorn(runner: QueryRunner, table: string): Promise<void> {
  const [row] = (await runner.query(`SELECT 1 AS born FROM "${table}" LIMIT 1`)) as unknown[];
  if (row) await runner.query(`DELETE FROM "${table}"`);
}

async function put(open: OpenDatabase, runner: QueryRunner, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const most = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length));
  await open.dialect.begin(runner);
  try {
    for (let from = 0; from < rows.length; from += most) {
      const some = rows.slice(from, from + most);
      const values = some.flatMap((row) => row.map((value) => open.dialect.bound(value)));
      await runner.query(`INSERT INTO "${table}" (${names}) VALUES ${open.dialect.places(some.length, columns.length)}`, values);
    }
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/** True when nobody has made a table in it yet. */
export async function isBlank(open: OpenDatabase): Promise<boolean> {
  const runner = open.writer.createQueryRunner();
  const tables = await open.dialect.tables(runner).finally(() => runner.release());
  return tables.length === 0;
}

/** Takes away every table of a database that was blank before, after a load that failed. */
export async function makeBlank(open: OpenDatabase): Promise<void> {
  const runner = open.writer.createQueryRunner();
  await open.dialect.dropAll(runner).finally(() => runner.release());
}
