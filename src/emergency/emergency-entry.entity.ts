import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';
import { OnErasure } from '../kernel/record/public.js';

/** Somebody entered a circle that is not theirs, because a person could not wait. It ends by itself and has to be answered. */
@OnErasure({
  of: { recordId: ['individual', 'detention'], staffId: 'staff' },
  then: 'blank',
  left: () => ({ sealed: '' }),
  why: 'Who entered and when is accounted for; the reason speaks of the person.',
})
@Entity('emergency_entry')
@Index(['answeredAt', 'id'])
@Index(['staffId', 'id'])
export class EmergencyEntry {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Staff)
  @IdColumn()
  staffId!: string;

  @Column('varchar', { length: 32 })
  kind!: string;

  @IdColumn()
  recordId!: string;

  /** Who leads the case, or opened the circle: told at once. */
  @IdColumn()
  ownerId!: string;

  /** Why, under the key of who entered. */
  @Column('text')
  sealed!: string;

  @InstantColumn()
  enteredAt!: Instant;

  @InstantColumn()
  endsAt!: Instant;

  @InstantColumn({ nullable: true })
  answeredAt!: Instant | null;

  @IdColumn({ nullable: true })
  answeredBy!: string | null;

  @Column('boolean', { nullable: true })
  justified!: boolean | null;
}
