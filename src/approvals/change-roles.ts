import { Injectable } from '@nestjs/common';
import { editableRoles, isFixed, RoleBook, roles, staffRoles, type Permission, type Rights, type StaffRole } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { FieldClass } from '../kernel/record/public.js';
import { keeperOnly } from '../staff/public.js';
import type { Approval } from './approval.entity.js';
import type { RoleView } from './approval.view.js';
import { Approvals } from './approvals.js';
import type { RoleRightsInput } from './role.input.js';

const HOURS = 72;
const parts = ['permissions', 'reads', 'writes'] as const;

/**
 * What the roles may do, within limits. Administrators read no record, so they cannot grant what they lack: taking away
 * happens at once, giving waits for somebody who has it themself.
 */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly book: RoleBook,
    private readonly work: UnitOfWork,
    private readonly approvals: Approvals,
  ) {
    approvals.register({
      kind: 'role.widen',
      mayApprove: hasAll,
      hours: HOURS,
      carryOut: async (work, approval) => this.keep(work, approval.subject as StaffRole, more(await this.book.of(approval.subject as StaffRole, work.manager), added(approval))),
    });
  }

  async list(): Promise<RoleView[]> {
    return Promise.all(staffRoles.map((role) => this.one(role)));
  }

  /** @throws Problem `not_found` */
  async one(name: string): Promise<RoleView> {
    const role = staffRoles.find((known) => known === name);
    if (!role) throw Problem.notFound();
    const rights = await this.book.of(role);
    const { permissions, reads, writes } = rights;
    const asShipped = parts.every((part) => without<string>(rights[part], roles[role][part]).length + without<string>(roles[role][part], rights[part]).length === 0);
    return { role, permissions: [...permissions], reads: [...reads], writes: [...writes], editable: editableRoles.includes(role), asShipped };
  }

  /**
   * Answers the proposal that gives what was added; null when only something was taken away.
   * @throws Problem `team.home_only` (403), `role.fixed` (409)
   */
  change(actor: Actor, name: string, input: RoleRightsInput): Promise<string | null> {
    keeperOnly(actor);
    const role = editableRoles.find((known) => known === name);
    if (!role) throw new Problem('role.fixed', { status: 409 });
    return this.work.run(actor, async (work) => {
      const now = await this.book.of(role, work.manager);
      const kept: Rights = { permissions: both(now.permissions, input.permissions), reads: both(now.reads, input.reads), writes: both(now.writes, input.writes) };
      const facts = Object.fromEntries(parts.map((part) => [part, without<string>(input[part], now[part]).join(' ')]));
      if (parts.some((part) => without<string>(now[part], kept[part]).some((one) => !isFixed(one)))) await this.keep(work, role, kept);
      const wider = Object.values(facts).some((text) => text !== '');
      if (!wider && work.entries.length === 0) work.note({ act: 'role.left_unchanged', kind: 'role', recordId: null, facts: { role } });
      return wider ? this.approvals.proposeIn(work, { kind: 'role.widen', subject: role, facts: { ...facts, role }, reason: input.reason }) : null;
    });
  }

  private async keep(work: Work, role: StaffRole, rights: Rights): Promise<void> {
    const before = await this.book.of(role, work.manager);
    await this.book.keep(work, role, rights);
    const after = await this.book.of(role, work.manager);
    const gone = parts.flatMap((part) => without<string>(before[part], after[part]));
    const given = parts.flatMap((part) => without<string>(after[part], before[part]));
    work.note({ act: 'role.changed', kind: 'role', recordId: null, facts: { role, given: given.join(' '), taken: gone.join(' ') } });
  }
}

/** Whoever agrees has every right that is given: nobody passes on what they lack. */
function hasAll(actor: Actor, approval: Approval): boolean {
  const { permissions, reads, writes } = added(approval);
  return permissions.every((one) => actor.permissions.has(one)) && reads.every((one) => actor.fieldClasses.has(one)) && writes.every((one) => actor.writeClasses.has(one));
}

const listed = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

const added = ({ facts }: Approval): Rights => ({
  permissions: listed(facts.permissions) as Permission[],
  reads: listed(facts.reads) as FieldClass[],
  writes: listed(facts.writes) as FieldClass[],
});

const more = (now: Rights, given: Rights): Rights => ({
  permissions: [...now.permissions, ...given.permissions],
  reads: [...now.reads, ...given.reads],
  writes: [...now.writes, ...given.writes],
});

const both = <T>(one: readonly T[], other: readonly T[]): T[] => one.filter((value) => other.includes(value));
const without = <T>(from: readonly T[], taken: readonly T[]): T[] => from.filter((value) => !taken.includes(value));
