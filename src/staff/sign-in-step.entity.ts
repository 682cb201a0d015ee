import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';

/** `code`: the password was right, the second factor is awaited. `passkey`: a challenge somebody is to sign. `oidc`: away at the sign-in service. */
export type StepPurpose = 'code' | 'passkey' | 'oidc';

/** Half a sign-in, or the challenge of a passkey: a few minutes, a few tries, once. The browser holds its secret in a cookie. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('sign_in_step')
export class SignInStep {
  @PrimaryColumn('varchar', { length: 64 })
  digest!: string;

  @IdColumn({ nullable: true })
  staffId!: string | null;

  @Column('varchar', { length: 16 })
  purpose!: StepPurpose;

  @Column('varchar', { length: 128, nullable: true })
  challenge!: string | null;

  @Column('boolean')
  lowRisk!: boolean;

  @Column('integer')
  tries!: number;

  @Index()
  @InstantColumn()
  expiresAt!: Instant;

  @InstantColumn({ nullable: true })
  usedAt!: Instant | null;
}
