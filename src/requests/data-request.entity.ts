import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Individual } from '../individuals/public.js';
import { BoundsColumns, CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';

/** What somebody asks about data we keep: access, rectification, erasure, restriction, portability, objection. */
@OnErasure({
  kind: 'data-request',
  of: { individualId: 'individual' },
  then: 'blank',
  why: 'That a request was answered in time has to be accounted for; who asked and in which words goes with the person.',
})
@Entity('data_request')
@Index(['state', 'dueAt', 'id'])
@Index(['individualId'])
export class DataRequest extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  /** Code of vocabularies/request-kinds. */
  @CodeColumn()
  what!: string;

  /** Whom it is about, once that is known. */
  @ForeignKey(() => Individual)
  @IdColumn({ nullable: true })
  individualId!: string | null;

  /** Code of vocabularies/request-askers. */
  @CodeColumn()
  askedBy!: string;

  /** Code of vocabularies/identity-checks. */
  @CodeColumn()
  identity!: string;

  @Column(() => BoundsColumns, { prefix: 'received' })
  received!: BoundsColumns;

  /** The end of the last day to answer, with any extension. */
  @InstantColumn()
  dueAt!: Instant;

  @InstantColumn({ nullable: true })
  extendedAt!: Instant | null;

  /** Code of vocabularies/request-states. */
  @CodeColumn()
  state!: string;
}

export interface DataRequestPrivate {
  asker: string | null;
  contact: string | null;
  /** The request in its own words, or what was said. */
  wording: string | null;
}

export const answerSteps = ['in_work', 'answered', 'refused', 'withdrawn', 'extended'] as const;
export type AnswerStep = (typeof answerSteps)[number];

/** One step in answering a request. Append-only: a second request or a second answer never takes the first away. */
@OnErasure({ under: 'subject', then: 'blank', left: () => ({ sealed: null }), why: 'When which step was taken and on what ground is accounted for; its words go with the person.' })
@Entity('data_request_answer')
@Index(['requestId'])
export class DataRequestAnswer {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => DataRequest)
  @IdColumn()
  requestId!: string;

  @Column('varchar', { length: 16 })
  step!: AnswerStep;

  /** Code of vocabularies/refusal-grounds; of a refusal only. */
  @CodeColumn({ nullable: true })
  ground!: string | null;

  @IdColumn()
  subject!: string;

  /** What was said to whoever asked, and why. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  @InstantColumn()
  at!: Instant;

  @IdColumn()
  staffId!: string;
}
