import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';
import { Staff } from './staff.entity.js';

/** A browser an account has signed in from: by the digest of a random cookie, nothing else is known of it. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('device')
export class Device {
  @PrimaryColumn('varchar', { length: 64 })
  id!: string;

  @ForeignKey(() => Staff)
  @Index()
  @IdColumn()
  staffId!: string;

  @InstantColumn()
  firstSeenAt!: Instant;

  @InstantColumn()
  lastSeenAt!: Instant;

  /** A colleague said that this is them: files may leave before the day is over. */
  @InstantColumn({ nullable: true })
  vouchedAt!: Instant | null;

  @IdColumn({ nullable: true })
  vouchedBy!: string | null;
}
