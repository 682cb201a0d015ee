import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { ConsentAbout } from './consent-subject.js';
import type { ConsentScope } from './consent-scopes.js';

/**
 * How somebody's consent stands by scope: derived from the decisions by allowed-use.ts, so that who says no is found without
 * reading them all. No row: nobody asked, and only internal help is allowed.
 */
@OnErasure({ of: { subjectId: ['individual', 'source'] }, then: 'delete', why: 'Derived; nobody is left to have allowed anything.' })
@Entity('consent_standing')
@Index(['scope', 'allowed', 'until'])
export class ConsentStanding {
  @PrimaryColumn('varchar', { length: 36 })
  subjectId!: string;

  @PrimaryColumn('varchar', { length: 24 })
  scope!: ConsentScope;

  @CodeColumn()
  about!: ConsentAbout;

  @Column('boolean')
  allowed!: boolean;

  /** Why not. */
  @CodeColumn({ nullable: true })
  why!: string | null;

  @Column('boolean')
  needsLegalReview!: boolean;

  /** Allowed before this moment only. */
  @InstantColumn({ nullable: true })
  until!: Instant | null;

  @IdColumn({ nullable: true })
  decisionId!: string | null;

  @InstantColumn()
  computedAt!: Instant;
}
