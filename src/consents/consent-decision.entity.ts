import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Individual } from '../individuals/public.js';
import { BoundsColumns, CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { monthOnly, OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Source } from '../sources/public.js';
import type { ConsentGiver, ConsentScope } from './consent-scopes.js';
import type { ConsentAnswer } from './said-of-scope.js';

/**
 * One conversation about consent with one individual or one source. It is never changed: the next conversation is the next
 * row, and which of them counts is worked out each time (allowed-use.ts).
 */
@OnErasure({
  kind: 'consent',
  of: { individualId: 'individual', sourceId: 'source' },
  then: 'blank',
  left: (row) => ({ language: null, partnerIds: null, evidenceId: null, given: monthOnly(row.given as BoundsColumns) }),
  why: 'That we were allowed what we did has to be accounted for; in which language and to whom could tell who it was.',
})
@Entity('consent_decision')
@Index(['individualId'])
@Index(['sourceId'])
@Index(['expiresAt', 'id'])
export class ConsentDecision extends RecordRow {
  @ForeignKey(() => Individual)
  @IdColumn({ nullable: true })
  individualId!: string | null;

  @ForeignKey(() => Source)
  @IdColumn({ nullable: true })
  sourceId!: string | null;

  @Column('simple-json')
  answers!: Partial<Record<ConsentScope, ConsentAnswer>>;

  /** When it was said. */
  @Column(() => BoundsColumns, { prefix: 'given' })
  given!: BoundsColumns;

  @InstantColumn({ nullable: true })
  expiresAt!: Instant | null;

  /** How they were informed and asked. Code of vocabularies/consent-ways. */
  @CodeColumn()
  way!: string;

  /** Language it was explained in, as in BCP 47. */
  @CodeColumn({ nullable: true })
  language!: string | null;

  /** Code of vocabularies/consent-givers. */
  @CodeColumn()
  givenBy!: ConsentGiver;

  /** Code of vocabularies/consent-capacities. */
  @CodeColumn()
  capacity!: string;

  /** Who of the staff asked; null: somebody else, see `askedBy`. */
  @IdColumn({ nullable: true })
  askedById!: string | null;

  /** Organisations a yes to passing on is bound to; null: to none by its record. */
  @Column('simple-json', { nullable: true })
  partnerIds!: string[] | null;

  /** Conditions were made, to be read before each use. */
  @Column('boolean')
  conditional!: boolean;

  /** A signed form, a recording. */
  @IdColumn({ nullable: true })
  evidenceId!: string | null;
}

export interface ConsentDecisionPrivate {
  /** Who decided, when it was not the person. */
  giverName: string | null;
  askedBy: string | null;
  evidence: string | null;
  /** What was asked for beside the yes: call before each use, never with a photograph. */
  conditions: string | null;
  /** Partners in words. */
  partners: string | null;
}
