import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { OnErasure } from '../kernel/record/public.js';
import { Staff } from './staff.entity.js';

/** Something one person has to be told inside the product: there is no mail that others could read. */
@OnErasure({ of: { staffId: 'staff' }, then: 'delete', why: 'Nobody signs in with this account any more.' })
@Entity('notice')
@Index(['staffId', 'seenAt', 'id'])
export class Notice {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Staff)
  @IdColumn()
  staffId!: string;

  @Column('varchar', { length: 32 })
  kind!: string;

  /** Ids and numbers; names are looked up when it is shown. */
  @Column('simple-json')
  facts!: Record<string, string | number>;

  @InstantColumn()
  at!: Instant;

  @InstantColumn({ nullable: true })
  seenAt!: Instant | null;
}
