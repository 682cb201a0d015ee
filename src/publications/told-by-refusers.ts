import type { EntityManager } from 'typeorm';
import { ConsentDecision, type MayUse } from '../consents/public.js';
import { CustodyPeriod, DetentionEvent } from '../detentions/public.js';
import { rowsOf } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';

const AT_ONCE = 2000;

type Told = Pick<CustodyPeriod, 'detentionId' | 'sourceId' | 'moreSourceIds'>;

/**
 * Of these detentions the ones of which a source tells that does not want to be used for figures in public. A source nobody
 * has asked is not among them: a fact is not its teller (decision 0011).
 */
export async function toldByRefusers(manager: EntityManager, mayUse: MayUse, detentionIds: readonly string[], at: Instant): Promise<ReadonlySet<string>> {
  const asked = await rowsOf(manager, ConsentDecision, 'WHERE r.source_id IS NOT NULL', {});
  const verdicts = await mayUse.of({ about: 'source', ids: asked.flatMap(({ sourceId }) => sourceId ?? []) }, { scope: 'public_aggregate', at }, manager);
  const refusers = new Set([...verdicts].flatMap(([id, { allowed, why }]) => (allowed || why === 'no_record' ? [] : [id])));
  const found = new Set<string>();
  if (refusers.size === 0) return found;
  for (let from = 0; from < detentionIds.length; from += AT_ONCE) {
    const where = 'WHERE r.detention_id IN (:...ids) AND r.withdrawn = :no';
    const params = { ids: detentionIds.slice(from, from + AT_ONCE), no: false };
    const told: Told[] = [...(await rowsOf(manager, CustodyPeriod, where, params)), ...(await rowsOf(manager, DetentionEvent, where, params))];
    for (const { detentionId, sourceId, moreSourceIds } of told) if ([sourceId ?? '', ...(moreSourceIds ?? [])].some((id) => refusers.has(id))) found.add(detentionId);
  }
  return found;
}
