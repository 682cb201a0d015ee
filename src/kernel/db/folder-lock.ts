import { join } from 'node:path';
import sqlite from 'better-sqlite3-multiple-ciphers';
import { codeOf } from './storage-fault.js';

/** Held for as long as the process lives. The operating system lets go of it even after kill -9. */
export interface FolderLock {
  release(): void;
}

/** The lock on a data folder, or another one in it by its name; null when somebody has it. @throws when the folder or the lock itself cannot be written to */
export function lockFolder(folder: string, name = 'in-use.lock'): FolderLock | null {
  const file = new sqlite(join(folder, name), { timeout: 0 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (codeOf(error) === 'SQLITE_BUSY') return null;
    throw error;
  }
  return { release: () => file.close() };
}
