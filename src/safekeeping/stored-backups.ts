import type { Keys } from '../kernel/crypto/public.js';
import { readManifest, type Manifest } from './manifest.js';
import type { BackupStore } from './store.js';

/** Every whole manifest of the store that we signed, the newest first. */
export async function readManifests(store: BackupStore, keys: Keys): Promise<Manifest[]> {
  const found: Manifest[] = [];
  for (const name of [...(await store.list('manifests')).keys()].sort().reverse()) {
    const file = await store.get(name);
    const manifest = file && readManifest(keys, name, file.toString('utf8'));
    if (manifest) found.push(manifest);
  }
  return found;
}
