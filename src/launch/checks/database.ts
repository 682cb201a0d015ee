import { guardedTables, type OpenDatabase } from '../../kernel/db/public.js';
import { bad, ok, warn, type Finding, type Told } from './finding.js';

/** The engine's own check of every page and index, a table at a time. */
export async function wholeness({ writer, dialect }: OpenDatabase, told: Told): Promise<Finding> {
  const faults = await dialect.faultsIn(writer, told);
  if (faults.length > 0) return bad('database', `The database is damaged (${faults.length} tables: ${faults.join(', ')}); restore it from a backup.`);
  return ok('database', 'The database is whole.');
}

export async function references({ writer, dialect }: OpenDatabase): Promise<Finding> {
  const broken = await dialect.brokenReferences(writer);
  if (broken.length > 0) return bad('references', `Rows point to rows that are not there, in: ${broken.join(', ')}; somebody has been at the database.`);
  return ok('references', 'Every row points to rows that are there.');
}

export async function schema({ writer }: OpenDatabase): Promise<Finding> {
  if (await writer.showMigrations()) return bad('schema', 'The database is of an older version; run: habeas migrate');
  const { upQueries } = await writer.driver.createSchemaBuilder().log();
  if (upQueries.length > 0) return bad('schema', `The tables are not those of this version (${upQueries.length} differences); somebody has been at the database.`);
  return ok('schema', 'The tables are those of this version.');
}

export async function guards({ writer, dialect }: OpenDatabase): Promise<Finding> {
  const runner = writer.createQueryRunner();
  const open: string[] = [];
  for (const table of guardedTables) {
    const armed = await dialect.guardsOn(runner, table);
    if (!['update', 'delete'].every((verb) => armed.includes(`guard_${table}_${verb}`))) open.push(table);
  }
  await runner.release();
  if (open.length > 0) return bad('guards', `The guards are gone that keep these tables from being changed: ${open.join(', ')}.`);
  return ok('guards', `The guards of ${guardedTables.length} tables are armed.`);
}

/** Whoever owns a table may take its guards away; on the embedded database there are no accounts. */
export async function rights({ writer, dialect }: OpenDatabase): Promise<Finding> {
  const { superuser, owns } = await dialect.rightsOver(writer, guardedTables);
  if (superuser) return warn('rights', 'The account at the database server is a superuser; give Habeas one of its own that is none.');
  if (owns.length > 0) return warn('rights', `The account at the database server owns ${owns.join(', ')} and could take their guards away; only the log kept elsewhere would tell.`);
  return ok('rights', 'The account at the database has no more rights than it needs.');
}
