import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../access/public.js';
import type { Language } from '../kernel/actor/public.js';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure, type Fields } from '../kernel/record/public.js';

/** An account nobody can sign in with or be known by; the token is unique and of nothing. */
const staffLeft = ({ id, disabledAt }: Fields, at: Instant): Fields => ({
  ...{ sealed: '', signInToken: (id as string).replaceAll('-', ''), elsewhereToken: null, passwordHash: null, duressHash: null },
  ...{ factorSince: null, suspendedAt: null, disabledAt: disabledAt ?? at },
});

/** An account. Never deleted: what it did stays attributable. The names are sealed under the account's own key. */
@OnErasure({
  of: { id: 'staff' },
  then: 'blank',
  left: staffLeft,
  why: 'The number stays, so that what the account did can be accounted for; the name and every way to sign in go.',
})
@Entity('staff')
export class Staff {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** Keyed token of the folded sign-in name. */
  @Index({ unique: true })
  @Column('varchar', { length: 32 })
  signInToken!: string;

  @Column('text')
  sealed!: string;

  @Column('varchar', { length: 24 })
  role!: StaffRole;

  @IdColumn({ nullable: true })
  teamId!: string;

  /** Keyed token of the account at the organisation's own sign-in service that opens this one. */
  @Index({ unique: true })
  @Column('varchar', { length: 32, nullable: true })
  elsewhereToken!: string | null;

  @Column('varchar', { length: 2 })
  language!: Language;

  /** Argon2id in PHC form; null until the person has set one through a single-use link. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @InstantColumn()
  createdAt!: Instant;

  @IdColumn()
  createdBy!: string;

  /** Accounts lent for one day end by themselves. */
  @InstantColumn({ nullable: true })
  expiresAt!: Instant | null;

  @InstantColumn({ nullable: true })
  disabledAt!: Instant | null;

  /** Since when the account has a second factor without a gap. */
  @InstantColumn({ nullable: true })
  factorSince!: Instant | null;

  /** A second passphrase that opens a low-risk view and tells colleagues; most accounts have none. */
  @Column('text', { nullable: true })
  duressHash!: string | null;

  /** Gave up their own access; colleagues give it back. */
  @InstantColumn({ nullable: true })
  suspendedAt!: Instant | null;

  /** An account for programs: nobody signs in with it, it only has tokens. */
  @Column('boolean', { nullable: true })
  service!: boolean | null;
}
