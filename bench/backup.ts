import 'reflect-metadata';
import { closeSync, copyFileSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Checkpoints } from '../src/audit/public.js';
import { systemActor } from '../src/kernel/actor/public.js';
import { UnitOfWork } from '../src/kernel/db/public.js';
import { readSettings } from '../src/kernel/settings/public.js';
import { openInstance, restoreInstance, tryBackup } from '../src/launch/public.js';
import { makeIdentity, MakeBackup, openStore } from '../src/safekeeping/public.js';
import { Notices } from '../src/staff/public.js';
import { fillProduct } from './fill-product.js';

/** `node dist/bench/backup.js --people 10000`: backup, second backup, trial and restore beside a plain copy of the same file, in one run. */
const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' } } });
const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
const at = (name: string): string => join(folder, name);

try {
  const { identity, recipient } = await makeIdentity(false);
  writeFileSync(at('recipients'), recipient);
  mkdirSync(at('store'));
  const env = { HABEAS_KEY_FILE: at('bench.key'), HABEAS_BACKUP_TO: at('store'), HABEAS_BACKUP_RECIPIENTS: at('recipients') };
  const settings = readSettings({ ...env, HABEAS_DATA_DIR: at('data') });
  const made = await openInstance(settings);
  const file = join(settings.dataDir, 'habeas.db');
  fillProduct(file, made.ground.keys, Number(values.people), 'system:bench', () => undefined);
  await made.close();
  const instance = await openInstance(settings);
  const { ground } = instance;
  const work = new UnitOfWork(ground.database, ground.ledger, ground.clock);
  const backup = new MakeBackup(ground, work, new Notices(work, ground.database.reader.manager), new Checkpoints(ground, work));
  await ground.database.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  const store = openStore(at('store'), settings);
  const told: [string, number, number][] = [];
  const timed = async <T>(name: string, bytes: () => number, task: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await task();
    told.push([name, (performance.now() - from) / 1000, bytes()]);
    return result;
  };
  const size = statSync(file).size;
  await timed('plain copy of the file, with fsync', () => size, () => Promise.resolve(copyDurably(file, at('copy.db'))));
  const first = await timed('first backup', () => size, () => backup.run(systemActor('bench')));
  const second = await timed('second backup, nothing changed', () => size, () => backup.run(systemActor('bench')));
  await timed('restore on trial (backup verify)', () => size, () => tryBackup(ground, store, { identities: [identity], at: null }));
  await instance.close();
  const home = readSettings({ ...env, HABEAS_DATA_DIR: at('home') });
  await timed('restore', () => size, () => restoreInstance(home, store, { identities: [identity], at: null }));
  console.log(`\n${values.people} individuals, ${first.rows} rows, database ${megabytes(size)} MB, first backup ${megabytes(first.newBytes)} MB, second ${megabytes(second.newBytes)} MB, ${cpus().length} cores, Node ${process.version}\n`);
  console.log('| | seconds | MB of database a second |\n|---|---|---|');
  for (const [name, seconds, bytes] of told) console.log(`| ${name} | ${seconds.toFixed(2)} | ${(bytes / 1e6 / seconds).toFixed(1)} |`);
  console.log(`\nMemory at the end: ${megabytes(process.memoryUsage().rss)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  const copy = openSync(to, 'r');
  fsyncSync(copy);
  closeSync(copy);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
