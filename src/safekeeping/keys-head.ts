import type { ErasureList } from '../erasure/public.js';
import type { Keys } from '../kernel/crypto/public.js';
import { isId } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { StoredTable } from './manifest.js';
import { readSignedText, signedText } from './signed-text.js';

/**
 * The keys of people and files, apart from the rows they open, with what is needed to use them. Of all backups together
 * only the newest are kept. Encrypted like everything else; the head is the last of them to be written.
 */
export interface KeysHead {
  readonly format: 'habeas-keys/1';
  readonly instance: string;
  /** The backup they were written with. */
  readonly backup: string;
  readonly made: Instant;
  /** `instance.json` as it stood, with the ways to the master key. */
  readonly marker: string;
  readonly tables: readonly StoredTable[];
  /** Sealed files that have a key, with their sizes in bytes. */
  readonly files: readonly (readonly [id: string, bytes: number])[];
  /** Erasures up to this moment, to be done again on rows that are older. */
  readonly erasures: ErasureList;
}

export const keysFolder = (backup: string): string => `keys/${backup}/`;
export const keysHeadName = (backup: string): string => `${keysFolder(backup)}head`;

/** The backup whose keys are the newest in the store; null when there are none that are whole. */
export function newestKeys(names: Iterable<string>): string | null {
  const whole = [...names].flatMap((name) => /^keys\/([^/]+)\/head$/.exec(name)?.[1] ?? []).filter(isId);
  return whole.sort().at(-1) ?? null;
}

export const writeKeysHead = (keys: Keys, head: KeysHead): string => signedText(keys, 'keys', JSON.stringify(head));

/** Before it is proven: it holds the way to the key that proves it. null when it is none. */
export function readKeysHead(text: string): { readonly head: KeysHead; readonly isProven: (keys: Keys) => boolean } | null {
  try {
    const head = JSON.parse(text.slice(0, text.indexOf('\n'))) as KeysHead;
    return head.format === 'habeas-keys/1' ? { head, isProven: (keys) => readSignedText(keys, 'keys', text) !== null } : null;
  } catch {
    return null;
  }
}
