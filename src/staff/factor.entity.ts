import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';
import { Staff } from './staff.entity.js';

export type FactorKind = 'totp' | 'passkey';

/** What somebody has, beside the password they know: an app that shows codes, or a passkey. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('factor')
export class Factor {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Staff)
  @Index()
  @IdColumn()
  staffId!: string;

  @Column('varchar', { length: 16 })
  kind!: FactorKind;

  /** Name, and the secret or the public key, under the account's own key. */
  @Column('text')
  sealed!: string;

  /** Keyed token of a passkey's id: somebody who signs in with one gives no name. */
  @Index()
  @Column('varchar', { length: 32, nullable: true })
  credentialToken!: string | null;

  /** The last half minute whose code was taken: the same code is not taken twice. */
  @Column('integer', { nullable: true })
  lastStep!: number | null;

  @InstantColumn()
  createdAt!: Instant;

  @InstantColumn({ nullable: true })
  lastUsedAt!: Instant | null;

  @InstantColumn({ nullable: true })
  revokedAt!: Instant | null;
}

/** A code on paper that stands in for a lost factor, once. Only its keyed token is kept. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('varchar', { length: 32 })
  token!: string;

  @ForeignKey(() => Staff)
  @Index()
  @IdColumn()
  staffId!: string;

  @InstantColumn()
  createdAt!: Instant;

  @InstantColumn({ nullable: true })
  usedAt!: Instant | null;
}
