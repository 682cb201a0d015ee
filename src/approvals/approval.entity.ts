import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';
import { OnErasure } from '../kernel/record/public.js';

export type ApprovalState = 'open' | 'approved' | 'declined' | 'withdrawn';

/** Something one person wants and somebody else has to agree to before it happens. */
@OnErasure({
  of: { subject: ['individual', 'source', 'staff'], proposedBy: 'staff' },
  then: 'blank',
  left: () => ({ sealed: '' }),
  why: 'That two people agreed is accounted for; the reason speaks of the person, or is the words of who is erased.',
})
@Entity('approval')
@Index(['state', 'id'])
@Index(['proposedBy', 'id'])
export class Approval {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 32 })
  kind!: string;

  /** The account, record or browser it is about. */
  @CodeColumn()
  subject!: string;

  /** Exactly what will happen, in codes and ids. */
  @Column('simple-json')
  facts!: Record<string, string>;

  /** Why, in the proposer's words, under their key. */
  @Column('text')
  sealed!: string;

  /** The only people who may answer; null: everybody who may at all. */
  @Column('simple-json', { nullable: true })
  named!: string[] | null;

  /** How many have to agree. */
  @Column('integer')
  needed!: number;

  @InstantColumn()
  proposedAt!: Instant;

  @ForeignKey(() => Staff)
  @IdColumn()
  proposedBy!: string;

  /** The proposer's. */
  @IdColumn({ nullable: true })
  teamId!: string;

  @InstantColumn()
  expiresAt!: Instant;

  @Column('varchar', { length: 16 })
  state!: ApprovalState;

  @InstantColumn({ nullable: true })
  settledAt!: Instant | null;
}

@OnErasure({ then: 'keep', why: 'A number of an account and an answer: accounted for.' })
@Entity('approval_vote')
export class ApprovalVote {
  @ForeignKey(() => Approval)
  @PrimaryColumn('varchar', { length: 36 })
  approvalId!: string;

  @ForeignKey(() => Staff)
  @PrimaryColumn('varchar', { length: 36 })
  staffId!: string;

  @Column('boolean')
  approved!: boolean;

  @InstantColumn()
  at!: Instant;
}
