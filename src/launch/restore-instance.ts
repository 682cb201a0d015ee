import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { entities } from '../app.entities.js';
import { Checkpoints } from '../audit/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { replayErasures } from '../erasure/public.js';
import type { Keys } from '../kernel/crypto/public.js';
import { closeDatabase, createFile, isBlank, makeBlank, openDatabase, UnitOfWork, type OpenDatabase } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { writeForGood } from '../kernel/files/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { Instant } from '../kernel/time/public.js';
import { BackupReader, checkBackup, chooseBackup, compareWith, fetchFiles, fillDatabase, openKeys, rowsIn, type BackupStore, type Manifest, type OpenedKeys } from '../safekeeping/public.js';
import { LaunchRefused } from './launch-refused.js';
import { checkEmpty, databaseIn, lockOn, openInstance } from './open-instance.js';
import { goThroughLog } from './restored-log.js';
import { unlock } from './unlock.js';

export interface RestoreOptions {
  readonly identities: readonly string[];
  /** The newest backup that is not younger; null: the newest. */
  readonly at: Instant | null;
  readonly told?: (step: 'check' | 'fill', rows: number, of: number) => void;
}

export interface Restored {
  readonly backup: string;
  readonly made: Instant;
  readonly rows: number;
  readonly entries: number;
}

const actor = systemActor('restore');
const [MARKER, DRAFT] = ['instance.json', 'restoring-'];

/**
 * Makes an instance of a backup, in an empty folder and an empty database. All of the backup is proven before anything is
 * made; everything is built in a folder inside and moves to its place at the end, so that it is there whole or not at all.
 * @throws LaunchRefused and Problem with one sentence; nothing is left then
 */
export async function restoreInstance(settings: Settings, store: BackupStore, options: RestoreOptions): Promise<Restored> {
  const { dataDir } = settings;
  clearLeft(dataDir);
  checkEmpty(dataDir, false);
  if (settings.databaseUrl) await checkBlank(settings.databaseUrl);
  const opened = await openKeys(store, options.identities);
  const isNew = !existsSync(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockOn(dataDir);
  const draft: Settings = { ...settings, dataDir: mkdtempSync(join(dataDir, DRAFT)) };
  try {
    const restored = await build(draft, store, opened, options);
    moveUp(draft.dataDir, dataDir);
    return restored;
  } catch (error) {
    rmSync(draft.dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    lock.release();
    if (isNew && !existsSync(join(dataDir, MARKER))) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function build(draft: Settings, store: BackupStore, opened: OpenedKeys, { identities, at, told = () => undefined }: RestoreOptions): Promise<Restored> {
  writeForGood(join(draft.dataDir, MARKER), opened.head.marker);
  const { keys } = await unlock(draft, null);
  const manifest = await chooseBackup(store, keys, opened, at);
  const reader = new BackupReader(store, identities, keys);
  const rows = rowsIn(manifest);
  await checkBackup(reader, manifest, opened, (done) => told('check', done, rows));
  await fetchFiles(store, keys, opened.head.files, draft.dataDir);
  try {
    const database = await emptyDatabase(draft, keys, manifest);
    try {
      await fillDatabase(database, reader, manifest, opened, (done) => told('fill', done, rows));
      await compareWith(database, keys, [...manifest.tables, ...opened.head.tables]);
    } finally {
      await closeDatabase(database);
    }
    const entries = await comeToLife(draft, manifest, opened);
    return { backup: manifest.id, made: manifest.made, rows, entries };
  } catch (error) {
    if (draft.databaseUrl) await blankAgain(draft.databaseUrl);
    throw error;
  }
}

/** Migrated as far as the backup was. @throws Problem `backup.newer` when it was made by a newer version of the program */
export async function emptyDatabase({ dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>, keys: Pick<Keys, 'database'>, manifest: Manifest): Promise<OpenDatabase> {
  const then = migrations.filter(({ name }) => manifest.migrations.includes(name));
  if (then.length < manifest.migrations.length) throw new Problem('backup.newer', { status: 409 });
  const file = databaseIn(dataDir);
  if (!databaseUrl) createFile(file, keys.database);
  const at = databaseUrl ? { url: databaseUrl } : { file, key: keys.database };
  const database = await openDatabase({ at, entities, migrations: then });
  await database.writer.runMigrations({ transaction: 'each' });
  return database;
}

/** Opened as every start opens it: brought up to date, guards looked at; then its log is gone through, what was erased since is erased again, and the log learns of it. */
async function comeToLife(draft: Settings, manifest: Manifest, { head }: OpenedKeys): Promise<number> {
  const instance = await openInstance(draft, { onlyExisting: true, anyLog: true });
  try {
    const { database, ledger, clock, keys } = instance.ground;
    const entries = await goThroughLog(database, keys, manifest);
    const erased = await replayErasures(instance.ground, head.erasures);
    const work = new UnitOfWork(database, ledger, clock);
    const note = { act: 'instance.restored', kind: 'backup', recordId: manifest.id, facts: { made: manifest.made, entries, erased } };
    await work.log([{ ...note, actor, at: clock.now() }]);
    const checkpoints = Checkpoints.on(instance.ground);
    // Heads were signed that are not beside this database any more: the log says why, or no start would take it.
    const { state } = await checkpoints.state();
    if (state === 'new') await checkpoints.make('restore');
    else await checkpoints.acceptRestore(actor, `backup ${manifest.id} of ${manifest.made}`);
    return entries;
  } finally {
    await instance.close();
  }
}

async function checkBlank(url: string): Promise<void> {
  const database = await openDatabase({ at: { url }, entities, migrations }).catch(() => {
    throw new LaunchRefused('database', 'The database server of HABEAS_DATABASE_URL does not answer or refuses the sign-in.');
  });
  const blank = await isBlank(database).finally(() => closeDatabase(database));
  if (!blank) throw new LaunchRefused('database', 'The database of HABEAS_DATABASE_URL is not empty; a restore never writes over data. Make an empty one.');
}

async function blankAgain(url: string): Promise<void> {
  const database = await openDatabase({ at: { url }, entities, migrations });
  await makeBlank(database).finally(() => closeDatabase(database));
}

/** What a restore that was killed has left. */
function clearLeft(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, MARKER))) return;
  for (const name of readdirSync(folder)) if (name.startsWith(DRAFT)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The marker last: without it the folder is no instance. */
function moveUp(from: string, to: string): void {
  const names = readdirSync(from).filter((name) => !name.startsWith('in-use.lock'));
  for (const name of [...names.filter((one) => one !== MARKER), MARKER]) renameSync(join(from, name), join(to, name));
  rmSync(from, { recursive: true, force: true });
}
