import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';
import { Staff } from './staff.entity.js';

/** A signed-in browser. The cookie holds 256 random bits; here is only their SHA-256. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('session')
export class Session {
  @PrimaryColumn('varchar', { length: 64 })
  digest!: string;

  @ForeignKey(() => Staff)
  @Index()
  @IdColumn()
  staffId!: string;

  @Column('varchar', { length: 64 })
  csrf!: string;

  @InstantColumn()
  startedAt!: Instant;

  @InstantColumn()
  lastUsedAt!: Instant;

  /** The absolute end, whatever happens in between. */
  @InstantColumn()
  endsAt!: Instant;

  @InstantColumn({ nullable: true })
  endedAt!: Instant | null;

  @Column('varchar', { length: 64, nullable: true })
  deviceId!: string | null;

  /** From a browser not seen before files leave only from this moment on, or once a colleague has vouched for it. */
  @InstantColumn({ nullable: true })
  exportsFrom!: Instant | null;

  /** When the person last showed that it is them, by factor or password. */
  @InstantColumn({ nullable: true })
  confirmedAt!: Instant | null;

  /** Opened with the passphrase for duress. */
  @Column('boolean', { nullable: true })
  lowRisk!: boolean | null;
}
