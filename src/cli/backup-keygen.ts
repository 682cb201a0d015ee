import { appendFileSync } from 'node:fs';
import { makeIdentity, splitIdentity } from '../safekeeping/public.js';

/**
 * Prints a secret key, which is kept nowhere, and adds its public half to a file. Keys of the newer sort also withstand the
 * quantum computers a seized backup may live to see; the classic sort is for programs that do not know them yet.
 */
export async function makeBackupKey(recipients: string, { classic, shares }: { classic: boolean; shares: boolean }): Promise<number> {
  const { identity, recipient } = await makeIdentity(classic);
  appendFileSync(recipients, `${recipient}\n`, { mode: 0o644 });
  console.error(`The public key was added to ${recipients}: backups are encrypted to it from the next one on.`);
  console.error(`The secret key follows${shares ? ' in three shares, each for another person' : ''}. It is shown once and kept nowhere here. Print it or keep it on a stick, far from this machine:`);
  console.error('without it no backup can be read, by anybody; with it and the key of the data folder, every one of them.\n');
  if (!shares) console.log(identity);
  else for (const [n, share] of (await splitIdentity(identity)).entries()) console.log(`Share ${n + 1} of 3, any two of which are needed:\n  ${share}\n`);
  return 0;
}
