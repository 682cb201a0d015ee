import type { QueryRunner } from 'typeorm';
import type { Dialect } from './dialect.js';

export const postgresDialect: Dialect = {
  name: 'postgres',
  serialWrites: false,
  lockRow: ' FOR UPDATE',

  begin: (runner: QueryRunner) => runner.startTransaction(),

  appendOnlyGuard: (table) => [
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    ...['UPDATE', 'DELETE', 'TRUNCATE'].flatMap((verb) => {
      const guard = `guard_${table}_${verb.toLowerCase()}`;
      return [
        `DROP TRIGGER IF EXISTS ${guard} ON ${table}`,
        `CREATE TRIGGER ${guard} BEFORE ${verb} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      ];
    }),
  ],

  async guardsOn(runner, table) {
    const rows = (await runner.query(
      `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = to_regclass($1) AND NOT tgisinternal AND tgenabled <> 'D' ORDER BY tgname`,
      [table],
    )) as { name: string }[];
    return rows.map((row) => row.name);
  },
};
