import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a new file only its owner can read, and waits until it is on the disk: after a power cut a database whose key
 * was still on its way would be lost for ever. @throws when the file exists.
 */
export function writeForGood(path: string, text: string): void {
  writeThrough(path, text);
  flushFolder(dirname(path));
}

/** The same over a file that may exist: at every moment there is the old one or the new one, whole. */
export function replaceForGood(path: string, text: string): void {
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  writeThrough(draft, text);
  renameSync(draft, path);
  flushFolder(dirname(path));
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The name of a file is an entry of its folder, which has to reach the disk too. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
