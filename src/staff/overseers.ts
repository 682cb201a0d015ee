import { rowsOf, type Work } from '../kernel/db/public.js';
import { Staff } from './staff.entity.js';

/** Those who are told when something is wrong with an account, of its own team, the account itself left out. */
export async function overseersBut(work: Work, staffId: string): Promise<string[]> {
  const where = `WHERE r.role IN ('administrator', 'manager') AND r.disabled_at IS NULL AND r.id <> :staffId AND r.team_id = (SELECT s.team_id FROM staff s WHERE s.id = :staffId)`;
  return (await rowsOf(work.manager, Staff, where, { staffId })).map(({ id }) => id);
}
