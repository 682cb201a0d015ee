import { join } from 'node:path';
import sqlite from 'better-sqlite3-multiple-ciphers';

/** Held for as long as the process lives. The operating system lets go of it even after kill -9. */
export interface FolderLock {
  release(): void;
}

/** The lock on a data folder, or null when another process has it. */
export function lockFolder(folder: string): FolderLock | null {
  const file = new sqlite(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE');
  } catch {
    file.close();
    return null;
  }
  return { release: () => file.close() };
}
