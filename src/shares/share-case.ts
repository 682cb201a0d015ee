import { Injectable } from '@nestjs/common';
import { Circles, Reach } from '../access/public.js';
import { caseKind, leadOnly, lockCase, OpenCase, type Case } from '../cases/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { once } from '../kernel/record/public.js';
import { Accounts, Notices, Teams } from '../staff/public.js';
import { bundlesOf, type Bundle } from './goes-along.js';
import { PassOn } from './pass-on.js';
import { ShareCheck, type Checked } from './share-check.js';
import type { ShareCaseInput, SharePartInput } from './share.input.js';

/**
 * Shares a case with the contact of another team, who reads and adds to it until somebody ends it. Everybody in it, and
 * every source behind what is told in it, must have agreed to being passed on to that organisation.
 */
@Injectable()
export class ShareCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly circles: Circles,
    private readonly accounts: Accounts,
    private readonly teams: Teams,
    private readonly notices: Notices,
    private readonly openCase: OpenCase,
    private readonly check: ShareCheck,
    private readonly passOn: PassOn,
  ) {}

  /**
   * All of it, or nothing: the refusal names who has not agreed.
   * @throws Problem `case.lead_only` (403), `team.no_contact` (422), `share.not_agreed` (409), `share.conditions_unread` (422), `circle.sealed` (409)
   */
  run(actor: Actor, caseId: string, { teamId, conditionsRead }: ShareCaseInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const { opened, contact, bundles, checked } = await this.asked(work, caseId, teamId);
      if (checked.notAgreed.length > 0) return this.refuse(work, opened.id, checked);
      await this.heedConditions(work, checked, conditionsRead);
      await this.letIn(work, opened, { teamId, contact, bundles });
    });
  }

  /**
   * Only those who agreed: they come into a case of their own, with the same colleagues, and that one is shared. Answers its id.
   * @throws Problem as above, `share.nobody_agreed` (409)
   */
  part(actor: Actor, caseId: string, { teamId, conditionsRead, title }: SharePartInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, async () => {
      const { opened, contact, checked } = await this.asked(work, caseId, teamId);
      const going = checked.agreed.filter(({ kind }) => kind === 'individual' || kind === 'detention');
      if (going.length === 0) throw new Problem('share.nobody_agreed', { status: 409 });
      const conditional = checked.conditional.filter(({ id }) => going.some(({ subjects }) => subjects.some((one) => one.id === id)));
      await this.heedConditions(work, { ...checked, conditional }, conditionsRead);
      const ids = (kind: Bundle['kind']): string[] => going.filter((one) => one.kind === kind).map(({ id }) => id);
      const { stage, priority } = opened;
      const id = await this.openCase.within(work, { title, stage, priority, individuals: ids('individual'), detentions: ids('detention') });
      const own = await this.reach.within(work, caseKind, id);
      for (const colleague of await this.colleagues(work, opened)) await this.circles.addMember(work, own.circleId, colleague);
      await this.letIn(work, own, { teamId, contact, bundles: going });
      return id;
    }));
  }

  private async asked(work: Work, caseId: string, teamId: string) {
    await lockCase(work, caseId);
    const opened = await this.reach.within(work, caseKind, caseId);
    leadOnly(opened, work.actor);
    const contact = await this.teams.contactOf(work, teamId);
    const bundles = await bundlesOf(work.manager, opened);
    return { opened, contact, bundles, checked: await this.check.of(work.manager, bundles, { teamId, at: work.now }) };
  }

  private async letIn(work: Work, { id, circleId }: Pick<Case, 'id' | 'circleId'>, { teamId, contact, bundles }: { teamId: string; contact: string; bundles: readonly Bundle[] }): Promise<void> {
    const already = (await this.circles.membersOf(work, circleId)).includes(contact);
    await this.circles.addMember(work, circleId, contact);
    if (!already) {
      await this.passOn.to(work, id, teamId, bundles);
      await this.notices.tell(work, [contact], 'case.shared', { staff: work.actor.id, link: `/cases/${id}` });
    }
    work.note({ act: 'case.shared', kind: 'case', recordId: id, facts: { team: teamId } });
  }

  private async refuse(work: Work, caseId: string, checked: Checked): Promise<never> {
    const { agreed, notAgreed } = checked;
    const extra = { notAgreed: await this.check.notAgreedOf(work.actor, checked), agreed: agreed.filter(({ kind }) => kind === 'individual' || kind === 'detention').length };
    const params = { count: notAgreed.length };
    return work.refuse({ act: 'case.refused', kind: 'case', recordId: caseId }, new Problem('share.not_agreed', { status: 409, params, extra }));
  }

  private async heedConditions(work: Work, { conditional }: Pick<Checked, 'conditional'>, read: boolean | undefined): Promise<void> {
    if (conditional.length === 0 || read === true) return;
    const code = 'share.conditions_unread';
    throw new Problem(code, { status: 422, fields: [{ field: 'conditionsRead', code }], extra: { conditional: await this.check.named(work.actor, conditional) } });
  }

  /** Of the lead's own team, who may still work on cases. */
  private async colleagues(work: Work, { circleId }: Pick<Case, 'circleId'>): Promise<string[]> {
    const [inside, staff] = await Promise.all([this.circles.membersOf(work, circleId), this.accounts.assignable(work.actor.teamId)]);
    return inside.filter((id) => staff.some((one) => one.id === id));
  }
}
