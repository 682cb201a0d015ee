import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Case } from '../cases/public.js';
import { FollowUpAction } from '../follow-ups/public.js';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';

/** Which task was made because a share goes on without somebody's consent: made once, whatever becomes of its words, and closed when it has lost its point. */
@OnErasure({ of: { subjectId: ['individual', 'source'] }, then: 'delete', why: 'Nobody is left to be asked anew; the task stays with its case.' })
@Entity('share_task')
@Index(['caseId', 'settledAt'])
@Index(['subjectId'])
export class ShareTask {
  @ForeignKey(() => FollowUpAction)
  @PrimaryColumn('varchar', { length: 36 })
  followUpId!: string;

  @ForeignKey(() => Case)
  @IdColumn()
  caseId!: string;

  /** The organisation that reads the case. */
  @IdColumn()
  teamId!: string;

  /** The individual or source who does not agree to that, or no longer. */
  @IdColumn()
  subjectId!: string;

  /** When the share ended or consent was there again. */
  @InstantColumn({ nullable: true })
  settledAt!: Instant | null;
}
