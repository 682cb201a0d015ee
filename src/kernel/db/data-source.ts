import sqlite from 'better-sqlite3-multiple-ciphers';
import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList, type MigrationInterface } from 'typeorm';
import { PoolAside, ThreadAside, type Aside } from './aside.js';
import type { Dialect } from './dialect.js';
import { ReadableNames } from './naming.js';
import { postgresDialect } from './postgres.dialect.js';
import type { Reserve } from './reserve.js';
import { sqliteDialect } from './sqlite.dialect.js';

export type Entities = MixedList<(new () => object) | EntitySchema>;
export type Migrations = readonly (new () => MigrationInterface)[];

export interface DatabasePlace {
  /** Path of the embedded database file, or the address of a team database. */
  readonly at: { readonly file: string; readonly key: string } | { readonly url: string };
  readonly entities: Entities;
  readonly migrations: Migrations;
}

/** A server that does not even refuse: a request waits no longer than this for a connection. */
const CONNECT_MS = 15_000;
/** A connection that died without a word is noticed by the system, not waited on for ever. */
const reachable = { connectionTimeoutMillis: CONNECT_MS, keepAlive: true };

interface Pragmas {
  pragma(text: string): unknown;
}

/** The doors of one database: everything is written through `writer`; `reader` cannot write on the embedded one. */
export interface OpenDatabase {
  readonly writer: DataSource;
  readonly reader: DataSource;
  /** For what reads most of the database. */
  readonly aside: Aside;
  readonly dialect: Dialect;
  /** Room kept for the log; none where the disk is somebody else's. */
  readonly reserve?: Reserve;
}

/**
 * Opens the doors. The embedded file must exist already (SQLite would silently make an empty one), see `createFile`.
 * @throws whatever the driver says; src/launch turns it into a sentence.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  const shared = {
    entities: place.entities,
    migrations: [...place.migrations],
    migrationsTableName: 'migration',
    namingStrategy: new ReadableNames(),
    synchronize: false,
    logging: false as const,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' } as const,
  };
  if ('url' in place.at) {
    // Two pools: stories that hold a writing connection and read beside it would otherwise wait for each other for ever.
    const options = { ...shared, type: 'postgres' as const, url: place.at.url };
    const writer = await new DataSource({ ...options, extra: { max: 10, ...reachable } } as DataSourceOptions).initialize();
    const readOnly = { max: 10, ...reachable, options: '-c default_transaction_read_only=on' };
    const reader = await new DataSource({ ...options, extra: readOnly } as DataSourceOptions).initialize();
    return { writer, reader, aside: new PoolAside(reader), dialect: postgresDialect };
  }
  const { file, key } = place.at;
  const embedded = {
    ...shared,
    type: 'better-sqlite3' as const,
    driver: sqlite,
    database: file,
    key: `raw:${key}`,
    fileMustExist: true,
    // Prepared once and kept: the driver's own 100 are fewer than the product's statements.
    statementCacheSize: 1000,
  };
  const writer = await new DataSource({ ...embedded, enableWAL: true, prepareDatabase: prepareWriter } as DataSourceOptions).initialize();
  const reader = await new DataSource({ ...embedded, prepareDatabase: prepareReader } as DataSourceOptions).initialize();
  return { writer, reader, aside: new ThreadAside(file, () => `raw:${key}`), dialect: sqliteDialect };
}

/** Makes the empty encrypted file a first start needs. */
export function createFile(file: string, key: string): void {
  const database = new sqlite(file);
  database.pragma(`key = 'raw:${key}'`);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE instance_marker (born integer); DROP TABLE instance_marker');
  database.close();
}

// WAL alone would leave synchronous at NORMAL: an acknowledged write could be lost in a power cut (measured, security notes).
function prepareWriter(database: Pragmas): void {
  for (const line of ['busy_timeout = 5000', 'synchronous = FULL', 'secure_delete = ON', 'trusted_schema = OFF', 'temp_store = MEMORY']) {
    database.pragma(line);
  }
}

function prepareReader(database: Pragmas): void {
  for (const line of ['busy_timeout = 5000', 'query_only = ON', 'trusted_schema = OFF', 'temp_store = MEMORY', 'cache_size = -64000']) {
    database.pragma(line);
  }
}

/** True when the engine's own check finds nothing wrong with the file; a team database is looked after by its server. */
export async function isSound(open: OpenDatabase): Promise<boolean> {
  if (open.dialect.name !== 'sqlite') return true;
  const answers = (await open.writer.query('PRAGMA quick_check(1)').catch(() => [])) as { quick_check?: string }[];
  return answers[0]?.quick_check === 'ok';
}

/**
 * The same check through a door that cannot write. For a file with something written ahead beside it: the other door would
 * carry that over into the file when it closes, also when it belongs to another one.
 */
export function isSoundUntouched(file: string, key: string): boolean {
  const database = new sqlite(file, { readonly: true });
  try {
    database.pragma(`key = 'raw:${key}'`);
    return database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/**
 * Closes every door; the embedded file is left whole, with nothing waiting beside it.
 * @param whole is called at the moment when everything stands in the file itself
 */
export async function closeDatabase(open: OpenDatabase, whole: () => unknown = () => undefined): Promise<void> {
  await open.aside.end();
  if (open.reader.isInitialized) await open.reader.destroy();
  if (!open.writer.isInitialized) return;
  if (open.dialect.name === 'sqlite') {
    const carried = (await open.writer.query('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => [])) as { busy: number }[];
    if (carried[0]?.busy === 0) whole();
  }
  await open.writer.destroy();
}
