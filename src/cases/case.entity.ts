import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Circle } from '../access/public.js';
import { Detention } from '../detentions/public.js';
import { Individual } from '../individuals/public.js';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';

/** The file in which an organisation helps one or more people. Opening it opens its need-to-know circle. */
@OnErasure({ kind: 'case', then: 'keep', why: 'Shared by several people and sealed under its own key; mentions of one of them are searched for and struck out.' })
@Entity('case_file')
@Index(['recordedAt', 'id'])
export class Case extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  @ForeignKey(() => Circle)
  @IdColumn()
  circleId!: string;

  /** Code of vocabularies/case-stages. */
  @CodeColumn()
  stage!: string;

  /** Code of vocabularies/case-outcomes. */
  @CodeColumn()
  outcome!: string;

  @CodeColumn()
  priority!: string;

  /** Who answers for the case now. */
  @ForeignKey(() => Staff)
  @IdColumn()
  leadId!: string;
}

export interface CasePrivate {
  title: string;
  summary: string | null;
}

@OnErasure({ then: 'keep', why: 'That a case was about one more person counts on; the number alone names nobody.' })
@Entity('case_individual')
@Index(['individualId'])
export class CaseIndividual {
  @ForeignKey(() => Case)
  @PrimaryColumn('varchar', { length: 36 })
  caseId!: string;

  @ForeignKey(() => Individual)
  @PrimaryColumn('varchar', { length: 36 })
  individualId!: string;

  @InstantColumn()
  addedAt!: Instant;

  @IdColumn()
  addedBy!: string;
}

@OnErasure({ then: 'keep', why: 'That a case was about one more stay counts on; the number alone names nobody.' })
@Entity('case_detention')
@Index(['detentionId'])
export class CaseDetention {
  @ForeignKey(() => Case)
  @PrimaryColumn('varchar', { length: 36 })
  caseId!: string;

  @ForeignKey(() => Detention)
  @PrimaryColumn('varchar', { length: 36 })
  detentionId!: string;

  @InstantColumn()
  addedAt!: Instant;

  @IdColumn()
  addedBy!: string;
}

/** A case passed from one person to another: it moves only when the other accepts. */
@OnErasure({ then: 'keep', why: 'Who answered for a case and when has to be accounted for.' })
@Entity('case_hand_over')
@Index(['caseId'])
@Index(['toId'])
export class CaseHandOver {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Case)
  @IdColumn()
  caseId!: string;

  @ForeignKey(() => Staff)
  @IdColumn()
  fromId!: string;

  @ForeignKey(() => Staff)
  @IdColumn()
  toId!: string;

  @InstantColumn()
  askedAt!: Instant;

  @InstantColumn({ nullable: true })
  answeredAt!: Instant | null;

  @Column('boolean', { nullable: true })
  accepted!: boolean | null;
}
