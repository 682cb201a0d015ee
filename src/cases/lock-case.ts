import type { Work } from '../kernel/db/public.js';
import { Case } from './case.entity.js';

/** Writes nothing new: holds the row until the commit, so that two stories about the people of one case come one after the other. */
export async function lockCase(work: Work, caseId: string): Promise<void> {
  await work.manager
    .createQueryBuilder()
    .update(Case)
    .set({ leadId: () => 'lead_id' })
    .where('id = :caseId', { caseId })
    .execute();
}
