import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Case } from '../cases/public.js';
import { Detention } from '../detentions/public.js';
import { Incident } from '../incidents/public.js';
import { Individual } from '../individuals/public.js';
import { BoundsColumns, CodeColumn, IdColumn } from '../kernel/db/public.js';
import { monthOnly, OnErasure, RecordRow } from '../kernel/record/public.js';
import { Source } from '../sources/public.js';

/** A file and what is known of it. The file itself lies sealed in the data folder and never changes. */
@OnErasure({
  kind: 'evidence',
  of: { individualId: 'individual', detentionId: 'detention' },
  then: 'blank',
  left: (row) => ({ sourceId: null, collected: monthOnly(row.collected as BoundsColumns) }),
  why: 'kind, size and hash tell of no one and say that there was a file; its key goes with the person’s, and then nobody reads it',
})
@Entity('evidence')
@Index(['individualId'])
@Index(['detentionId'])
@Index(['incidentId'])
@Index(['caseId'])
@Index(['recordedBy'])
export class Evidence extends RecordRow {
  @ForeignKey(() => Individual)
  @IdColumn({ nullable: true })
  individualId!: string | null;

  @ForeignKey(() => Detention)
  @IdColumn({ nullable: true })
  detentionId!: string | null;

  @ForeignKey(() => Incident)
  @IdColumn({ nullable: true })
  incidentId!: string | null;

  @ForeignKey(() => Case)
  @IdColumn({ nullable: true })
  caseId!: string | null;

  /** The original this is a working copy of: cut, blurred, transcribed. */
  @ForeignKey(() => Evidence)
  @IdColumn({ nullable: true })
  originalId!: string | null;

  /** Code of vocabularies/evidence-kinds. */
  @CodeColumn()
  kind!: string;

  @ForeignKey(() => Source)
  @IdColumn({ nullable: true })
  sourceId!: string | null;

  /** When it was taken, filmed, handed over to the collector. */
  @Column(() => BoundsColumns, { prefix: 'collected' })
  collected!: BoundsColumns;

  /** As its first bytes say. */
  @CodeColumn()
  mediaType!: string;

  @Column('integer')
  size!: number;

  /** Of the plain bytes, at intake. */
  @Column('varchar', { length: 64 })
  sha256!: string;

  /** In the vault of files. */
  @Index({ unique: true })
  @IdColumn()
  fileId!: string;
}

export interface EvidencePrivate {
  /** What it is, in words. */
  title: string | null;
  /** As the file was called where it came from. */
  fileName: string | null;
  collector: string | null;
  /** How it was made or obtained: scanner, camera, screenshot, handed over. */
  method: string | null;
}
