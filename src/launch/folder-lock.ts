import { join } from 'node:path';
import sqlite from 'better-sqlite3-multiple-ciphers';
import { LaunchRefused } from './launch-refused.js';

/** Held for as long as the process lives. The operating system lets go of it even after kill -9. */
export interface FolderLock {
  release(): void;
}

/** @throws LaunchRefused `inUse` when another process has the folder. */
export function lockFolder(folder: string): FolderLock {
  const file = new sqlite(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE');
  } catch {
    file.close();
    throw new LaunchRefused('inUse', `Another process is using ${folder}; stop it first.`);
  }
  return { release: () => file.close() };
}
