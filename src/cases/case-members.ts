import { Injectable } from '@nestjs/common';
import { Circles, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Accounts, Notices, Teams } from '../staff/public.js';
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
    private readonly teams: Teams,
    private readonly notices: Notices,
  ) {}

  /** @throws Problem `case.lead_only` (403), `case.not_assignable` (422). */
  add(actor: Actor, caseId: string, staffId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const opened = await this.reach.within(work, caseKind, caseId);
      heed(objectionToAdding(opened, actor.id));
      const staff = await this.accounts.assignable(actor.teamId);
      if (!staff.some((one) => one.id === staffId)) throw notAssignable('staffId');
      await this.circles.addMember(work, opened.circleId, staffId);
      if (work.entries.length === 0) work.note({ act: 'case.left_unchanged', kind: 'case', recordId: caseId });
    });
  }

  /**
   * Shares one case with the contact of another team: it lasts until somebody ends it.
   * @throws Problem `case.lead_only` (403), `team.no_contact` (422)
   */
  share(actor: Actor, caseId: string, teamId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const opened = await this.reach.within(work, caseKind, caseId);
      heed(objectionToAdding(opened, actor.id));
      const contact = await this.teams.contactOf(work, teamId);
      await this.circles.addMember(work, opened.circleId, contact);
      await this.notices.tell(work, [contact], 'case.shared', { staff: actor.id, link: `/cases/${caseId}` });
      work.note({ act: 'case.shared', kind: 'case', recordId: caseId, facts: { team: teamId } });
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

function heed(objection: Objection): void {
  if (objection) throw new Problem(objection, { status: objection === 'case.lead_only' ? 403 : 409 });
}

/** Somebody whose role has no cases, whose account is shut, or who does not exist: alike. */
export const notAssignable = (field: string): Problem =>
  new Problem('case.not_assignable', { status: 422, fields: [{ field, code: 'case.not_assignable' }] });
