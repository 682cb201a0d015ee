import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';

/** A pack somebody added. It stays; a later one of the same name and version stands before it. */
@Entity('rule_pack')
@Index(['pack', 'packVersion', 'id'])
export class StoredRulePack {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 20 })
  pack!: string;

  @Column('varchar', { length: 16 })
  packVersion!: string;

  @Column('text')
  content!: string;

  @InstantColumn()
  addedAt!: Instant;

  @IdColumn()
  addedBy!: string;
}

/** What a lawyer says of a rule. It is about these very words: when the rule changes, nobody has confirmed it yet. */
@OnErasure({ of: { reviewedBy: 'staff' }, then: 'keep', why: 'Who stands for a rule stays accounted for; the rule names nobody.' })
@Entity('rule_review')
@Index(['pack', 'packVersion', 'ruleId', 'id'])
export class RuleReview {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 20 })
  pack!: string;

  @Column('varchar', { length: 16 })
  packVersion!: string;

  @CodeColumn()
  ruleId!: string;

  /** SHA-256 of the rule. */
  @Column('varchar', { length: 64 })
  ruleDigest!: string;

  /** false: taken back. */
  @Column('boolean')
  confirmed!: boolean;

  /** What the lawyer noted, under a key of the row's own. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  @InstantColumn()
  reviewedAt!: Instant;

  @ForeignKey(() => Staff)
  @IdColumn()
  reviewedBy!: string;
}
