import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../db/public.js';
import type { Instant } from '../time/public.js';
import { OnErasure } from './erasure-rule.js';

/** One version of one record, whole. Append-only: a correction is the next version, never a change of this one. */
@OnErasure({ then: 'keep', why: 'Blanked together with the row it is a version of.' })
@Entity('record_version')
@Index(['kind', 'recordId', 'recordedAt'])
export class RecordVersion {
  @PrimaryColumn('varchar', { length: 32 })
  kind!: string;

  @PrimaryColumn('varchar', { length: 36 })
  recordId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @InstantColumn()
  recordedAt!: Instant;

  @IdColumn()
  recordedBy!: string;

  @IdColumn({ nullable: true })
  sourceId!: string | null;

  @IdColumn()
  subject!: string;

  /** The readable fields as JSON. */
  @Column('text')
  plain!: string;

  /** The private fields and the reason for this version, sealed under the subject's key. */
  @Column('text')
  sealed!: string;
}
