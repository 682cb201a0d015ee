import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';

/** What a circle was opened for. */
export type CircleKind = 'case' | 'incident' | 'ad_hoc';

/** A need-to-know circle: the people who may reach the records that joined it. */
@OnErasure({ then: 'keep', why: 'Named for a purpose, under its own key.' })
@Entity('circle')
export class Circle {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 16, nullable: true })
  kind!: CircleKind;

  /** Its name, under its own key; a circle of a case goes by the case. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  /** Under seal: nobody is let in any more, not in an emergency either, and no file leaves. Takes two people. */
  @InstantColumn({ nullable: true })
  closedToAllSince!: Instant | null;

  @InstantColumn()
  openedAt!: Instant;

  @IdColumn()
  openedBy!: string;
}

/** Somebody's time in a circle; leaving ends the row and never deletes it. */
@OnErasure({ then: 'keep', why: 'Which account reached what and when has to be accounted for.' })
@Entity('circle_member')
@Index(['staffId', 'circleId'])
export class CircleMember {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Circle)
  @Index()
  @IdColumn()
  circleId!: string;

  @IdColumn()
  staffId!: string;

  @InstantColumn()
  addedAt!: Instant;

  @IdColumn()
  addedBy!: string;

  /** Time in the circle that ends by itself. */
  @InstantColumn({ nullable: true })
  endsAt!: Instant | null;

  @InstantColumn({ nullable: true })
  endedAt!: Instant | null;

  @IdColumn({ nullable: true })
  endedBy!: string | null;
}

@OnErasure({ then: 'keep', why: 'Who may come near what is left stays as it was.' })
@Entity('circle_record')
@Index(['kind', 'recordId'])
export class CircleRecord {
  @ForeignKey(() => Circle)
  @PrimaryColumn('varchar', { length: 36 })
  circleId!: string;

  @PrimaryColumn('varchar', { length: 32 })
  kind!: string;

  @PrimaryColumn('varchar', { length: 36 })
  recordId!: string;

  @InstantColumn()
  joinedAt!: Instant;

  @Column('varchar', { length: 36 })
  joinedBy!: string;
}
