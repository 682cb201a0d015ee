import { createHash, randomBytes } from 'node:crypto';
import type { UnitOfWork } from '../src/kernel/db/public.js';
import { addHours } from '../src/kernel/time/public.js';
import { Session } from '../src/staff/public.js';

/** A session put in place as sign-in would. @returns what its cookie holds */
export async function openedSession(work: UnitOfWork, staffId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = work.clock.now();
  const ends = { startedAt: now, lastUsedAt: now, endsAt: addHours(now, 12), endedAt: null, deviceId: null, exportsFrom: null, confirmedAt: now, lowRisk: false };
  await work.touch((manager) => manager.insert(Session, { digest: createHash('sha256').update(token).digest('hex'), staffId, csrf: 'bench', ...ends }).then(() => undefined));
  return token;
}
