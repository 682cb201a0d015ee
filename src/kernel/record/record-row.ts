import { Column, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../db/public.js';
import type { Instant } from '../time/public.js';

/** What every record carries. The row holds the newest version; `record_version` keeps them all. */
export abstract class RecordRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('integer')
  version!: number;

  @InstantColumn()
  recordedAt!: Instant;

  @IdColumn()
  recordedBy!: string;

  @InstantColumn()
  changedAt!: Instant;

  @IdColumn()
  changedBy!: string;

  /** The team of whoever recorded it; it never changes. Nullable only because the column came later. */
  @IdColumn({ nullable: true })
  teamId!: string;

  /** Whose key seals the private part. */
  @IdColumn()
  subject!: string;

  /** The private part: what names, reaches or describes a person. */
  @Column('text', { nullable: true })
  sealed!: string | null;
}

export type RowBase = keyof RecordRow;
