import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from '../../kernel/kernel.module.js';
import { offsetMinutes, type Instant } from '../../kernel/time/public.js';
import { bad, ok, warn, type Finding } from './finding.js';

const GIGABYTE = 1024 ** 3;

export function space({ settings, database }: Ground): Finding {
  const { bavail, bsize } = statfsSync(settings.dataDir);
  const free = bavail * bsize;
  const sentence = `${(free / GIGABYTE).toFixed(1)} GB are free for the data folder`;
  if (database.reserve && !database.reserve.held) return bad('space', `${sentence}: too little to keep room for the log, so that reading will end when they are full.`);
  return free < GIGABYTE ? warn('space', `${sentence}; make more.`) : ok('space', `${sentence}.`);
}

/** Whoever else has an account on the machine must not read what lies in the folder, or the key. */
export function files({ settings, strongbox }: Ground): Finding {
  if (process.platform === 'win32') return ok('files', 'Who may read the files is not told on this system.');
  const { dataDir } = settings;
  const keys = [settings.keyFile, ...strongbox.slots().map(({ file }) => file)];
  const names = ['', 'habeas.db', 'habeas.db-wal', 'instance.json'].map((name) => join(dataDir, name));
  const open = [...names, ...keys].filter((path): path is string => Boolean(path) && existsSync(path ?? '') && (statSync(path ?? '').mode & 0o077) !== 0);
  if (open.length > 0) return bad('files', `Others on this machine may read or open: ${open.join(', ')}; run: chmod -R go= …`);
  return ok('files', 'Folder, database and key are for this account only.');
}

/** Kazakhstan gave up one of its two zones on 1 March 2024; older data would put deadlines an hour off. */
export function zones(offset: typeof offsetMinutes = offsetMinutes): Finding {
  const before = offset('2021-01-10T06:00:00.000Z' as Instant, 'Asia/Almaty');
  const after = offset('2025-01-10T06:00:00.000Z' as Instant, 'Asia/Almaty');
  if (before === 360 && after === 300) return ok('zones', 'The time zones of this Node.js know the change of 1 March 2024.');
  return bad('zones', 'The time zones of this Node.js are older than 1 March 2024: hours in Kazakhstan would be wrong; install a newer Node.js.');
}
