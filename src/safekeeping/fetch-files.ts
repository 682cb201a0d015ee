import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, type Keys } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { KeysHead } from './keys-head.js';
import type { BackupStore } from './store.js';
import { fileName } from './write-backup.js';

/** Brings sealed files into a data folder, as they are. @throws Problem `backup.missing` for one that is not there whole */
export async function fetchFiles(store: BackupStore, keys: Keys, files: KeysHead['files'], dataDir: string): Promise<void> {
  if (files.length === 0) return;
  const there = await store.list('files');
  const folder = filesIn(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [id, bytes] of files) {
    const name = fileName(keys, id);
    if (there.get(name) !== bytes || !(await store.getFile(name, join(folder, id)))) throw new Problem('backup.missing', { status: 422, params: { object: name } });
  }
}
