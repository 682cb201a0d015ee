import type { QueryRunner } from 'typeorm';
import type { Dialect } from './dialect.js';

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  serialWrites: true,
  lockRow: '',

  // The driver only knows a deferred BEGIN; a write that must wait for its lock halfway could then fail after reading.
  async begin(runner: QueryRunner): Promise<void> {
    await runner.query('BEGIN IMMEDIATE');
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  },

  appendOnlyGuard: (table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) =>
        `CREATE TRIGGER IF NOT EXISTS guard_${table}_${verb.toLowerCase()} BEFORE ${verb} ON ${table} ` +
        `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    ),

  async guardsOn(runner, table) {
    const rows = (await runner.query(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name`, [
      table,
    ])) as { name: string }[];
    return rows.map((row) => row.name);
  },
};
