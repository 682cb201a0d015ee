import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { systemActor } from '../kernel/actor/public.js';
import { HOLDERS, keyFromPassphrase } from '../kernel/keyring/public.js';
import { askNewSecret, LaunchRefused, makeKeyFile, type OpenInstance } from '../launch/public.js';
import { WaysBack } from '../lock/public.js';
import { rehearseHere, showRecoveryKey } from './rehearse-here.js';

const actor = systemActor('command-line');

export function listSlots({ ground }: OpenInstance): Promise<number> {
  for (const { id, kind, madeAt, file } of ground.strongbox.slots()) console.log(`${String(id).padStart(3)}  ${kind.padEnd(11)}  ${madeAt}${file ? `  ${file}` : ''}`);
  return Promise.resolve(0);
}

export async function addFile({ ground }: OpenInstance, named: string): Promise<number> {
  if (!named) throw new LaunchRefused('usage', 'Name the file: habeas keys add-file PATH');
  const file = resolve(named);
  await WaysBack.on(ground).add(actor, { kind: 'file', secret: makeKeyFile(file, ground.settings.dataDir), file });
  console.log(`A new key was made: ${file}\nKeep it in another place than the data folder.`);
  return 0;
}

export async function addPassphrase({ ground }: OpenInstance): Promise<number> {
  const salt = randomBytes(16);
  await WaysBack.on(ground).add(actor, { kind: 'passphrase', secret: await keyFromPassphrase(await askNewSecret(), salt), salt: salt.toString('hex') });
  console.log('The passphrase opens the data folder.');
  return 0;
}

export async function addRecovery({ ground }: OpenInstance): Promise<number> {
  const ways = WaysBack.on(ground);
  await showRecoveryKey(ways, actor);
  return askBack(ways);
}

export async function addShares({ ground }: OpenInstance, isProtected: boolean): Promise<number> {
  const passphrases: (string | null)[] = [];
  for (let holder = 1; holder <= HOLDERS; holder += 1) {
    if (isProtected) console.error(`Holder ${holder} of ${HOLDERS}:`);
    passphrases.push(isProtected ? await askNewSecret() : null);
  }
  const ways = WaysBack.on(ground);
  const shares = await ways.makeShares(actor, passphrases);
  console.log('Three shares, shown this once: one for each person. Any two of them open the data folder, one alone opens nothing.\n');
  for (const [n, share] of shares.entries()) console.log(`  Share ${n + 1}\n  ${share}\n`);
  return askBack(ways);
}

export const rehearse = ({ ground }: OpenInstance): Promise<number> => rehearseHere(WaysBack.on(ground), actor);

/** At a terminal what was shown is entered back at once; elsewhere the administrator's page asks for it. */
function askBack(ways: WaysBack): Promise<number> {
  if (process.stdin.isTTY) return rehearseHere(ways, actor);
  console.log('Enter it back on the administrator\'s page "Recovery", or with: habeas keys rehearse');
  return Promise.resolve(0);
}

export async function removeSlot({ ground }: OpenInstance, named: string): Promise<number> {
  const slot = Number(named);
  if (!/^\d{1,6}$/.test(named)) throw new LaunchRefused('usage', 'Name the slot by its number: habeas keys list');
  const outcome = await WaysBack.on(ground).remove(actor, slot);
  if (outcome === 'absent') throw new LaunchRefused('usage', `There is no slot ${slot}; habeas keys list shows them.`);
  if (outcome === 'last') throw new LaunchRefused('key', 'That is the only way to the master key; add another one first.');
  console.log('Taken away; the master key was changed with it. Who may have copied the data folder before knows the data keys of then: habeas keys rotate');
  return 0;
}
