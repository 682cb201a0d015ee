import type { BackupReader, OpenedKeys } from './backup-reader.js';
import type { Manifest } from './manifest.js';

/** Reads all of a backup and its keys once and proves every byte, before anything is made of it. @throws Problem at the first fault */
export async function checkBackup(reader: BackupReader, manifest: Manifest, { head }: OpenedKeys, told: (rows: number) => void): Promise<void> {
  let rows = 0;
  const count = async (pages: AsyncIterable<unknown[][]>): Promise<void> => {
    for await (const page of pages) told((rows += page.length));
  };
  for (const table of manifest.tables) await count(reader.table(manifest, table));
  for (const table of head.tables) await count(reader.keyTable(table));
}
