import { readHead, readHeadRow, trustedKeys, verifyChain } from '../audit/public.js';
import type { Keys } from '../kernel/crypto/public.js';
import type { OpenDatabase } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Manifest } from '../safekeeping/public.js';

/**
 * Goes through a restored log: whole, signed with keys of ours, and going on from the head that was signed just before the
 * backup was made. Answers its length. @throws Problem `backup.chain`
 */
export async function goThroughLog({ reader: { manager } }: OpenDatabase, keys: Keys, { checkpoint }: Manifest): Promise<number> {
  const { origin } = await readHeadRow(manager);
  const noted = checkpoint === null ? null : readHead(checkpoint);
  const { entries, firstFault } = await verifyChain(manager, undefined, { noted, keys: await trustedKeys(manager, keys, origin) });
  if (firstFault !== null) throw new Problem('backup.chain', { status: 409, params: { entry: firstFault } });
  return entries;
}
