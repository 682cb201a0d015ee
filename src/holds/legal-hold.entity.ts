import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';

/** What may be put under hold. A hold on a case or an incident covers everybody in it. */
export type HeldKind = 'individual' | 'source' | 'case' | 'incident';

/** Nothing it covers is erased or runs out while it stands, because it may be evidence. */
@OnErasure({ of: { recordId: ['individual', 'source'] }, then: 'blank', left: () => ({ sealed: '' }), why: 'That there was a hold is accounted for; its reason speaks of the person.' })
@Entity('legal_hold')
@Index(['kind', 'recordId'])
export class LegalHold {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 32 })
  kind!: HeldKind;

  @IdColumn()
  recordId!: string;

  @IdColumn()
  teamId!: string;

  /** Whose key seals the reason. */
  @IdColumn()
  subject!: string;

  @Column('text')
  sealed!: string;

  @InstantColumn()
  setAt!: Instant;

  @IdColumn()
  setBy!: string;

  /** null: until somebody releases it. */
  @InstantColumn({ nullable: true })
  endsAt!: Instant | null;

  @InstantColumn({ nullable: true })
  releasedAt!: Instant | null;

  @IdColumn({ nullable: true })
  releasedBy!: string | null;
}
