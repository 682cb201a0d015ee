import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';

/** An office or partner organisation that shares the installation: the outer boundary of what its people reach. */
@OnErasure({ of: { contactId: 'staff' }, then: 'blank', left: () => ({ contactId: null }), why: 'The team is named by itself; somebody else takes its cases.' })
@Entity('team')
export class Team {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** Its name, under its own key; empty for the team that was there first until somebody names it. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  /** Who takes cases that other teams share. A team without one is not offered to anybody. */
  @IdColumn({ nullable: true })
  contactId!: string | null;

  @InstantColumn({ nullable: true })
  createdAt!: Instant | null;

  @IdColumn({ nullable: true })
  createdBy!: string | null;
}
