import type { Work } from '../kernel/db/public.js';
import { Session } from './session.entity.js';

/** Signs an account out everywhere, at once. */
export async function endSessionsOf(work: Work, staffId: string): Promise<void> {
  await work.manager
    .createQueryBuilder()
    .update(Session)
    .set({ endedAt: work.now })
    .where('staff_id = :staffId AND ended_at IS NULL', { staffId })
    .execute();
}
