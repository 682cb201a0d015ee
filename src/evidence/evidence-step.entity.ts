import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Evidence } from './evidence.entity.js';

/** What happens to a file after it came: by the program itself, or told by a person. */
export const toldSteps = ['viewed', 'copied', 'transferred'] as const;
export const evidenceSteps = ['received', 'downloaded', 'verified', ...toldSteps] as const;
export type EvidenceStepKind = (typeof evidenceSteps)[number];

/** One link of the chain of custody. Never changed: the database refuses it. */
@OnErasure({
  of: { evidenceId: 'evidence', byId: 'staff' },
  then: 'keep',
  why: 'the words are sealed under the key of the person the file belongs to and go with it; that a step happened stays provable',
})
@Entity('evidence_step')
@Index(['evidenceId', 'id'])
export class EvidenceStep {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Evidence)
  @IdColumn()
  evidenceId!: string;

  @InstantColumn()
  at!: Instant;

  @IdColumn()
  byId!: string;

  @CodeColumn()
  step!: EvidenceStepKind;

  /** Whether the bytes were those of the intake; null where they were not read. */
  @Column('boolean', { nullable: true })
  intact!: boolean | null;

  /** From whom, to whom, why: sealed under the key of the evidence's subject. */
  @Column('text', { nullable: true })
  sealed!: string | null;
}

export interface StepWords {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
}
