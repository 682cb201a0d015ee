import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Detention } from '../detentions/public.js';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';

export type DurationMeasure = 'total' | 'period' | 'unrecorded';

/** A derived figure, in minutes. Made anew in the transaction of every change that moves it; never typed by a person. */
@OnErasure({ of: { detentionId: 'detention' }, then: 'delete', why: 'To the minute, it would tell the hours that were blanked.' })
@Entity('detention_duration')
@Index(['detentionId'])
@Index(['measure', 'account', 'minMinutes'])
export class DetentionDuration {
  /** `<detention>/<measure>/<account or period>` */
  @PrimaryColumn('varchar', { length: 96 })
  id!: string;

  @ForeignKey(() => Detention)
  @IdColumn()
  detentionId!: string;

  @Column('varchar', { length: 16 })
  measure!: DurationMeasure;

  /** observed | official | media, or `all` over all accounts. */
  @Column('varchar', { length: 16 })
  account!: string;

  @IdColumn({ nullable: true })
  periodId!: string | null;

  /** null: not computable. */
  @Column('integer', { nullable: true })
  minMinutes!: number | null;

  /** null: no upper bound, or not computable. */
  @Column('integer', { nullable: true })
  maxMinutes!: number | null;

  /** No end is known: the figure holds for `computedAt` and grows. */
  @Column('boolean')
  open!: boolean;

  @Column('varchar', { length: 8 })
  method!: string;

  @InstantColumn()
  computedAt!: Instant;
}
