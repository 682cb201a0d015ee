import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { systemActor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { HOLDERS, keyFromPassphrase, KeyRefused, makeRecoveryKey, secretOfRecoveryKey, splitSecret, type SlotSecret } from '../kernel/keyring/public.js';
import { askNewSecret, askRecovery, LaunchRefused, makeKeyFile, type OpenInstance } from '../launch/public.js';

const actor = systemActor('command-line');

export function listSlots({ ground }: OpenInstance): Promise<number> {
  for (const { id, kind, madeAt, file } of ground.strongbox.slots()) console.log(`${String(id).padStart(3)}  ${kind.padEnd(11)}  ${madeAt}${file ? `  ${file}` : ''}`);
  return Promise.resolve(0);
}

export async function addFile(instance: OpenInstance, named: string): Promise<number> {
  if (!named) throw new LaunchRefused('usage', 'Name the file: habeas keys add-file PATH');
  const file = resolve(named);
  await add(instance, { kind: 'file', secret: makeKeyFile(file, instance.ground.settings.dataDir), file });
  console.log(`A new key was made: ${file}\nKeep it in another place than the data folder.`);
  return 0;
}

export async function addPassphrase(instance: OpenInstance): Promise<number> {
  const salt = randomBytes(16);
  await add(instance, { kind: 'passphrase', secret: await keyFromPassphrase(await askNewSecret(), salt), salt: salt.toString('hex') });
  console.log('The passphrase opens the data folder.');
  return 0;
}

export async function addRecovery(instance: OpenInstance): Promise<number> {
  const key = makeRecoveryKey();
  const secret = secretOfRecoveryKey(key);
  if (!secret) throw new Error('a recovery key was made that cannot be read');
  await add(instance, { kind: 'recovery', secret });
  console.log(`The recovery key, shown this once. Write it on paper and keep it away from this place:\n\n  ${key}\n`);
  return askBack(instance);
}

export async function addShares(instance: OpenInstance, isProtected: boolean): Promise<number> {
  const secret = randomBytes(32);
  const passphrases: (string | null)[] = [];
  for (let holder = 1; holder <= HOLDERS; holder += 1) {
    if (isProtected) console.error(`Holder ${holder} of ${HOLDERS}:`);
    passphrases.push(isProtected ? await askNewSecret() : null);
  }
  const shares = await splitSecret(secret, passphrases);
  await add(instance, { kind: 'shares', secret });
  console.log('Three shares, shown this once: one for each person. Any two of them open the data folder, one alone opens nothing.\n');
  for (const [n, share] of shares.entries()) console.log(`  Share ${n + 1}\n  ${share}\n`);
  return askBack(instance);
}

/** At a terminal what was shown is entered back at once; elsewhere the administrator's page asks for it. */
function askBack(instance: OpenInstance): Promise<number> {
  if (process.stdin.isTTY) return rehearse(instance);
  console.log('Enter it back on the administrator\'s page "Recovery", or with: habeas keys rehearse');
  return Promise.resolve(0);
}

/** Asks until it fits or is put off; a slip of the hand must not end a rehearsal. */
export async function rehearse(instance: OpenInstance): Promise<number> {
  const { strongbox } = instance.ground;
  for (;;) {
    const entered = await askRecovery();
    if (!entered) {
      console.log('Put off. Until it was entered back, nobody knows whether the paper is right.');
      return 1;
    }
    try {
      const kind = await strongbox.rehearse(entered);
      await noted(instance, 'recovery.rehearsed', { kind });
      console.log('It opens the data folder. The day stands in the log and on the administrator\'s page.');
      return 0;
    } catch (error) {
      if (!(error instanceof KeyRefused)) throw error;
      console.error(error.message);
    }
  }
}

export async function removeSlot(instance: OpenInstance, named: string): Promise<number> {
  const slot = Number(named);
  if (!/^\d{1,6}$/.test(named)) throw new LaunchRefused('usage', 'Name the slot by its number: habeas keys list');
  const kind = instance.ground.strongbox.slots().find(({ id }) => id === slot)?.kind ?? '';
  const outcome = instance.ground.strongbox.remove(slot);
  if (outcome === 'absent') throw new LaunchRefused('usage', `There is no slot ${slot}; habeas keys list shows them.`);
  if (outcome === 'last') throw new LaunchRefused('key', 'That is the only way to the master key; add another one first.');
  await noted(instance, 'keys.slot_removed', { slot, kind });
  console.log('Taken away; the master key was changed with it. Who may have copied the data folder before knows the data keys of then: habeas keys rotate');
  return 0;
}

async function add(instance: OpenInstance, secret: SlotSecret): Promise<void> {
  const slot = instance.ground.strongbox.add(secret, instance.ground.clock.now());
  await noted(instance, 'keys.slot_added', { slot, kind: secret.kind });
}

export async function noted({ ground }: OpenInstance, act: string, facts: Record<string, string | number>): Promise<void> {
  const work = new UnitOfWork(ground.database, ground.ledger, ground.clock);
  await work.run(actor, (story) => Promise.resolve(story.note({ act, kind: 'instance', recordId: null, facts })));
}
