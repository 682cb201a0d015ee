import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Case } from '../cases/public.js';
import { Detention } from '../detentions/public.js';
import { Incident } from '../incidents/public.js';
import { Individual } from '../individuals/public.js';
import { BoundsColumns, CodeColumn, IdColumn, InstantColumn, noBounds } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { isFinished } from './due-group.js';

/** Something somebody has to do, for exactly one case, individual, detention or incident. */
@OnErasure({
  kind: 'follow-up',
  of: { individualId: 'individual', detentionId: 'detention' },
  then: 'blank',
  left: (row) => ({ due: { ...noBounds }, ...(isFinished(row.status as string) ? {} : { status: 'cancelled' }) }),
  why: 'There is nobody left to do it for; that something was done counts on.',
})
@Entity('follow_up_action')
@Index(['due.latest', 'id'])
@Index(['ownerId', 'status', 'due.latest'])
@Index(['caseId'])
@Index(['individualId'])
@Index(['detentionId'])
@Index('ix_follow_up_action_figures', ['id', 'teamId', 'detentionId', 'individualId', 'incidentId', 'caseId', 'kind', 'status', 'priority', 'ownerId', 'due.earliest', 'due.latest'])
@Index('ix_follow_up_action_done', ['status', 'kind', 'individualId', 'caseId', 'statusAt'])
export class FollowUpAction extends RecordRow {
  /** Code of vocabularies/follow-up-kinds. */
  @CodeColumn()
  kind!: string;

  @ForeignKey(() => Case)
  @IdColumn({ nullable: true })
  caseId!: string | null;

  @ForeignKey(() => Individual)
  @IdColumn({ nullable: true })
  individualId!: string | null;

  @ForeignKey(() => Detention)
  @IdColumn({ nullable: true })
  detentionId!: string | null;

  @ForeignKey(() => Incident)
  @IdColumn({ nullable: true })
  incidentId!: string | null;

  @IdColumn({ nullable: true })
  ownerId!: string | null;

  @Column(() => BoundsColumns, { prefix: 'due' })
  due!: BoundsColumns;

  @CodeColumn()
  priority!: string;

  /** Code of vocabularies/follow-up-statuses. */
  @CodeColumn()
  status!: string;

  @InstantColumn()
  statusAt!: Instant;

  @IdColumn()
  statusBy!: string;
}

export interface FollowUpPrivate {
  task: string | null;
  outcome: string | null;
}
