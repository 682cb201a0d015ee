import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Detention } from '../detentions/public.js';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';

/**
 * What no longer depends on the present moment; empty: the time still runs, or nobody recorded that it was kept.
 * `unknown`: the rule applies and has a limit, but what is recorded does not tell its start or end. No deadline, no row of a board; reports count it.
 */
export type Settled = '' | 'within' | 'exceeds' | 'may_exceed' | 'unknown';

/**
 * The deadline of one clock, kept so that a board over all detentions walks an index. Made anew in the transaction of
 * every change that moves it. Of a time that runs the state is decided on reading.
 */
@OnErasure({ of: { detentionId: 'detention' }, then: 'delete', why: 'A deadline tells the minute it was counted from.' })
@Entity('detention_clock')
@Index(['settled', 'dueEarliest', 'id'])
@Index(['detentionId'])
export class DetentionClock {
  /** `<detention>/<pack>/<version>/<rule>` */
  @PrimaryColumn('varchar', { length: 128 })
  id!: string;

  @ForeignKey(() => Detention)
  @IdColumn()
  detentionId!: string;

  /** `kz/2015.01` */
  @Column('varchar', { length: 40 })
  pack!: string;

  @CodeColumn()
  ruleId!: string;

  /** authorities | us */
  @Column('varchar', { length: 16 })
  against!: string;

  /** It holds only if something is so that nobody has answered yet. */
  @Column('boolean')
  conditional!: boolean;

  @Column('varchar', { length: 16 })
  settled!: Settled;

  /** Empty text where a side is open: both databases then sort alike. */
  @InstantColumn()
  dueEarliest!: Instant | '';

  @InstantColumn()
  dueLatest!: Instant | '';
}

/** By which packs and method the kept deadlines were made: when it changes they are made anew. One row. */
@Entity('clock_basis')
export class ClockBasis {
  @PrimaryColumn('integer')
  id!: number;

  @Column('varchar', { length: 64 })
  digest!: string;
}
