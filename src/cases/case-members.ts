import { Injectable } from '@nestjs/common';
import { Circles, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { newId, UnitOfWork, type Work } from '../kernel/db/public.js';
import { EntityManager } from 'typeorm';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { Accounts } from '../staff/public.js';
import { Case, CaseHandOver } from './case.entity.js';
import { caseKind } from './case.kind.js';

/** Somebody is asked to take over a case: all they learn before they accept. */
export interface AskedHandOver {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly stage: string;
  readonly fromId: string;
  readonly askedAt: string;
}

/** Who is in the circle of a case, and how its lead passes to another. */
@Injectable()
export class CaseMembers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly circles: Circles,
    private readonly records: Records,
    private readonly accounts: Accounts,
  ) {}

  add(actor: Actor, caseId: string, staffId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const { circleId } = await this.reach.within(work, caseKind, caseId);
      await this.checkAssignable(staffId);
      await this.circles.addMember(work, circleId, staffId);
      work.note({ act: 'case.seen', kind: 'case', recordId: caseId });
    });
  }

  /** @throws Problem `case.lead_stays` (409): the lead hands over first, so that no case is left to nobody. */
  remove(actor: Actor, caseId: string, staffId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const { circleId, leadId } = await this.reach.within(work, caseKind, caseId);
      if (staffId === leadId) throw new Problem('case.lead_stays', { status: 409 });
      await this.circles.removeMember(work, circleId, staffId);
    });
  }

  /** Asks somebody to take the case over. It moves only when they accept. */
  askHandOver(actor: Actor, caseId: string, toId: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, caseKind, caseId);
      await this.checkAssignable(toId);
      if (toId === current.leadId) throw new Problem('case.leads_already', { status: 409 });
      const id = newId(work.now);
      const row = { id, caseId, fromId: current.leadId, toId, askedAt: work.now, answeredAt: null, accepted: null };
      await work.manager.insert(CaseHandOver, row);
      work.note({ act: 'case.hand_over_asked', kind: 'case', recordId: caseId, facts: { to: toId } });
      return id;
    });
  }

  /** @throws Problem `not_found` for a request made to somebody else, answered already, or never made: alike. */
  answerHandOver(actor: Actor, handOverId: string, accept: boolean): Promise<string> {
    return this.work.run(actor, async (work) => {
      const asked = await this.openOne(work, handOverId, actor.id);
      await work.manager.update(CaseHandOver, { id: asked.id }, { answeredAt: work.now, accepted: accept });
      const act = accept ? 'case.hand_over_accepted' : 'case.hand_over_declined';
      work.note({ act, kind: 'case', recordId: asked.caseId, facts: { from: asked.fromId } });
      if (accept) {
        // The one asked is not in the circle yet, so the case is opened here by the request itself, not by reach.
        const current = await this.records.byId(work.manager, caseKind, asked.caseId);
        await this.circles.addMember(work, current.circleId, actor.id);
        await this.records.revise(work, caseKind, current, current.version, { leadId: actor.id });
      }
      return asked.caseId;
    });
  }

  /** The requests that wait for this person's answer. */
  async waitingFor(actor: Actor): Promise<AskedHandOver[]> {
    const asked = await this.reader
      .createQueryBuilder(CaseHandOver, 'h')
      .where('h.toId = :id AND h.answeredAt IS NULL', { id: actor.id })
      .orderBy('h.askedAt', 'DESC')
      .limit(50)
      .getMany();
    const cases = asked.length > 0 ? await this.reader.findBy(Case, asked.map((one) => ({ id: one.caseId }))) : [];
    return asked.flatMap(({ id, caseId, fromId, askedAt }) => {
      const found = cases.find((one) => one.id === caseId);
      return found ? [{ id, caseId, fromId, askedAt, reference: found.reference, stage: found.stage }] : [];
    });
  }

  private async openOne(work: Work, id: string, toId: string): Promise<CaseHandOver> {
    const row = await work.manager.findOneBy(CaseHandOver, { id, toId });
    if (!row || row.answeredAt) throw Problem.notFound();
    return row;
  }

  private async checkAssignable(staffId: string): Promise<void> {
    const known = (await this.accounts.assignable()).some((member) => member.id === staffId);
    if (!known) throw new Problem('case.not_assignable', { status: 422, fields: [{ field: 'staffId', code: 'case.not_assignable' }] });
  }
}
