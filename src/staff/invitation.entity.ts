import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';
import { Staff } from './staff.entity.js';

/** A single-use link with which somebody sets a password. Only its digest is kept. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('staff_invitation')
export class Invitation {
  @PrimaryColumn('varchar', { length: 64 })
  digest!: string;

  @ForeignKey(() => Staff)
  @IdColumn()
  staffId!: string;

  @InstantColumn()
  expiresAt!: Instant;

  @InstantColumn({ nullable: true })
  usedAt!: Instant | null;

  @Column('varchar', { length: 36 })
  invitedBy!: string;
}
