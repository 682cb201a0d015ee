import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { BoundsColumns, CodeColumn, IdColumn } from '../kernel/db/public.js';
import { monthOnly, OnErasure, RecordRow } from '../kernel/record/public.js';
import { Place } from '../places/public.js';
import { Source } from '../sources/public.js';
import { Detention } from './detention.entity.js';
import { noPlaceNoSource } from './left-of-custody.js';

export type Account = 'observed' | 'official' | 'media';

/** A stay at one place, as one account has it. What a witness saw and what a protocol says are two periods. */
@OnErasure({
  kind: 'custody-period',
  of: { detentionId: 'detention' },
  then: 'blank',
  left: (row) => ({ ...noPlaceNoSource, start: monthOnly(row.start as BoundsColumns), end: monthOnly(row.end as BoundsColumns) }),
  why: 'Where somebody was at which hour points at one person; the kind of stay and the month do not.',
})
@Entity('custody_period')
@Index(['detentionId'])
@Index(['placeId'])
export class CustodyPeriod extends RecordRow {
  @ForeignKey(() => Detention)
  @IdColumn()
  detentionId!: string;

  /** Code of vocabularies/custody-period-kinds. */
  @CodeColumn()
  kind!: string;

  @Column('varchar', { length: 16 })
  account!: Account;

  @ForeignKey(() => Place)
  @IdColumn({ nullable: true })
  placeId!: string | null;

  @ForeignKey(() => Source)
  @IdColumn({ nullable: true })
  sourceId!: string | null;

  /** Others who say the same; the first one stands in `sourceId`. */
  @Column('simple-json', { nullable: true })
  moreSourceIds!: readonly string[] | null;

  @Column(() => BoundsColumns, { prefix: 'start' })
  start!: BoundsColumns;

  /** Empty precision: nothing is known of an end. */
  @Column(() => BoundsColumns, { prefix: 'end' })
  end!: BoundsColumns;

  /** Recorded by mistake: stays in the history, counts in nothing. */
  @Column('boolean')
  withdrawn!: boolean;
}

export interface CustodyPeriodPrivate {
  placeWords: string | null;
  note: string | null;
}
