import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../db/public.js';
import type { Instant } from '../time/public.js';
import { OnErasure } from './erasure-rule.js';

/** One subject whose key was destroyed, and with it all that was sealed under it. Append-only; names nobody. */
@OnErasure({ then: 'keep', why: 'The line of what was erased; it names nobody.' })
@Entity('erasure')
@Index(['kind', 'recordId'])
export class Erasure {
  @PrimaryColumn('varchar', { length: 36 })
  subject!: string;

  /** individual | source | staff */
  @Column('varchar', { length: 32 })
  kind!: string;

  /** What was erased; several subjects may stand under one record. */
  @IdColumn()
  recordId!: string;

  /** Code of vocabularies/erasure-grounds. */
  @CodeColumn()
  ground!: string;

  @InstantColumn()
  erasedAt!: Instant;

  @Column('varchar', { length: 48 })
  erasedBy!: string;

  @Column('varchar', { length: 48 })
  approvedBy!: string;
}

/** A stretch of one text that was struck out: which text of the sealed part, and its place in it. */
export interface Struck {
  /** `because`, or a path into the fields such as `fields.names.0.text`. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Where the name of somebody erased was struck out of a record about others. It holds places and no letters, so that a
 * copy from before can be struck again without anybody knowing the name any more. Append-only.
 */
@OnErasure({ then: 'keep', why: 'Places in texts, no letters of them.' })
@Entity('erasure_mention')
@Index(['kind', 'recordId'])
export class ErasureMention {
  @PrimaryColumn('varchar', { length: 36 })
  subject!: string;

  @PrimaryColumn('varchar', { length: 32 })
  kind!: string;

  @PrimaryColumn('varchar', { length: 36 })
  recordId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('simple-json')
  spans!: Struck[];
}
