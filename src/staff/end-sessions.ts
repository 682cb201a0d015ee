import { run, type Work } from '../kernel/db/public.js';

/** Signs an account out everywhere, at once. */
export function endSessionsOf(work: Work, staffId: string): Promise<void> {
  return run(work.manager, 'UPDATE session SET ended_at = :now WHERE staff_id = :staffId AND ended_at IS NULL', { now: work.now, staffId });
}

/** As above, with every token a program holds in its name. */
export async function endAllOf(work: Work, staffId: string): Promise<void> {
  await endSessionsOf(work, staffId);
  await run(work.manager, 'UPDATE api_token SET revoked_at = :now WHERE staff_id = :staffId AND revoked_at IS NULL', { now: work.now, staffId });
}
