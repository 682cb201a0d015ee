import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Problem } from '../kernel/errors/public.js';
import { UNFINISHED, writeDurably } from './durable-file.js';
import type { BackupStore } from './store.js';

/** Backups in a folder of this machine, of a stick or of a mounted disk. */
export class FolderStore implements BackupStore {
  readonly kind = 'folder';

  /** @throws Problem `backup.no_folder`: a folder is never made, a stick that is not plugged in would be filled beside itself. */
  constructor(private readonly folder: string) {
    if (!existsSync(folder)) throw new Problem('backup.no_folder', { status: 503, params: { folder } });
  }

  list(prefix: string): Promise<ReadonlyMap<string, number>> {
    return this.told(async () => {
      const found = new Map<string, number>();
      const top = join(this.folder, prefix);
      if (!existsSync(top)) return found;
      for (const entry of await readdir(top, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || entry.name.endsWith(UNFINISHED)) continue;
        const path = join(entry.parentPath, entry.name);
        found.set(path.slice(this.folder.length + 1).split(sep).join('/'), (await stat(path)).size);
      }
      return found;
    });
  }

  get(name: string): Promise<Buffer | null> {
    return this.told(() => readFile(this.at(name)).catch((error: { code?: string }) => (error.code === 'ENOENT' ? null : Promise.reject(error as Error))));
  }

  put(name: string, bytes: Uint8Array): Promise<void> {
    return this.told(() => writeDurably(this.at(name), bytes));
  }

  putFile(name: string, from: string): Promise<void> {
    return this.told(() => writeDurably(this.at(name), createReadStream(from)));
  }

  async getFile(name: string, to: string): Promise<boolean> {
    if (!existsSync(this.at(name))) return false;
    await this.told(() => writeDurably(to, createReadStream(this.at(name))));
    return true;
  }

  remove(name: string): Promise<void> {
    return this.told(() => rm(this.at(name), { force: true }));
  }

  close(): void {
    // nothing is held open
  }

  private at(name: string): string {
    return join(this.folder, ...name.split('/'));
  }

  /** What the system says, as a refusal with a sentence. */
  private async told<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') throw new Problem('backup.disk_full', { status: 507, params: { folder: this.folder } });
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) throw new Problem('backup.folder_denied', { status: 503, params: { folder: this.folder } });
      if (code.startsWith('E')) throw new Problem('backup.folder_fails', { status: 503, params: { folder: this.folder, code } });
      throw error;
    }
  }
}
