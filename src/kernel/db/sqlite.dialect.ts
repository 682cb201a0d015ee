import type { QueryRunner } from 'typeorm';
import { erasedOrStruck, type Dialect } from './dialect.js';
import { LooseReferences } from './loose-references.js';
import { codeOf, type StorageFault } from './storage-fault.js';

/** A quota answers like a broken disk (IOERR_WRITE), so that counts as full: with room made it either goes on or says so again. */
const faults: readonly (readonly [RegExp, StorageFault])[] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_WRITE|ENOSPC|EDQUOT)$/, 'full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [/^SQLITE_(IOERR|CANTOPEN|READONLY|BUSY|LOCKED|PROTOCOL)/, 'unreachable'],
];

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  serialWrites: true,
  lockRow: '',

  // The driver only knows a deferred BEGIN; a write that must wait for its lock halfway could then fail after reading.
  async begin(runner: QueryRunner): Promise<void> {
    await runner.query('BEGIN IMMEDIATE');
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  },

  async rollBack(runner: QueryRunner): Promise<void> {
    await runner.query('ROLLBACK').catch(() => undefined); // on a full disk the engine has done it already
    Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
  },

  faultOf: (error) => faults.find(([code]) => code.test(codeOf(error)))?.[1] ?? null,

  alone: (_writer, task) => task(), // the lock on the folder keeps others out

  appendOnlyGuard: (table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) =>
        `CREATE TRIGGER IF NOT EXISTS guard_${table}_${verb.toLowerCase()} BEFORE ${verb} ON ${table} ` +
        `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    ),

  async faultsIn(database, told) {
    const tables = (await database.query(`SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'`)) as { name: string }[];
    const faulty: string[] = [];
    for (const [at, { name }] of tables.entries()) {
      const answers = (await database.query(`PRAGMA integrity_check('${name}')`).catch(() => [])) as { integrity_check?: string }[];
      if (answers[0]?.integrity_check !== 'ok') faulty.push(name);
      told(at + 1);
    }
    return faulty;
  },

  rightsOver: () => Promise.resolve({ superuser: false, owns: [] }), // there are no accounts

  async brokenReferences(database) {
    const rows = (await database.query('PRAGMA foreign_key_check')) as { table: string }[];
    return [...new Set(rows.map(({ table }) => table))];
  },
  appendOnlyButErased: (table) => [
    ...['update', 'delete'].map((verb) => `DROP TRIGGER IF EXISTS guard_${table}_${verb}`),
    `CREATE TRIGGER guard_${table}_update BEFORE UPDATE ON ${table} WHEN NEW.subject <> OLD.subject OR NOT (${erasedOrStruck(table)}) ` +
      `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    `CREATE TRIGGER guard_${table}_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  ],
  guardLifted: (table) => [`DROP TRIGGER guard_${table}_update`],
  // Its file is encrypted as a whole, and what is overwritten or deleted in it is overwritten with zeros.
  writtenAnew: () => [],
  afterDestroying: ['PRAGMA wal_checkpoint(TRUNCATE)'],

  async guardsOn(runner, table) {
    const rows = (await runner.query(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name`, [
      table,
    ])) as { name: string }[];
    return rows.map((row) => row.name);
  },

  async tables(runner) {
    const rows = (await runner.query(`SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name`)) as { name: string }[];
    return rows.map((row) => row.name);
  },

  async dropAll(runner) {
    await runner.query('PRAGMA foreign_keys = OFF');
    for (const table of await this.tables(runner)) await runner.query(`DROP TABLE "${table}"`);
    await runner.query('PRAGMA foreign_keys = ON');
  },

  bound: (value) => (typeof value === 'boolean' ? Number(value) : value),

  places: (rows, columns) => Array.from({ length: rows }, () => `(${Array.from({ length: columns }, () => '?').join(', ')})`).join(', '),

  async withoutReferences(runner, task) {
    await runner.query('PRAGMA foreign_keys = OFF');
    try {
      await task();
      const loose = (await runner.query('PRAGMA foreign_key_check')) as { table: string }[];
      if (loose[0]) throw new LooseReferences(loose[0].table);
    } finally {
      await runner.query('PRAGMA foreign_keys = ON');
    }
  },
};
