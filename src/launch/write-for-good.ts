import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a new file only its owner can read, and waits until it is on the disk: after a power cut a database whose key
 * was still on its way would be lost for ever. @throws when the file exists.
 */
export function writeForGood(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (process.platform !== 'win32') flush(dirname(path));
}

/** The name of a new file is an entry of its folder, which has to reach the disk too. */
function flush(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
