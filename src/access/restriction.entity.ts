import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';

/** Somebody's data is kept and not used: read only with a reason, in no list, no file, no figure (GDPR 18). */
@OnErasure({ of: { individualId: 'individual' }, then: 'blank', left: () => ({ sealed: '' }), why: 'That use was restricted is accounted for; the reason speaks of the person.' })
@Entity('restriction')
@Index(['individualId'])
export class Restriction {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @IdColumn()
  individualId!: string;

  /** Code of vocabularies/restriction-grounds. */
  @CodeColumn()
  ground!: string;

  /** Why, under the person's key. */
  @Column('text')
  sealed!: string;

  /** The request it answers. */
  @IdColumn({ nullable: true })
  requestId!: string | null;

  @InstantColumn()
  setAt!: Instant;

  @IdColumn()
  setBy!: string;

  @InstantColumn({ nullable: true })
  liftedAt!: Instant | null;

  @IdColumn({ nullable: true })
  liftedBy!: string | null;
}

/** Somebody opened a restricted person's record for an hour, with a reason. */
@OnErasure({ of: { individualId: 'individual' }, then: 'blank', left: () => ({ sealed: '' }), why: 'Who opened it and when is accounted for; the reason speaks of the person.' })
@Entity('restriction_reading')
@Index(['restrictionId', 'staffId'])
export class RestrictionReading {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Restriction)
  @IdColumn()
  restrictionId!: string;

  @IdColumn()
  individualId!: string;

  @IdColumn()
  staffId!: string;

  @Column('text')
  sealed!: string;

  @InstantColumn()
  openedAt!: Instant;

  @InstantColumn()
  endsAt!: Instant;
}
