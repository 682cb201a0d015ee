import type { Keys } from '../kernel/crypto/public.js';
import type { KeepRule } from '../kernel/settings/public.js';
import { kept } from './keep-rule.js';
import { manifestName, chunksIn } from './manifest.js';
import { readManifests } from './stored-backups.js';
import type { BackupStore } from './store.js';

export interface Thinned {
  readonly removed: number;
  readonly left: number;
  readonly objects: number;
}

/**
 * Removes the backups the rule does not keep, and then what none of the others needs. Nothing but whole backups goes while
 * the store holds a manifest that is not ours: it may name what looks like nobody's.
 */
export async function thinBackups(store: BackupStore, keys: Keys, rule: KeepRule, zone: string, verified: string | null): Promise<Thinned> {
  const [manifests, named] = [await readManifests(store, keys), await store.list('manifests')];
  const stay = kept(manifests, rule, zone, verified);
  const going = manifests.filter(({ id }) => !stay.has(id));
  for (const { id } of going) await store.remove(manifestName(id));
  let objects = 0;
  if (named.size === manifests.length) {
    const needed = new Set(manifests.filter(({ id }) => stay.has(id)).flatMap((manifest) => chunksIn(manifest).map(([name]) => name)));
    for (const name of (await store.list('chunks')).keys()) {
      if (needed.has(name)) continue;
      await store.remove(name);
      objects += 1;
    }
  }
  return { removed: going.length, left: stay.size, objects };
}
