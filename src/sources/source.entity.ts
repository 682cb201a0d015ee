import { Column, Entity } from 'typeorm';
import { BoundsColumns, CodeColumn, noBounds } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';

/** Who or what said something: a witness, a protocol, a video, a news report. */
@OnErasure({
  kind: 'source',
  then: 'blank',
  left: () => ({ language: null, stated: { ...noBounds } }),
  why: 'That a witness or a paper said so still carries the facts; who, when and in which language could tell the witness.',
})
@Entity('source')
export class Source extends RecordRow {
  @CodeColumn()
  reference!: string;

  /** Code of vocabularies/source-kinds. */
  @CodeColumn()
  kind!: string;

  /** Code of vocabularies/reliability. */
  @CodeColumn()
  reliability!: string;

  /** Protected: the identity is shown to nobody but those with the field class `source`. */
  @Column('boolean')
  protected!: boolean;

  @CodeColumn({ nullable: true })
  language!: string | null;

  /** When the statement was made or the paper was drawn. */
  @Column(() => BoundsColumns, { prefix: 'stated' })
  stated!: BoundsColumns;
}

export interface SourcePrivate {
  /** How staff call it without naming anyone: "witness A, Republic Square". */
  label: string;
  identity: string | null;
  contact: string | null;
  statement: string | null;
  /** Address of a published report, number of a paper. */
  location: string | null;
}
