import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
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

  @Column('text', { nullable: true })
  note!: string | null;

  @InstantColumn()
  reviewedAt!: Instant;

  @ForeignKey(() => Staff)
  @IdColumn()
  reviewedBy!: string;
}
