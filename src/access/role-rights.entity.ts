import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { FieldClass } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { Permission } from './permissions.js';
import type { StaffRole } from './roles.js';

/** What an installation made of a role; without a row the role is as it is shipped. */
@Entity('role_rights')
export class RoleRightsRow {
  @PrimaryColumn('varchar', { length: 24 })
  role!: StaffRole;

  @Column('simple-json')
  permissions!: Permission[];

  @Column('simple-json')
  reads!: FieldClass[];

  @Column('simple-json')
  writes!: FieldClass[];

  @InstantColumn()
  changedAt!: Instant;

  @IdColumn()
  changedBy!: string;
}
