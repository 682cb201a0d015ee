import { Inject, Injectable } from '@nestjs/common';
import { Circles, Reach } from '../access/public.js';
import { notAssignable } from '../cases/public.js';
import { CustodyChanged, Detention, detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault } from '../kernel/crypto/public.js';
import { rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { daysIn, readDay, type Instant } from '../kernel/time/public.js';
import { Accounts } from '../staff/public.js';
import { circleKinds, kindOfReference } from './circle-kinds.js';
import type { LetInInput } from './circle.input.js';
import { ownCircle, type OwnCircle } from './own-circle.js';

/** Circles that belong to no case: around an incident with all its people, or around whatever needs one. */
@Injectable()
export class KeepCircle {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly circles: Circles,
    private readonly vault: SubjectVault,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
    changed: CustodyChanged,
  ) {
    changed.tell((work, detentionId) => this.joinIncident(work, detentionId));
  }

  open(actor: Actor, name: string): Promise<string> {
    const sealed = (work: Work) => async (id: string) => seal(await this.vault.keyFor(work.manager, id, work.now), name, `circle:${id}`);
    return this.work.run(actor, (work) => once(work, () => this.circles.open(work, 'ad_hoc', sealed(work))));
  }

  /**
   * Keeps an incident, everybody detained there and who is recorded for it later among few.
   * @throws Problem `circle.already` (409)
   */
  openForIncident(actor: Actor, incidentId: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const incident = await this.reach.within(work, incidentKind, incidentId);
      if ((await this.circles.around(work, incidentKind.name, incident.id)).length > 0) throw new Problem('circle.already', { status: 409 });
      const id = await this.circles.open(work, 'incident');
      const stays = await this.reach.rows(actor, detentionKind, 'r.incident_id = :incidentId', { incidentId }, work.manager);
      await this.circles.join(work, id, incidentKind.name, incident.id);
      for (const stay of stays) await this.takeIn(work, id, stay);
      return id;
    });
  }

  /** @throws Problem `case.not_assignable` (422), `circle.lead_only` (403), `circle.of_case` or `circle.sealed` (409) */
  letIn(actor: Actor, id: string, { staffId, lastDay = null }: LetInInput): Promise<void> {
    return this.story(actor, id, async (work, { leads }) => {
      if (!leads) throw new Problem('circle.lead_only', { status: 403 });
      if (!(await this.accounts.assignable(actor.teamId)).some((one) => one.id === staffId)) throw notAssignable('staffId');
      await this.circles.addMember(work, id, staffId, this.endOf(lastDay, work.now));
    });
  }

  /** Who leads it takes others out; everybody leaves by themself. @throws Problem `circle.last_member` (409) */
  takeOut(actor: Actor, id: string, staffId: string): Promise<void> {
    return this.story(actor, id, async (work, { members, leads }) => {
      if (!leads && staffId !== actor.id) throw new Problem('circle.lead_only', { status: 403 });
      if (!members.some((one) => one.staffId === staffId)) throw Problem.notFound();
      if (!members.some((one) => one.staffId !== staffId && one.endsAt === null)) throw new Problem('circle.last_member', { status: 409 });
      await this.circles.removeMember(work, id, staffId);
    });
  }

  /** From now on only members reach the record. @throws Problem `case.no_such_record` (422), also for one out of reach. */
  putIn(actor: Actor, id: string, reference: string): Promise<void> {
    return this.story(actor, id, async (work) => {
      const kind = kindOfReference(reference);
      const [row] = kind ? await this.reach.rows(actor, kind, 'r.reference = :reference', { reference: reference.toUpperCase() }, work.manager) : [];
      if (!kind || !row) throw new Problem('case.no_such_record', { status: 422, fields: [{ field: 'reference', code: 'case.no_such_record' }] });
      await this.circles.join(work, id, kind.name, row.id);
    });
  }

  /** Opens a record to the team again, as far as this circle goes. @throws Problem `circle.lead_only` (403) */
  letGo(actor: Actor, id: string, kindName: string, recordId: string): Promise<void> {
    return this.story(actor, id, async (work, { leads }) => {
      if (!leads) throw new Problem('circle.lead_only', { status: 403 });
      const kind = circleKinds.get(kindName);
      if (!kind) throw Problem.notFound();
      const row = await this.reach.within(work, kind, recordId);
      await this.circles.leave(work, id, kind.name, row.id);
    });
  }

  private story(actor: Actor, id: string, tell: (work: Work, own: OwnCircle) => Promise<void>): Promise<void> {
    return this.work.run(actor, async (work) => {
      const own = await ownCircle(work, actor, id);
      if (own.circle.kind === 'case') throw new Problem('circle.of_case', { status: 409 });
      await tell(work, own);
      if (work.entries.length === 0) work.note({ act: 'circle.left_unchanged', kind: 'circle', recordId: id });
    });
  }

  /** Who is recorded for an incident that lies in a circle of its own joins that circle. */
  private async joinIncident(work: Work, detentionId: string): Promise<void> {
    const [stay] = await rowsOf(work.manager, Detention, 'WHERE r.id = :detentionId AND r.incident_id IS NOT NULL', { detentionId });
    if (!stay?.incidentId) return;
    const around = await this.circles.around(work, incidentKind.name, stay.incidentId);
    for (const { id } of around.filter(({ kind }) => kind === 'incident')) await this.takeIn(work, id, stay);
  }

  /** The person, or people who can only be counted; who lies under seal already stays there: nothing leaves a seal. */
  private async takeIn(work: Work, circleId: string, { id, individualId }: Pick<Detention, 'id' | 'individualId'>): Promise<void> {
    const [kind, recordId] = individualId ? [individualKind.name, individualId] : [detentionKind.name, id];
    const around = await this.circles.around(work, kind, recordId);
    if (!around.some(({ closedToAllSince }) => closedToAllSince)) await this.circles.join(work, circleId, kind, recordId);
  }

  /** @throws Problem `time.impossible_date` or `circle.day_past` (422) */
  private endOf(lastDay: string | null, now: Instant): Instant | null {
    if (lastDay === null) return null;
    const day = readDay(lastDay);
    const end = day ? daysIn(this.settings.zone, day).latest : null;
    if (end && end > now) return end;
    const code = end ? 'circle.day_past' : 'time.impossible_date';
    throw new Problem(code, { status: 422, fields: [{ field: 'lastDay', code }] });
  }
}
