import type { EntityManager } from 'typeorm';
import { counted } from '../kernel/db/public.js';

/** Ids of all records of these kinds that lie in a circle under seal: nothing of them leaves the house, whoever asks. */
export async function underSeal(manager: EntityManager, kinds: readonly string[]): Promise<ReadonlySet<string>> {
  const sql = 'SELECT cr.record_id AS id FROM circle_record cr JOIN circle c ON c.id = cr.circle_id WHERE cr.kind IN (:...kinds) AND c.closed_to_all_since IS NOT NULL';
  return new Set((await counted<{ id: string }>(manager, sql, { kinds })).map(({ id }) => id));
}
