import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { entities } from '../app.entities.js';
import { ChainedLedger, Checkpoints } from '../audit/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { Keys, migrateWith, SealBroken } from '../kernel/crypto/public.js';
import { closeDatabase, createFile, guardedTables, isSound, isSoundUntouched, lockFolder, openDatabase, Reserve, UnitOfWork, type FolderLock, type OpenDatabase } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { hasInstanceFile, InstanceFileBroken, KeyRefused } from '../kernel/keyring/public.js';
import { QuietLogger } from '../kernel/log/public.js';
import { defaultDataDir, Instance, type Settings } from '../kernel/settings/public.js';
import { finishChanges, type Told } from '../rotation/public.js';
import { SteadyClock, SystemClock } from '../kernel/time/public.js';
import { fileKeyOf } from './file-key.js';
import { LaunchRefused } from './launch-refused.js';
import { whyNotHeld } from './log-outside.js';
import { newKey, unlock, type Unlocked } from './unlock.js';
import { checkWriteAhead, markOpen, markWhole, settleMark, writtenAhead } from './write-ahead.js';

export interface OpenInstance {
  readonly ground: Ground;
  readonly madeKeyFile: string | null;
  /** Lets go of database and folder, in this order. */
  close(): Promise<void>;
}

export const databaseIn = (folder: string): string => join(folder, 'habeas.db');

export interface OpenOptions {
  /** A new instance gets its key from a passphrase typed twice. */
  readonly passphrase?: boolean;
  /** Makes no instance: a mistyped folder must not be answered with an empty one. */
  readonly onlyExisting?: boolean;
  /** What `openMaster` answered to something entered; without it the settings and the terminal are asked. */
  readonly master?: Buffer;
  /** May run while the server does: the folder is shared with it, and a database that is not up to date is refused. */
  readonly beside?: boolean;
  /** Opens a database that was put back or rewritten too: for the commands that look into it. */
  readonly anyLog?: boolean;
  /** Told how far a change of keys is that has to be finished first. */
  readonly told?: Told;
}

/**
 * Opens the instance of the settings, or makes it when there is none. Everything is looked at before anything is made.
 * @throws LaunchRefused with one sentence; what was there before is as it was.
 */
export async function openInstance(settings: Settings, options: OpenOptions = {}): Promise<OpenInstance> {
  try {
    return await openOrMake(settings, options);
  } catch (error) {
    throw inWords(error, settings);
  }
}

async function openOrMake(settings: Settings, options: OpenOptions): Promise<OpenInstance> {
  const isNew = !hasInstanceFile(settings.dataDir);
  if (isNew) checkEmpty(settings.dataDir, options.onlyExisting ?? false);
  else checkFile(settings);
  const made = isNew && !existsSync(settings.dataDir);
  if (isNew) mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockOn(settings.dataDir, options.beside ?? false);
  const alone = lock !== shared && !settings.databaseUrl;
  let database: OpenDatabase | null = null;
  let unlocked: Unlocked | null = null;
  try {
    if (alone && !isNew) checkWriteAhead(settings.dataDir);
    unlocked = isNew ? await newKey(settings, options.passphrase ?? false) : await unlock(settings, options.master ?? null);
    if (isNew && !settings.databaseUrl) createFile(databaseIn(settings.dataDir), unlocked.keys.database);
    database = await open(settings, unlocked, alone);
    if (lock === shared && (await database.writer.showMigrations())) throw new LaunchRefused('inUse', 'The server that runs here is of an older version than this command; start it anew first.');
    await prepare(database, unlocked, isNew);
    const instance = await instanceOf(settings, database, unlocked, lock, options.told);
    if (!options.anyLog) await checkLog(instance.ground);
    return instance;
  } catch (error) {
    if (database) await closeWhole(settings, database, alone);
    lock.release();
    if (isNew) clear(settings.dataDir, made);
    if (unlocked?.madeKeyFile) rmSync(unlocked.madeKeyFile, { force: true });
    throw error;
  }
}

/** A change of keys that was begun is brought to its end first: what follows knows one key of each kind. */
async function instanceOf(settings: Settings, opened: OpenDatabase, { keep, madeKeyFile }: Unlocked, lock: FolderLock, told: Told = () => undefined): Promise<OpenInstance> {
  const database = settings.databaseUrl ? opened : { ...opened, reserve: reserveIn(settings.dataDir) };
  const ground = { settings, strongbox: keep(), database, clock: steadyClock(settings), ledger: new ChainedLedger(database.dialect) };
  const keys = new Keys(await finishChanges(ground, told));
  return {
    ground: { ...ground, keys },
    madeKeyFile,
    close: async () => {
      await closeWhole(settings, database, lock !== shared && !settings.databaseUrl);
      lock.release();
    },
  };
}

/** The mark goes before the file is let go of, so that no moment lies between in which a kill would leave it behind. */
async function closeWhole({ dataDir }: Settings, database: OpenDatabase, alone: boolean): Promise<void> {
  await closeDatabase(database, () => alone && markWhole(dataDir));
  if (alone) settleMark(dataDir);
}

function steadyClock({ logLevel }: Settings): SteadyClock {
  const log = new QuietLogger(logLevel);
  return new SteadyClock(new SystemClock(), (minutes) => log.warn(`the clock of this machine was put back by ${minutes} minutes`));
}

function reserveIn(folder: string): Reserve {
  const reserve = Reserve.in(folder);
  reserve.take();
  return reserve;
}

/** Another process holds the folder, and this one works beside it. */
const shared: FolderLock = { release: () => undefined };

export function lockOn(folder: string, beside = false): FolderLock {
  let lock: FolderLock | null;
  try {
    lock = lockFolder(folder);
  } catch {
    throw new LaunchRefused('folder', `The data folder ${folder} cannot be written to; check whose it is and whether the disk is full.`);
  }
  if (!lock && beside) return shared;
  if (!lock) throw new LaunchRefused('inUse', `Another process is using ${folder}; stop it first.`);
  return lock;
}

export function checkEmpty(folder: string, onlyExisting: boolean): void {
  if (onlyExisting && !(existsSync(folder) && readdirSync(folder).length > 0)) {
    throw new LaunchRefused('folder', `There is no instance of Habeas in ${folder}; name its folder with HABEAS_DATA_DIR.`);
  }
  if (!existsSync(folder)) {
    if (!existsSync(dirname(folder)) && folder !== defaultDataDir()) {
      throw new LaunchRefused('folder', `HABEAS_DATA_DIR names ${folder}, but ${dirname(folder)} is not there; make that folder first.`);
    }
    return;
  }
  const others = readdirSync(folder).filter((name) => !name.startsWith('in-use.lock'));
  if (others.length > 0) {
    throw new LaunchRefused('folder', `${folder} holds files but no whole instance of Habeas (a first start may have been cut short); name an empty folder.`);
  }
}

function checkFile(settings: Settings): void {
  if (settings.databaseUrl) return;
  const file = databaseIn(settings.dataDir);
  if (!existsSync(file)) {
    throw new LaunchRefused('database', `The database ${file} is missing; restore it from a backup. Nothing was made in its place.`);
  }
  if (statSync(file).size === 0) throw new LaunchRefused('database', `The database ${file} is empty; restore it from a backup.`);
}

async function open(settings: Settings, unlocked: Unlocked, alone: boolean): Promise<OpenDatabase> {
  const file = databaseIn(settings.dataDir);
  const key = settings.databaseUrl ? null : fileKeyOf(file, unlocked.ring, () => markWhole(settings.dataDir));
  if (key && alone && writtenAhead(settings.dataDir) && !isSoundUntouched(file, key)) throw damaged();
  const at = settings.databaseUrl ? { url: settings.databaseUrl } : { file, key: key ?? '' };
  try {
    const database = await openDatabase({ at, entities, migrations });
    if (alone) markOpen(settings.dataDir);
    return database;
  } catch {
    const where = settings.databaseUrl ? 'The database server of HABEAS_DATABASE_URL does not answer or refuses the sign-in.' : null;
    throw new LaunchRefused('database', where ?? `The database in ${settings.dataDir} is damaged or not ours; restore it from a backup.`);
  }
}

/** Checks what is there, brings it up to date, and says whose it is. */
async function prepare(database: OpenDatabase, unlocked: Unlocked, isNew: boolean): Promise<void> {
  if (!isNew && !(await isSound(database))) throw damaged();
  await upToDate(database, unlocked);
  await checkGuards(database);
  const [row] = await database.reader.getRepository(Instance).find();
  if (row && row.id !== unlocked.instance) {
    throw new LaunchRefused('database', 'The database belongs to another instance than the data folder; bring both from one backup.');
  }
  if (!row && !isNew) throw damaged();
  if (!(await logIsWhole(database))) throw damaged();
  if (!row) await bear(database, unlocked.instance);
}

/** What no key opens cannot be brought to a newer form, and is left as it is. */
async function upToDate(database: OpenDatabase, { ring }: Unlocked): Promise<void> {
  try {
    await migrateWith(database, ring);
  } catch (error) {
    throw error instanceof SealBroken ? new LaunchRefused('database', 'A record does not open with the keys of this folder, so the database cannot be brought up to date; restore it from a backup. Nothing was changed.') : error;
  }
}

const damaged = (): LaunchRefused => new LaunchRefused('database', 'The database is damaged (its own check finds faults); restore it from a backup.');

/** As many entries as the log's head says: cheap, and what a state mixed of two times gets wrong first. */
async function logIsWhole({ reader }: OpenDatabase): Promise<boolean> {
  const [head] = (await reader.query('SELECT size FROM audit_head')) as { size: number }[];
  const [rows] = (await reader.query('SELECT count(*) AS n, max(seq) AS last FROM audit_entry')) as { n: number | string; last: number | null }[];
  return head !== undefined && Number(rows?.n) === head.size && (rows?.last ?? -1) === head.size - 1;
}

async function checkGuards(database: OpenDatabase): Promise<void> {
  const runner = database.writer.createQueryRunner();
  for (const table of guardedTables) {
    const guards = await database.dialect.guardsOn(runner, table);
    if (!guards.includes(`guard_${table}_update`) || !guards.includes(`guard_${table}_delete`)) {
      throw new LaunchRefused('database', `The guard that keeps ${table} from being changed is gone; somebody has been at the database.`);
    }
  }
  await runner.release();
}

/** A database that does not go on from the last signed head is refused; where nothing was ever signed, that begins now. */
async function checkLog(ground: Ground): Promise<void> {
  const checkpoints = Checkpoints.on(ground);
  const outside = await checkpoints.state();
  if (outside.state === 'new') await checkpoints.make('start');
  else if (outside.state !== 'fits') throw new LaunchRefused('log', await whyNotHeld(ground, outside));
}

async function bear(database: OpenDatabase, id: string): Promise<void> {
  const work = new UnitOfWork(database, new ChainedLedger(database.dialect), new SystemClock());
  await work.run(systemActor('launch'), async (story) => {
    await story.manager.insert(Instance, { id, createdAt: story.now });
    story.note({ act: 'instance.created', kind: 'instance', recordId: id });
  });
}

/** A first start that failed leaves nothing half-made. The folder was empty before, see checkEmpty. */
function clear(folder: string, made: boolean): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  if (made) rmSync(folder, { recursive: true, force: true });
}

/** What the system says about a file or folder, as a sentence; everything else stays what it is. */
export function inWords(error: unknown, { dataDir }: Settings): unknown {
  if (error instanceof KeyRefused) return new LaunchRefused('key', error.message);
  if (error instanceof InstanceFileBroken) return new LaunchRefused('folder', error.message);
  const { code, syscall, path } = error as { code?: string; syscall?: string; path?: string };
  if (error instanceof LaunchRefused || !code || !syscall || syscall === 'connect') return error;
  const reason = reasons[code] ?? `the system answers ${code}`;
  return new LaunchRefused('folder', `${path ?? dataDir} cannot be used: ${reason}.`);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not read or write there',
  EPERM: 'this account may not read or write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is a file, not a folder',
  EEXIST: 'it is there already',
};
