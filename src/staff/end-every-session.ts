import { run, type Work } from '../kernel/db/public.js';

/** Signs everybody out everywhere. Tokens of programs stay: they open nothing while the server is locked. */
export const endEverySession = (work: Pick<Work, 'manager' | 'now'>): Promise<void> =>
  run(work.manager, 'UPDATE session SET ended_at = :now WHERE ended_at IS NULL', { now: work.now });
