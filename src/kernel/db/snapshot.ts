import sqlite from 'better-sqlite3-multiple-ciphers';
import type { OpenDatabase } from './data-source.js';

/** Every table as it stood at one moment, while others go on writing. */
export interface Snapshot {
  /** The rows of a table, in the order of its key, a page at a time; values in the order of `columns`, as the database has them. */
  pages(table: string, columns: readonly string[], keys: readonly string[]): AsyncGenerator<unknown[][]>;
  close(): Promise<void>;
}

const PAGE = 500;

/** A moment of the database on a connection of its own: it waits for nobody and nobody waits for it. To be closed. */
export function openSnapshot(open: OpenDatabase): Promise<Snapshot> {
  return open.dialect.name === 'sqlite' ? Promise.resolve(embedded(open)) : team(open);
}

function embedded(open: OpenDatabase): Snapshot {
  const { database: file, key } = open.reader.options as unknown as { database: string; key: string };
  const connection = new sqlite(file, { readonly: true, fileMustExist: true });
  connection.pragma(`key = '${key}'`);
  connection.pragma('busy_timeout = 5000');
  // A read transaction begins with its first read, not with BEGIN.
  connection.exec('BEGIN');
  connection.prepare('SELECT count(*) FROM sqlite_master').get();
  return {
    async *pages(table, columns, keys) {
      const rows = connection.prepare(selection(table, columns, keys)).raw().iterate() as IterableIterator<unknown[]>;
      let page: unknown[][] = [];
      for (const row of rows) {
        page.push(row);
        if (page.length < PAGE) continue;
        yield page;
        page = [];
        await letOthers();
      }
      if (page.length > 0) yield page;
    },
    close: () => Promise.resolve(void connection.close()),
  };
}

async function team(open: OpenDatabase): Promise<Snapshot> {
  const runner = open.reader.createQueryRunner();
  await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    async *pages(table, columns, keys) {
      await runner.query(`DECLARE snapshot_rows NO SCROLL CURSOR FOR ${selection(table, columns, keys)}`);
      for (;;) {
        const rows = (await runner.query(`FETCH ${PAGE} FROM snapshot_rows`)) as Record<string, unknown>[];
        if (rows.length > 0) yield rows.map((row) => columns.map((column) => row[column]));
        if (rows.length < PAGE) break;
      }
      await runner.query('CLOSE snapshot_rows');
    },
    async close() {
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    },
  };
}

const selection = (table: string, columns: readonly string[], keys: readonly string[]): string =>
  `SELECT ${listed(columns)} FROM "${table}" ORDER BY ${listed(keys)}`;

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
