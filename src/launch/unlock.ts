import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { derivedRing, Keys, openRing, type KeyRing } from '../kernel/crypto/public.js';
import { newId } from '../kernel/db/public.js';
import { keyFromPassphrase, keyOfText, newInstanceFile, readInstanceFile, Strongbox, writeInstanceFile, type InstanceFile, type OldInstanceFile, type SlotSecret } from '../kernel/keyring/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { SystemClock } from '../kernel/time/public.js';
import { askEntered, askNewSecret } from './ask.js';
import { LaunchRefused } from './launch-refused.js';
import { masterAtHand } from './master-at-hand.js';
import { defaultKeyFile, keepApart, makeKeyFile, readKeyFile } from './master-key.js';

export interface Unlocked {
  readonly keys: Keys;
  readonly ring: KeyRing;
  readonly instance: string;
  /** Where a new key was written, to be told once. */
  readonly madeKeyFile: string | null;
  /** Writes what is not on the disk yet: the file of a new instance, or of one brought to the new form. */
  readonly keep: () => Strongbox;
}

/**
 * The keys of an instance that exists. An entered master key goes before what is at hand; without either the terminal is asked.
 * @throws LaunchRefused `key` when it is another key.
 */
export async function unlock(settings: Settings, entered: Buffer | null): Promise<Unlocked> {
  const file = readInstanceFile(settings.dataDir);
  const master = entered ?? (await masterAtHand(settings, file)) ?? (await askEntered(file));
  if (file.form === undefined) return takenOver(settings, file, master);
  return unlockedBy(settings, file, master, ringOf(file, master));
}

/** The data keys stay what they were, so that nothing has to be written anew; they only lie in a ring from now on. */
function takenOver(settings: Settings, old: OldInstanceFile, master: Buffer): Unlocked {
  const byPassphrase = old.key.from === 'passphrase' && !settings.keyFile;
  const slot: SlotSecret = byPassphrase
    ? { kind: 'passphrase', secret: master, salt: old.key.salt ?? '' }
    : { kind: 'file', secret: master, file: settings.keyFile ?? old.key.file ?? defaultKeyFile(old.instance) };
  return unwritten(settings, old.instance, slot, derivedRing(master));
}

function ringOf(file: InstanceFile, master: Buffer): KeyRing {
  try {
    return openRing(file.ring, master, file.instance);
  } catch {
    throw new LaunchRefused('key', 'The data keys in instance.json do not open: the file was changed; put it back from a backup of the folder.');
  }
}

/** A key for a new instance: of a passphrase, of the file or the text the settings name, or a new file there or in the default place. */
export async function newKey(settings: Settings, passphrase: boolean): Promise<Unlocked> {
  const instance = newId(new SystemClock().now());
  if (passphrase) {
    const salt = randomBytes(16);
    const secret = await keyFromPassphrase(await askNewSecret(), salt);
    return unwritten(settings, instance, { kind: 'passphrase', secret, salt: salt.toString('hex') });
  }
  const inText = settings.key === null ? null : keyOfText(settings.key);
  if (inText) return unwritten(settings, instance, { kind: 'environment', secret: inText });
  const file = settings.keyFile ?? defaultKeyFile(instance);
  keepApart(file, settings.dataDir);
  if (settings.keyFile && existsSync(file)) return unwritten(settings, instance, { kind: 'file', secret: readKeyFile(file), file });
  return { ...unwritten(settings, instance, { kind: 'file', secret: makeKeyFile(file, settings.dataDir), file }), madeKeyFile: file };
}

function unwritten(settings: Settings, instance: string, slot: SlotSecret, ring?: KeyRing): Unlocked {
  const { file, master } = newInstanceFile(instance, slot, new SystemClock().now(), ring);
  const unlocked = unlockedBy(settings, file, master, openRing(file.ring, master, instance));
  const keep = (): Strongbox => {
    writeInstanceFile(settings.dataDir, file);
    return unlocked.keep();
  };
  return { ...unlocked, keep };
}

function unlockedBy({ dataDir }: Settings, { instance }: InstanceFile, master: Buffer, ring: KeyRing): Unlocked {
  const keeper = {
    read: () => readInstanceFile(dataDir) as InstanceFile,
    write: (file: InstanceFile) => writeInstanceFile(dataDir, file),
  };
  return { keys: new Keys(ring), ring, instance, madeKeyFile: null, keep: () => new Strongbox(master, keeper) };
}
