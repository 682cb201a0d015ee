import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { putRows, rowsOf, run, type Work } from '../kernel/db/public.js';
import type { FieldClass } from '../kernel/record/public.js';
import { fieldClasses } from '../kernel/record/public.js';
import { permissions, type Permission } from './permissions.js';
import { RoleRightsRow } from './role-rights.entity.js';
import { roles, type RoleRights, type StaffRole } from './roles.js';

/** The part of a role that can be changed. */
export type Rights = Pick<RoleRights, 'permissions' | 'reads' | 'writes'>;

/** Roles people work with cases in. The others stay as shipped: who makes accounts or reads the log reads no record. */
export const editableRoles: readonly StaffRole[] = ['intake_volunteer', 'caseworker', 'lawyer', 'manager'];

/** As shipped for every role: nobody makes accounts or reads the log beside records, and nobody loses the way to lock. */
const apart: readonly Permission[] = ['own.use', 'lock.now', 'staff.manage', 'audit.read'];
export const grantable: readonly Permission[] = permissions.filter((one) => !apart.includes(one));

/** Whether a change of a role can take it away. */
export const isFixed = (one: string): boolean => one === 'open' || apart.some((fixed) => fixed === one);

/** The roles as this installation has them. Asked anew with every request, so that a right taken away is gone with the next one. */
@Injectable()
export class RoleBook {
  constructor(private readonly reader: EntityManager) {}

  async of(role: StaffRole, manager: EntityManager = this.reader): Promise<RoleRights> {
    const [row] = editableRoles.includes(role) ? await rowsOf(manager, RoleRightsRow, 'WHERE r.role = :role', { role }) : [];
    return row ? { ...roles[role], ...inOrder(role, row) } : roles[role];
  }

  async keep(work: Work, role: StaffRole, rights: Rights): Promise<void> {
    await run(work.manager, 'DELETE FROM role_rights WHERE role = :role', { role });
    const { permissions: may, reads, writes } = inOrder(role, rights);
    await putRows(work.manager, RoleRightsRow, [{ role, permissions: [...may], reads: [...reads], writes: [...writes], changedAt: work.now, changedBy: work.actor.id }]);
  }

  /** All roles as they are shipped. */
  async forget(work: Work): Promise<void> {
    await run(work.manager, 'DELETE FROM role_rights', {});
    work.note({ act: 'role.as_shipped', kind: 'role', recordId: null });
  }
}

/** Without what no role can be given, in the order of the printed list; what is written is also read. */
function inOrder(role: StaffRole, rights: Rights): Rights {
  const reads: FieldClass[] = fieldClasses.filter((one) => one === 'open' || rights.reads.includes(one));
  return {
    permissions: permissions.filter((one) => (apart.includes(one) ? roles[role] : rights).permissions.includes(one)),
    reads,
    writes: reads.filter((one) => one === 'open' || rights.writes.includes(one)),
  };
}
