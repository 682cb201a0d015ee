import { AuditEntry } from '../audit/public.js';
import { rowsOf } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';

/** A sentence for the person at the terminal when something was recorded later than now; null when nothing was. */
export async function clockBehind({ database, clock }: Ground): Promise<string | null> {
  const [latest] = await rowsOf(database.reader.manager, AuditEntry, 'ORDER BY r.at DESC LIMIT 1');
  const now = clock.now();
  if (!latest || latest.at <= now) return null;
  return `The clock of this machine (${now}) is behind the newest entry of the log (${latest.at}): one of the two is wrong. Set the clock before anything is recorded.`;
}
