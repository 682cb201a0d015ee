import type { EntityManager } from 'typeorm';
import { CustodyPeriod, DetentionEvent } from '../detentions/public.js';
import { rowsOf } from '../kernel/db/public.js';

const AT_ONCE = 2000;

type Told = Pick<CustodyPeriod, 'detentionId' | 'sourceId' | 'moreSourceIds'>;

/** Of these detentions the ones of which a source tells that does not want its account to be used so. @param refusers ids of sources */
export async function toldByRefusers(manager: EntityManager, refusers: ReadonlySet<string>, detentionIds: readonly string[]): Promise<ReadonlySet<string>> {
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
