import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { entities } from '../../src/app.entities.js';
import { derivedRing, Keys } from '../../src/kernel/crypto/public.js';
import { closeDatabase, createFile, openDatabase, type OpenDatabase } from '../../src/kernel/db/public.js';
import { freshPostgres, postgresTemplate } from './postgres.js';

export const databases = ['sqlite', 'postgres'] as const;
export type DatabaseName = (typeof databases)[number];

/** What all test keys come from; the product never sees it. */
export const testSecret = Buffer.alloc(32, 7);
export const testKeys = Keys.of(testSecret);
export const testRing = derivedRing(testSecret);

export interface TestDatabase {
  readonly open: OpenDatabase;
  /** Folder of the embedded file; null for the team database. */
  readonly folder: string | null;
  close(): Promise<void>;
}

/** A migrated database of the test's own: a copy of a template that is migrated once a run. */
export async function testDatabase(name: DatabaseName): Promise<TestDatabase> {
  return name === 'sqlite' ? embedded() : team();
}

async function embedded(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-test-'));
  const file = join(folder, 'habeas.db');
  copyFileSync(await embeddedTemplate(), file);
  const open = await openDatabase({ at: { file, key: testKeys.database }, entities, migrations });
  return {
    open,
    folder,
    close: async () => {
      await closeDatabase(open);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function team(): Promise<TestDatabase> {
  const template = await postgresTemplate('migrated', async (url) => {
    const open = await openDatabase({ at: { url }, entities, migrations });
    await open.writer.runMigrations();
    await closeDatabase(open);
  });
  const database = await freshPostgres(template);
  const open = await openDatabase({ at: { url: database.url }, entities, migrations });
  return {
    open,
    folder: null,
    close: async () => {
      await closeDatabase(open);
      await database.close();
    },
  };
}

/** Made under a name of its own and renamed, so that two workers never read a half-made one. */
async function embeddedTemplate(): Promise<string> {
  const folder = join(tmpdir(), `habeas-template-${process.env.HABEAS_TEST_RUN ?? process.pid}`);
  const file = join(folder, 'habeas.db');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `draft-${process.pid}-${process.hrtime.bigint()}.db`);
  createFile(draft, testKeys.database);
  const open = await openDatabase({ at: { file: draft, key: testKeys.database }, entities, migrations });
  await open.writer.runMigrations();
  await open.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await closeDatabase(open);
  renameSync(draft, file);
  return file;
}
