import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Keys } from '../kernel/crypto/public.js';
import { newId } from '../kernel/db/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { SystemClock } from '../kernel/time/public.js';
import { askNewSecret, askSecret } from './ask.js';
import { LaunchRefused } from './launch-refused.js';
import type { Marker } from './marker.js';
import { defaultKeyFile, keepApart, keyFromPassphrase, makeKeyFile, readKeyFile } from './master-key.js';

export const checkOf = (keys: Keys): string => keys.token('key check', 'habeas');

export interface Unlocked {
  readonly keys: Keys;
  readonly marker: Marker;
  /** Where a new key was written, to be told once. */
  readonly madeKeyFile: string | null;
}

/** The key of an instance that exists. @throws LaunchRefused `key` when it is another key. */
export async function unlock(settings: Settings, marker: Marker): Promise<Unlocked> {
  const file = settings.keyFile ?? marker.key.file ?? defaultKeyFile(marker.instance);
  if (settings.keyFile) keepApart(settings.keyFile, settings.dataDir);
  const asked = marker.key.from === 'passphrase' && !settings.keyFile;
  const master = asked ? await keyFromPassphrase(await askSecret('Passphrase: '), marker.key.salt ?? '') : readKeyFile(file);
  const keys = new Keys(master);
  if (checkOf(keys) !== marker.keyCheck) {
    throw new LaunchRefused('key', asked ? 'That passphrase does not open this data folder.' : `The key in ${file} does not open this data folder.`);
  }
  return { keys, marker, madeKeyFile: null };
}

/** A key for a new instance: of a passphrase, of the file the settings name, or a new one there or in the default place. */
export async function newKey(settings: Settings, passphrase: boolean): Promise<Unlocked> {
  const instance = newId(new SystemClock().now());
  if (passphrase) {
    const salt = randomBytes(16).toString('hex');
    const keys = new Keys(await keyFromPassphrase(await askNewSecret(), salt));
    return { keys, marker: { instance, key: { from: 'passphrase', salt }, keyCheck: checkOf(keys) }, madeKeyFile: null };
  }
  if (settings.keyFile && existsSync(settings.keyFile)) {
    keepApart(settings.keyFile, settings.dataDir);
    const keys = new Keys(readKeyFile(settings.keyFile));
    return { keys, marker: { instance, key: { from: 'file', file: settings.keyFile }, keyCheck: checkOf(keys) }, madeKeyFile: null };
  }
  const file = settings.keyFile ?? defaultKeyFile(instance);
  const keys = new Keys(makeKeyFile(file, settings.dataDir));
  return { keys, marker: { instance, key: { from: 'file', file }, keyCheck: checkOf(keys) }, madeKeyFile: file };
}
