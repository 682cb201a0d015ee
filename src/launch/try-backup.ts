import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { entities } from '../app.entities.js';
import { systemActor } from '../kernel/actor/public.js';
import { FileVault, filesIn, SubjectVault, type Keys } from '../kernel/crypto/public.js';
import { closeDatabase, openDatabase, UnitOfWork, type OpenDatabase } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { BackupReader, chooseBackup, compareWith, fetchFiles, fillDatabase, openKeys, rowsIn, type BackupStore, type Manifest, type OpenedKeys } from '../safekeeping/public.js';
import { databaseIn } from './open-instance.js';
import { goThroughLog } from './restored-log.js';
import { emptyDatabase, type RestoreOptions, type Restored } from './restore-instance.js';

const DRAFT = 'trying-';

/**
 * Restores a backup on trial: into an embedded database in a folder of its own, under a key that is in memory only, and
 * takes it away again. Every byte is proven, every table compared, every sealed file opened, the log gone through. That it
 * was done is written into the log of the instance.
 * @throws Problem at the first fault
 */
export async function tryBackup(ground: Ground, store: BackupStore, { identities, at, told = () => undefined }: RestoreOptions): Promise<Restored> {
  const { keys, settings, ledger, clock, database } = ground;
  for (const left of readdirSync(settings.dataDir).filter((name) => name.startsWith(DRAFT))) rmSync(join(settings.dataDir, left), { recursive: true, force: true });
  const opened = await openKeys(store, identities);
  const manifest = await chooseBackup(store, keys, opened, at);
  const rows = rowsIn(manifest);
  const draft = { dataDir: mkdtempSync(join(settings.dataDir, DRAFT)), databaseUrl: null };
  const key = { database: randomBytes(32).toString('hex') };
  try {
    const trial = await emptyDatabase(draft, key, manifest);
    try {
      await fillDatabase(trial, new BackupReader(store, identities, keys), manifest, opened, (done) => told('fill', done, rows));
      await compareWith(trial, keys, [...manifest.tables, ...opened.head.tables]);
    } finally {
      await closeDatabase(trial);
    }
    const entries = await upToDate(draft.dataDir, key.database, keys, manifest, (now) => openFiles(ground, now, store, opened, draft.dataDir));
    const work = new UnitOfWork(database, ledger, clock);
    const facts = { made: manifest.made, rows, entries, files: opened.head.files.length };
    await work.log([{ act: 'restore.drilled', kind: 'backup', recordId: manifest.id, facts, actor: systemActor('command-line'), at: clock.now() }]);
    return { backup: manifest.id, made: manifest.made, rows, entries };
  } finally {
    rmSync(draft.dataDir, { recursive: true, force: true });
  }
}

/** As today's program would open it: every step of the schema since, then the whole log. */
async function upToDate(folder: string, key: string, keys: Keys, manifest: Manifest, look: (database: OpenDatabase) => Promise<void>): Promise<number> {
  const database = await openDatabase({ at: { file: databaseIn(folder), key }, entities, migrations });
  try {
    await database.writer.runMigrations({ transaction: 'each' });
    const entries = await goThroughLog(database, keys, manifest);
    await look(database);
    return entries;
  } finally {
    await closeDatabase(database);
  }
}

/** Every sealed file is read to its end: what was changed or cut does not open. */
async function openFiles({ keys }: Ground, database: OpenDatabase, store: BackupStore, opened: OpenedKeys, folder: string): Promise<void> {
  mkdirSync(filesIn(folder), { recursive: true, mode: 0o700 });
  const vault = new FileVault(keys, new SubjectVault(keys), filesIn(folder));
  for (const file of opened.head.files) {
    await fetchFiles(store, keys, [file], folder);
    for await (const _ of await vault.read(database.reader.manager, file[0])) void _;
    rmSync(join(filesIn(folder), file[0]), { force: true });
  }
}
