import { Injectable } from '@nestjs/common';
import { EntityManager, In, IsNull } from 'typeorm';
import { Circles, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { newId, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { once, Records } from '../kernel/record/public.js';
import { Accounts } from '../staff/public.js';
import { Case, CaseHandOver } from './case.entity.js';
import { caseKind } from './case.kind.js';
import type { OfferedCaseView } from './case.view.js';
import { notAssignable } from './case-members.js';
import { lockCase } from './lock-case.js';

/** Passes a case on: the lead (or a manager on the case) asks, and it moves only when the other says yes. */
@Injectable()
export class HandOverCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly circles: Circles,
    private readonly accounts: Accounts,
    private readonly reader: EntityManager,
  ) {}

  /** @throws Problem `case.lead_only` (403), `case.hand_over_open` (409), `case.not_assignable` or `case.leads_already` (422). */
  ask(actor: Actor, caseId: string, toId: string): Promise<string> {
    return this.work.run(actor, (work) =>
      once(work, async () => {
        await lockCase(work, caseId);
        const opened = await this.reach.within(work, caseKind, caseId);
        const manages = actor.role === 'manager' && actor.teamId === opened.teamId; // not one with whom it is shared
        if (actor.id !== opened.leadId && !manages) throw new Problem('case.lead_only', { status: 403 });
        if (toId === opened.leadId) throw new Problem('case.leads_already', { status: 422, fields: [{ field: 'toId', code: 'case.leads_already' }] });
        const staff = await this.accounts.assignable(actor.teamId);
        if (!staff.some((one) => one.id === toId)) throw notAssignable('toId');
        const waiting = { caseId, answeredAt: IsNull() };
        if (await work.manager.existsBy(CaseHandOver, waiting)) throw new Problem('case.hand_over_open', { status: 409 });
        const id = newId(work.now);
        await work.manager.insert(CaseHandOver, { id, caseId, fromId: actor.id, toId, askedAt: work.now, answeredAt: null, accepted: null });
        work.note({ act: 'case.hand_over_asked', kind: 'case', recordId: caseId, facts: { handOver: id, to: toId } });
        return id;
      }),
    );
  }

  /**
   * Says yes or no to a case one was asked to take; answers the case's id after a yes.
   * A yes brings the person into the case as its lead; the lead before stays a member.
   */
  answer(actor: Actor, id: string, accept: boolean): Promise<string | null> {
    return this.work.run(actor, async (work) => {
      const asked = await this.waiting(work, id, (one) => one.toId === actor.id);
      await this.settle(work, id, accept);
      const act = accept ? 'case.hand_over_accepted' : 'case.hand_over_declined';
      work.note({ act, kind: 'case', recordId: asked.caseId, facts: { handOver: id, from: asked.fromId } });
      if (!accept) return null;
      await lockCase(work, asked.caseId);
      // The asked one reaches the case only by this very answer, so it is opened here without the question of reach.
      const opened = await this.records.byId(work.manager, caseKind, asked.caseId);
      await this.circles.addMember(work, opened.circleId, actor.id);
      await this.records.revise(work, caseKind, opened, opened.version, { leadId: actor.id });
      return opened.id;
    });
  }

  /** Takes a request back that nobody has answered yet: whoever asked, or the lead. */
  withdraw(actor: Actor, caseId: string, id: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const opened = await this.reach.within(work, caseKind, caseId);
      const asked = await this.waiting(work, id, (one) => one.caseId === caseId);
      if (actor.id !== asked.fromId && actor.id !== opened.leadId) throw new Problem('case.lead_only', { status: 403 });
      await this.settle(work, id, null);
      work.note({ act: 'case.hand_over_withdrawn', kind: 'case', recordId: caseId, facts: { handOver: id, to: asked.toId } });
    });
  }

  /** Cases one is asked to take: reference, stage and who asks, nothing more. */
  async waitingFor(actor: Actor): Promise<OfferedCaseView[]> {
    const rows = await this.reader.find(CaseHandOver, { where: { toId: actor.id, answeredAt: IsNull() }, order: { askedAt: 'ASC' } });
    if (rows.length === 0) return [];
    const opened = await this.reader.findBy(Case, { id: In(rows.map((row) => row.caseId)) });
    const [cases, names] = [new Map(opened.map((one) => [one.id, one])), await this.accounts.namesOf(rows.map((row) => row.fromId))];
    await this.reach.saw(actor, caseKind, [...cases.keys()], 'listed');
    return rows.flatMap(({ id, caseId, fromId, askedAt }) => {
      const of = cases.get(caseId);
      return of ? [{ id, reference: of.reference, stage: of.stage, fromId, fromName: names.get(fromId) ?? '', askedAt }] : [];
    });
  }

  private async waiting(work: Work, id: string, fits: (one: CaseHandOver) => boolean): Promise<CaseHandOver> {
    const found = await work.manager.findOneBy(CaseHandOver, { id });
    if (found && fits(found)) {
      if (found.answeredAt) throw new Problem('case.hand_over_settled', { status: 409 });
      return found;
    }
    return work.refuse({ act: 'case.refused', kind: 'case', recordId: null }, Problem.notFound());
  }

  private async settle(work: Work, id: string, accepted: boolean | null): Promise<void> {
    const done = await work.manager.update(CaseHandOver, { id, answeredAt: IsNull() }, { answeredAt: work.now, accepted });
    if (done.affected !== 1) throw new Problem('case.hand_over_settled', { status: 409 });
  }
}
