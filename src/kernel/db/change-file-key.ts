import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite from 'better-sqlite3-multiple-ciphers';
import { flushFolder } from '../files/public.js';

const DRAFT = '.rekeyed';

/**
 * Encrypts the embedded file under another key. It is done on a copy, which takes the file's place only when it is whole
 * and on the disk: at every moment the file opens with one of the two keys. Nobody else may have it open.
 * @param settled is called when everything written ahead stands in the file itself
 * @throws Error when the copy does not hold; the file is as it was
 */
export function changeFileKey(file: string, from: string, to: string, settled: () => void): void {
  settle(file, from, settled);
  const draft = file + DRAFT;
  dropDraft(file);
  copyFileSync(file, draft);
  const database = new sqlite(draft, { fileMustExist: true });
  try {
    database.pragma(`key = 'raw:${from}'`);
    // A journal of the copy would be worth nothing: it is thrown away when anything goes wrong.
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = OFF');
    database.pragma(`rekey = 'raw:${to}'`);
    database.pragma('journal_mode = WAL');
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('the copy under the new key does not hold');
  } finally {
    database.close();
  }
  const handle = openSync(draft, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  flushFolder(dirname(file));
}

/** Removes what a change of keys that was cut short has left beside the file. */
export function dropDraft(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(file + DRAFT + end, { force: true });
}

/** Everything committed is in the file itself, and nothing under the old key lies beside it. */
function settle(file: string, key: string, settled: () => void): void {
  const database = new sqlite(file, { fileMustExist: true });
  try {
    database.pragma(`key = 'raw:${key}'`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    settled();
  } finally {
    database.close();
  }
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) throw new Error('the database file is still in use');
}
