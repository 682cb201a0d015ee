import { bech32 } from '@scure/base';
import { Problem } from '../kernel/errors/public.js';
import { joinShares, KeyRefused, splitSecret } from '../kernel/keyring/public.js';

/** The two sorts of secret keys of the age format; both are 32 bytes in Bech32. */
const SORTS = ['AGE-SECRET-KEY-PQ-', 'AGE-SECRET-KEY-'] as const;

/** Three shares for three people; any two of them give the secret key again, one alone tells nothing of it. */
export function splitIdentity(identity: string): Promise<string[]> {
  const { bytes } = bech32.decodeToBytes(identity);
  return splitSecret(Buffer.from(bytes), [null, null, null]);
}

/** The bytes tell nothing of the sort, so it is tried as either. @throws Problem `backup.shares` (422) */
export async function joinIdentity(shares: readonly string[]): Promise<string[]> {
  try {
    const bytes = await joinShares(shares.map((text) => ({ text })));
    return SORTS.map((sort) => bech32.encodeFromBytes(sort, bytes).toUpperCase());
  } catch (error) {
    if (error instanceof KeyRefused) throw new Problem('backup.shares', { status: 422 });
    throw error;
  }
}
