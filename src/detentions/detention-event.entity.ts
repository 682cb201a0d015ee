import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { BoundsColumns, CodeColumn, IdColumn } from '../kernel/db/public.js';
import { monthOnly, OnErasure, RecordRow, TokenOf } from '../kernel/record/public.js';
import { Place } from '../places/public.js';
import { Source } from '../sources/public.js';
import type { Account } from './custody-period.entity.js';
import { Detention } from './detention.entity.js';
import { noPlaceNoSource, noRuling } from './left-of-custody.js';

/** Something that happened at a moment of a detention: apprehended, protocol drawn, lawyer denied, released. */
@OnErasure({
  kind: 'detention-event',
  of: { detentionId: 'detention' },
  then: 'blank',
  left: (row) => ({ ...noPlaceNoSource, ...noRuling, at: monthOnly(row.at as BoundsColumns) }),
  why: 'That a lawyer was kept out in a month counts on; where and at which hour points at one person.',
})
@Entity('detention_event')
@Index(['detentionId'])
@Index(['kind', 'at.earliest'])
@Index(['articleToken', 'id'])
export class DetentionEvent extends RecordRow {
  @ForeignKey(() => Detention)
  @IdColumn()
  detentionId!: string;

  /** Code of vocabularies/event-kinds. */
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

  @TokenOf('article')
  articleToken!: string | null;

  /** Days of arrest a ruling orders. */
  @Column('integer', { nullable: true })
  sanctionDays!: number | null;

  /** The fine in whole `fineUnit`s. */
  @Column('integer', { nullable: true })
  fineAmount!: number | null;

  /** Code of vocabularies/fine-units: a currency, or an index the law counts in. */
  @CodeColumn({ nullable: true })
  fineUnit!: string | null;

  /** Of ill-treatment: how. Code of vocabularies/ill-treatment-methods. */
  @CodeColumn({ nullable: true })
  method!: string | null;

  @Column(() => BoundsColumns, { prefix: 'at' })
  at!: BoundsColumns;

  /** Recorded by mistake: stays in the history, counts in nothing. */
  @Column('boolean')
  withdrawn!: boolean;
}

export interface DetentionEventPrivate {
  kindWords: string | null;
  /** Of a charge or ruling: the article of the law, as the paper names it. */
  article: string | null;
  note: string | null;
}
