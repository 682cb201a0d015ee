import { Keys } from '../crypto/public.js';
import type { InstanceFile, OldInstanceFile } from './instance-file.js';
import { KeyRefused, type KeyFault } from './key-refused.js';
import { keyOfText } from './key-text.js';
import { keyFromPassphrase } from './passphrase.js';
import { secretOfRecoveryKey } from './recovery-key.js';
import { joinShares, type TypedShare } from './share.js';
import { openSlot, type Slot, type SlotKind } from './slot.js';

/** What somebody typed, or what stands in a key file. */
export type Entered =
  | { readonly passphrase: string }
  | { readonly recoveryKey: string }
  | { readonly shares: readonly TypedShare[] }
  /** The line of a key file. */
  | { readonly key: string };

export const checkOf = (keys: Keys): string => keys.token('key check', 'habeas');

/** The master key of an instance. @throws KeyRefused with one sentence when what was entered does not open it. */
export async function masterOf(file: InstanceFile | OldInstanceFile, entered: Entered): Promise<Buffer> {
  return file.form === undefined ? oldMasterOf(file, entered) : (await openedSlot(file, entered)).master;
}

/** The master key and the slot it came out of. @throws KeyRefused */
export async function openedSlot(file: InstanceFile, entered: Entered): Promise<OpenedSlot> {
  if ('passphrase' in entered) return byPassphrase(file, entered.passphrase);
  const [secret, fault] = await secretOf(entered);
  for (const slot of file.slots.filter(({ kind }) => kind !== 'passphrase')) {
    const master = openSlot(slot, secret, file.instance);
    if (master) return { slot, master };
  }
  throw new KeyRefused(fault);
}

interface OpenedSlot {
  readonly slot: Slot;
  readonly master: Buffer;
}

/** Whether there is a slot that what people type can open. */
export const hasSlot = ({ slots }: InstanceFile, ...kinds: readonly SlotKind[]): boolean => slots.some(({ kind }) => kinds.includes(kind));

async function secretOf(entered: Exclude<Entered, { passphrase: string }>): Promise<[Buffer, KeyFault]> {
  if ('shares' in entered) return [await joinShares(entered.shares), 'shares.wrong'];
  if ('key' in entered) return [keyOfText(entered.key) ?? refuse('key.mistyped'), 'key.wrong'];
  return [secretOfRecoveryKey(entered.recoveryKey) ?? refuse('recovery.mistyped'), 'recovery.wrong'];
}

async function byPassphrase({ slots, instance }: InstanceFile, passphrase: string): Promise<OpenedSlot> {
  for (const slot of slots.filter(({ kind }) => kind === 'passphrase')) {
    const master = openSlot(slot, await keyFromPassphrase(passphrase, Buffer.from(slot.salt ?? '', 'hex')), instance);
    if (master) return { slot, master };
  }
  throw new KeyRefused('passphrase.wrong');
}

/** Before there were slots the key file or the passphrase gave the master key itself. */
async function oldMasterOf({ key, keyCheck }: OldInstanceFile, entered: Entered): Promise<Buffer> {
  const opens = (master: Buffer): boolean => checkOf(Keys.of(master)) === keyCheck;
  if ('passphrase' in entered && key.from === 'passphrase') {
    const master = await keyFromPassphrase(entered.passphrase, Buffer.from(key.salt ?? '', 'hex'));
    return opens(master) ? master : refuse('passphrase.wrong');
  }
  if ('key' in entered) {
    const master = keyOfText(entered.key) ?? refuse('key.mistyped');
    return opens(master) ? master : refuse('key.wrong');
  }
  if ('passphrase' in entered) return refuse('passphrase.wrong');
  return refuse('shares' in entered ? 'shares.wrong' : 'recovery.wrong');
}

function refuse(fault: KeyFault): never {
  throw new KeyRefused(fault);
}
