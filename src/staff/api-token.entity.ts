import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';
import { Staff } from './staff.entity.js';

/** A secret with which a program acts for an account, within fewer permissions and until a day. Only its digest is kept. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Index({ unique: true })
  @Column('varchar', { length: 64 })
  digest!: string;

  @ForeignKey(() => Staff)
  @Index()
  @IdColumn()
  staffId!: string;

  /** What it is for, under the account's own key. */
  @Column('text')
  sealed!: string;

  @Column('simple-json')
  permissions!: string[];

  @InstantColumn()
  createdAt!: Instant;

  @IdColumn()
  createdBy!: string;

  @InstantColumn()
  expiresAt!: Instant;

  @InstantColumn({ nullable: true })
  lastUsedAt!: Instant | null;

  @InstantColumn({ nullable: true })
  revokedAt!: Instant | null;
}
