import type { EntityManager } from 'typeorm';
import { unseal, type Keys, type SubjectVault } from '../kernel/crypto/public.js';
import { rowsOf, run } from '../kernel/db/public.js';
import { signInToken, type StaffNames } from './accounts.js';
import { credentialToken, opened } from './factors.js';
import { Factor } from './factor.entity.js';
import { Staff } from './staff.entity.js';

/** Columns that hold a keyed token: made anew with the key, or left under the key they were made with. */
export const staffTokens = {
  recomputed: ['staff.sign_in_token', 'factor.credential_token'],
  kept: ['staff.elsewhere_token', 'recovery_code.token'],
} as const;

/** Makes the tokens of all accounts anew; the same again when it was cut short. There are tens of accounts. */
export async function recomputeStaffTokens(manager: EntityManager, keys: Keys, vault: SubjectVault): Promise<number> {
  const accounts = await rowsOf(manager, Staff, 'ORDER BY r.id');
  const factors = await rowsOf(manager, Factor, 'WHERE r.credential_token IS NOT NULL ORDER BY r.id');
  const own = await vault.keysOf(manager, accounts.map(({ id }) => id));
  for (const { id, sealed } of accounts) {
    const key = own.get(id);
    if (!key) continue;
    const { signInName } = JSON.parse(unseal(key, sealed, `staff:${id}`)) as StaffNames;
    await run(manager, 'UPDATE staff SET sign_in_token = :token WHERE id = :id', { token: signInToken(keys, signInName), id });
  }
  for (const row of factors) {
    const key = own.get(row.staffId);
    const passkey = key ? opened(key, row).passkey : undefined;
    if (passkey) await run(manager, 'UPDATE factor SET credential_token = :token WHERE id = :id', { token: credentialToken(keys, passkey.id), id: row.id });
  }
  return accounts.length + factors.length;
}
