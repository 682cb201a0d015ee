import type { Keys } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { OpenedKeys } from './backup-reader.js';
import { readManifest, type Manifest } from './manifest.js';
import type { BackupStore } from './store.js';

/**
 * The backup to restore: the newest, or the newest that is not younger than a moment. Everything that lies among the
 * manifests has to be ours, and the newest has to be the one the keys were written with: an older one that is passed off
 * as the newest is told.
 * @throws Problem `backup.changed`, `backup.newest_missing`, `backup.none`, `backup.other_instance`
 */
export async function chooseBackup(store: BackupStore, keys: Keys, { head, isProven }: OpenedKeys, at: Instant | null): Promise<Manifest> {
  if (!isProven(keys)) throw new Problem('backup.changed', { status: 422, params: { object: 'keys' } });
  const names = [...(await store.list('manifests')).keys()].sort().reverse();
  const found: Manifest[] = [];
  for (const name of names) {
    const manifest = readManifest(keys, name, (await store.get(name))?.toString('utf8') ?? '');
    if (!manifest) throw new Problem('backup.changed', { status: 422, params: { object: name } });
    if (manifest.instance !== head.instance) throw new Problem('backup.other_instance', { status: 422, params: { object: name } });
    found.push(manifest);
  }
  const [newest] = found;
  if (newest && newest.id > head.backup) throw new Problem('backup.keys_older', { status: 422 });
  if (at === null && newest?.id !== head.backup) throw new Problem('backup.newest_missing', { status: 422, params: { made: head.made } });
  const chosen = found.find(({ made }) => at === null || made <= at);
  if (!chosen) throw new Problem('backup.none', { status: 404 });
  return chosen;
}
