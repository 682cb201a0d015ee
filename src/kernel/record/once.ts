import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn, type Work } from '../db/public.js';
import { Problem } from '../errors/public.js';
import type { Instant } from '../time/public.js';

/** A create that was answered, so that the same request sent again makes nothing new. Holds ids only. */
@Entity('once_key')
@Index(['usedAt'])
export class OnceKey {
  @PrimaryColumn('varchar', { length: 36 })
  actorId!: string;

  @PrimaryColumn('varchar', { length: 64 })
  key!: string;

  @Column('varchar', { length: 32 })
  bodyDigest!: string;

  @IdColumn()
  recordId!: string;

  @InstantColumn()
  usedAt!: Instant;
}

/**
 * Runs `make` unless the actor's Idempotency-Key was used before; then answers with the record made at that time.
 * @throws Problem `idempotency.key_reused` (422) when the key came with another body.
 */
export async function once(work: Work, make: () => Promise<string>): Promise<string> {
  const mark = work.actor.request;
  if (!mark?.onceKey) return make();
  const [bodyDigest = '', ...earlier] = mark.bodyDigests;
  const used = await work.manager.findOneBy(OnceKey, { actorId: work.actor.id, key: mark.onceKey });
  if (used) {
    if (![bodyDigest, ...earlier].includes(used.bodyDigest)) throw new Problem('idempotency.key_reused', { status: 422 });
    work.note({ act: 'request.repeated', kind: 'request', recordId: used.recordId });
    return used.recordId;
  }
  const recordId = await make();
  await work.manager.insert(OnceKey, { actorId: work.actor.id, key: mark.onceKey, bodyDigest, recordId, usedAt: work.now });
  return recordId;
}
