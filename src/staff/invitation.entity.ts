import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';

/** A single-use link with which somebody sets a password. Only its digest is kept. */
@Entity('staff_invitation')
export class Invitation {
  @PrimaryColumn('varchar', { length: 64 })
  digest!: string;

  @IdColumn()
  staffId!: string;

  @InstantColumn()
  expiresAt!: Instant;

  @InstantColumn({ nullable: true })
  usedAt!: Instant | null;

  @Column('varchar', { length: 36 })
  invitedBy!: string;
}
