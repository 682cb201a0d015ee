import { createHash, randomBytes } from 'node:crypto';
import type { UnitOfWork } from '../../src/kernel/db/public.js';
import { addHours } from '../../src/kernel/time/public.js';
import { Session } from '../../src/staff/public.js';

/** What a browser keeps of being signed in. */
export interface Signed {
  readonly token: string;
  readonly csrf: string;
}

/** A session put in place as sign-in would, without the quarter second of the password. */
export async function openSession(work: UnitOfWork, staffId: string): Promise<Signed> {
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(24).toString('base64url');
  const now = work.clock.now();
  await work.touch(async (manager) => {
    await manager.insert(Session, {
      ...{ digest: createHash('sha256').update(token).digest('hex'), staffId, csrf, startedAt: now, lastUsedAt: now, endsAt: addHours(now, 12) },
      ...{ endedAt: null, deviceId: null, exportsFrom: null, confirmedAt: now, lowRisk: false },
    });
  });
  return { token, csrf };
}
