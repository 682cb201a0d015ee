import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { ConsentScope } from '../consents/public.js';
import { Detention } from '../detentions/public.js';
import { Incident } from '../incidents/public.js';
import { BoundsColumns, CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { HeadingLanguage } from './form.js';

/** A draft to an international body or a partner, about one detention or one incident; later what was sent. Every saved text is a version. */
@OnErasure({
  kind: 'submission',
  of: { individualId: 'individual', detentionId: 'detention' },
  then: 'blank',
  left: () => ({ sources: {} }),
  why: 'That something was sent, when and by which form, is accounted for; what it said goes with the person.',
})
@Entity('submission')
@Index(['recordedAt', 'id'])
@Index(['detentionId'])
@Index(['incidentId'])
export class Submission extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  /** Code of a form in submission-forms/, with the version it was drawn by. */
  @CodeColumn()
  form!: string;

  @CodeColumn()
  formVersion!: string;

  @CodeColumn()
  scope!: ConsentScope;

  /** Language of the headings. */
  @CodeColumn()
  headings!: HeadingLanguage;

  @ForeignKey(() => Detention)
  @IdColumn({ nullable: true })
  detentionId!: string | null;

  @ForeignKey(() => Incident)
  @IdColumn({ nullable: true })
  incidentId!: string | null;

  /** Of the detention; null for nobody in particular. */
  @IdColumn({ nullable: true })
  individualId!: string | null;

  /** Of a form for partners: which one gets it, a team or an organisation; null: none in particular. */
  @IdColumn({ nullable: true })
  partnerId!: string | null;

  /** Sources whose account is in it: with their words, or only the facts. */
  @Column('simple-json')
  sources!: Readonly<Record<string, 'words' | 'facts'>>;

  /** When it was drawn from the record. */
  @InstantColumn()
  drawnAt!: Instant;

  /** draft, sent, answered. */
  @CodeColumn()
  state!: string;

  @Column(() => BoundsColumns, { prefix: 'sent' })
  sent!: BoundsColumns;

  /** How it was sent: online form, e-mail, post, by hand. Code of submission ways. */
  @CodeColumn({ nullable: true })
  sentHow!: string | null;

  /** SHA-256 of the file that was sent. */
  @Column('varchar', { length: 64, nullable: true })
  fileHash!: string | null;

  @Column(() => BoundsColumns, { prefix: 'replied' })
  replied!: BoundsColumns;

  /** Code of vocabularies/responses. */
  @CodeColumn({ nullable: true })
  response!: string | null;
}

/** A decision of a person over findings of the scanner: it is somebody else of that name, or an agreement that is not in the record. */
export interface Despite {
  readonly because: string;
  readonly marks: readonly string[];
}

export interface SubmissionPrivate {
  /** What the record gave, by field. */
  drawn: Readonly<Record<string, string | null>>;
  /** What a person wrote instead, by field. */
  texts: Readonly<Record<string, string>>;
  /** Why somebody who was found in it may stand there, and the marks of those findings. */
  despite: Despite | null;
  recipient: string | null;
  /** Number the receiving body gave it. */
  theirReference: string | null;
  reply: string | null;
}
