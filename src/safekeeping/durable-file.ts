import type { Readable } from 'node:stream';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that was cut short is known by this ending and never read. */
export const UNFINISHED = '.part';

/**
 * Writes a file under another name, waits until it is on the disk, and only then gives it its own: it is there whole or
 * not at all.
 */
export async function writeDurably(path: string, content: Uint8Array | Readable): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = path + UNFINISHED;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(path));
}

/** The name of a new file is an entry of its folder, which has to reach the disk too. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
