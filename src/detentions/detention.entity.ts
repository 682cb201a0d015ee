import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Incident } from '../incidents/public.js';
import { Individual } from '../individuals/public.js';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { leftOfStay } from './left-of-custody.js';

/** Stands in a sorting column where there is no moment. */
export type Unknown = '';

/** The whole stay of one person (or of a counted group without names): a transfer never ends it. */
@OnErasure({
  kind: 'detention',
  of: { individualId: 'individual' },
  then: 'blank',
  left: leftOfStay,
  why: 'What was done, by which kind of authority, in which region and month counts on; the incident would give back place and hour.',
})
@Entity('detention')
@Index(['startEarliest', 'id'])
@Index(['kind', 'startEarliest', 'id'])
@Index(['regionCode', 'startEarliest', 'id'])
@Index('ix_detention_reach', ['id', 'teamId', 'individualId'])
@Index(['individualId'])
@Index(['incidentId'])
export class Detention extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  @ForeignKey(() => Individual)
  @IdColumn({ nullable: true })
  individualId!: string | null;

  @ForeignKey(() => Incident)
  @IdColumn({ nullable: true })
  incidentId!: string | null;

  /** Code of vocabularies/detention-kinds. */
  @CodeColumn()
  kind!: string;

  @CodeColumn()
  authorityKind!: string;

  /** Code of vocabularies/outcomes. */
  @CodeColumn()
  outcome!: string;

  @CodeColumn({ nullable: true })
  regionCode!: string | null;

  /** People without names: "about 40 in the ring". 1 and 1 for a named person. */
  @Column('integer')
  countedAtLeast!: number;

  @Column('integer', { nullable: true })
  countedAtMost!: number | null;

  /** Answers to what clocks ask, by code of vocabularies/circumstances; null: nobody has answered anything. */
  @Column('simple-json', { nullable: true })
  circumstances!: Readonly<Record<string, 'yes' | 'no'>> | null;

  /**
   * When the stay began, derived from its periods and events; kept here for lists to sort by. Empty text when no start is
   * known: the two databases sort NULL to different ends, and neither then walks the index.
   */
  @InstantColumn()
  startEarliest!: Instant | Unknown;

  @InstantColumn()
  startLatest!: Instant | Unknown;
}

export interface DetentionPrivate {
  /** The source's own words for the coded fields. */
  kindWords: string | null;
  authorityWords: string | null;
  outcomeWords: string | null;
  /** The ground the authorities stated. */
  ground: string | null;
  description: string | null;
  /** For a counted group: how it was described. */
  unnamed: string | null;
}
