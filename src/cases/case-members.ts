import { Injectable } from '@nestjs/common';
import { Circles, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Accounts } from '../staff/public.js';
import type { Case } from './case.entity.js';
import { caseKind } from './case.kind.js';
import { lockCase } from './lock-case.js';
import { objectionToAdding, objectionToLeaving, type Objection } from './leading.js';

/** Lets people into the circle of a case and out of it. */
@Injectable()
export class CaseMembers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly circles: Circles,
    private readonly accounts: Accounts,
  ) {}

  /** @throws Problem `case.lead_only` (403), `case.not_assignable` (422). */
  add(actor: Actor, caseId: string, staffId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const opened = await this.reach.within(work, caseKind, caseId);
      leadOnly(opened, actor);
      const staff = await this.accounts.assignable(actor.teamId);
      if (!staff.some((one) => one.id === staffId)) throw notAssignable('staffId');
      await this.circles.addMember(work, opened.circleId, staffId);
      if (work.entries.length === 0) work.note({ act: 'case.left_unchanged', kind: 'case', recordId: caseId });
    });
  }

  /** @throws Problem `case.lead_only` (403), `case.last_member` or `case.lead_stays` (409). */
  remove(actor: Actor, caseId: string, staffId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      await lockCase(work, caseId);
      const opened = await this.reach.within(work, caseKind, caseId);
      const members = await this.circles.membersOf(work, opened.circleId);
      if (!members.includes(staffId)) throw Problem.notFound();
      heed(objectionToLeaving({ leadId: opened.leadId, members }, actor.id, staffId));
      await this.circles.removeMember(work, opened.circleId, staffId);
    });
  }
}

/** @throws Problem `case.lead_only` (403): the lead answers for who knows of the case. */
export const leadOnly = (opened: Pick<Case, 'leadId'>, actor: Actor): void => heed(objectionToAdding(opened, actor.id));

function heed(objection: Objection): void {
  if (objection) throw new Problem(objection, { status: objection === 'case.lead_only' ? 403 : 409 });
}

/** Somebody whose role has no cases, whose account is shut, or who does not exist: alike. */
export const notAssignable = (field: string): Problem =>
  new Problem('case.not_assignable', { status: 422, fields: [{ field, code: 'case.not_assignable' }] });
