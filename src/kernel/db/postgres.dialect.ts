import type { QueryRunner } from 'typeorm';
import { erasedOrStruck, type Dialect } from './dialect.js';
import { LooseReferences } from './loose-references.js';
import { codeOf, type StorageFault } from './storage-fault.js';

const faults: readonly (readonly [RegExp, StorageFault])[] = [
  [/^(53100|ENOSPC|EDQUOT)$/, 'full'],
  [/^XX00[12]$/, 'damaged'],
  // connection lost (class 08), shutting down, starting up, no more connections, made read-only by a fail-over, I/O error
  [/^(08...|57P0[1-5]|53[023]00|25006|58030|ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/, 'unreachable'],
];

const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error && (connectionLost.test(error.message) || error.name === 'QueryRunnerAlreadyReleasedError');

/** A number of our own for the lock; it means nothing else. */
const MIGRATING = 4_203_411_001;

/** The driver gives no code for these; the ORM lets go of a connection that ended between two statements. */
const connectionLost = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export const postgresDialect: Dialect = {
  name: 'postgres',
  serialWrites: false,
  lockRow: ' FOR UPDATE',

  begin: (runner: QueryRunner) => runner.startTransaction(),

  // Of a connection that was lost nothing is left to roll back.
  rollBack: (runner: QueryRunner) => runner.rollbackTransaction().catch(() => undefined),

  faultOf: (error) => faults.find(([code]) => code.test(codeOf(error)))?.[1] ?? (isConnectionLost(error) ? 'unreachable' : null),

  /** On a connection of its own: the server lets go of the lock when the connection ends, however it ends. */
  async alone(writer, task) {
    const runner = writer.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
      await task();
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATING]).catch(() => undefined);
      await runner.release();
    }
  },

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

  faultsIn: () => Promise.resolve([]),

  async rightsOver(database, tables) {
    const [role] = (await database.query('SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user')) as { superuser: boolean }[];
    const owned = (await database.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename = ANY($1) AND pg_has_role(current_user, tableowner, 'USAGE') ORDER BY 1`,
      [tables],
    )) as { name: string }[];
    return { superuser: role?.superuser ?? false, owns: owned.map(({ name }) => name) };
  },

  brokenReferences: () => Promise.resolve([]),
  appendOnlyButErased: (table) => [
    `CREATE OR REPLACE FUNCTION refuse_change_of_${table}() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN IF NEW.subject = OLD.subject AND (${erasedOrStruck(table)}) THEN RETURN NEW; END IF; RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    ...['update', 'delete', 'truncate'].map((verb) => `DROP TRIGGER IF EXISTS guard_${table}_${verb} ON ${table}`),
    `CREATE TRIGGER guard_${table}_update BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change_of_${table}()`,
    ...['DELETE', 'TRUNCATE'].map(
      (verb) => `CREATE TRIGGER guard_${table}_${verb.toLowerCase()} BEFORE ${verb} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    ),
  ],
  guardLifted: (table) => [`DROP TRIGGER guard_${table}_update ON ${table}`],
  // A change of type by an expression copies the rows that stand, drops the old file at the commit, and the column's statistics with it.
  writtenAnew: (table, column) => [`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE text USING ${column} || ''`],
  // A deleted row stays in the table's file until it is written anew.
  afterDestroying: ['VACUUM (FULL) subject_key'],

  async guardsOn(runner, table) {
    const rows = (await runner.query(
      `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = to_regclass($1) AND NOT tgisinternal AND tgenabled <> 'D' ORDER BY tgname`,
      [table],
    )) as { name: string }[];
    return rows.map((row) => row.name);
  },

  async tables(runner) {
    const rows = (await runner.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`)) as { name: string }[];
    return rows.map((row) => row.name);
  },

  async dropAll(runner) {
    const tables = await this.tables(runner);
    if (tables.length > 0) await runner.query(`DROP TABLE ${tables.map((table) => `"${table}"`).join(', ')} CASCADE`);
  },

  bound: (value) => value,

  places: (rows, columns) =>
    Array.from({ length: rows }, (_, row) => `(${Array.from({ length: columns }, (__, column) => `$${row * columns + column + 1}`).join(', ')})`).join(', '),

  // Only a superuser may switch the checks off; whoever owns the tables may take the references away and put them back.
  async withoutReferences(runner, task) {
    const references = (await runner.query(
      `SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint ` +
        `WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2`,
    )) as { of: string; name: string; definition: string }[];
    for (const { of, name } of references) await runner.query(`ALTER TABLE ${of} DROP CONSTRAINT "${name}"`);
    await task();
    for (const { of, name, definition } of references) {
      await runner.query(`ALTER TABLE ${of} ADD CONSTRAINT "${name}" ${definition}`).catch((error: { code?: string }) => {
        throw error.code === '23503' ? new LooseReferences(of) : error;
      });
    }
  },
};
