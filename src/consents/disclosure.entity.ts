import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Individual } from '../individuals/public.js';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Source } from '../sources/public.js';
import type { ConsentScope } from './consent-scopes.js';

/** Data of one individual or source left the house: what, for which use, to whom, when, in which file. One row a person and file. */
@OnErasure({
  kind: 'disclosure',
  of: { individualId: 'individual', sourceId: 'source' },
  then: 'blank',
  why: 'What left the house, when and for what is accounted for; the recipient in words goes with the person.',
})
@Entity('disclosure')
@Index(['individualId', 'leftAt'])
@Index(['sourceId', 'leftAt'])
@Index(['recordKind', 'recordId'])
@Index(['leftAt', 'id'])
export class Disclosure extends RecordRow {
  @ForeignKey(() => Individual)
  @IdColumn({ nullable: true })
  individualId!: string | null;

  @ForeignKey(() => Source)
  @IdColumn({ nullable: true })
  sourceId!: string | null;

  /** What was passed on: `detention`, `submission`, `report`, `publication`, `case`. */
  @CodeColumn()
  recordKind!: string;

  @IdColumn({ nullable: true })
  recordId!: string | null;

  @CodeColumn()
  scope!: ConsentScope;

  /** How it left: export, submission, publication, share (read here by another organisation, no file). */
  @CodeColumn()
  way!: string;

  /** Code of vocabularies/export-purposes, or what took its place. */
  @CodeColumn({ nullable: true })
  purpose!: string | null;

  @CodeColumn({ nullable: true })
  format!: string | null;

  @InstantColumn()
  leftAt!: Instant;

  /** SHA-256 of the file, in hexadecimal. */
  @Column('varchar', { length: 64, nullable: true })
  fileHash!: string | null;
}

export interface DisclosurePrivate {
  /** To whom, as far as it was said. */
  recipient: string | null;
}
