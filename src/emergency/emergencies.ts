import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CircleMember, Circles, type Circle, type ReachedKind } from '../access/public.js';
import { Case, caseKind } from '../cases/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { isId, newId, putRows, rowsOf, run, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { addHours } from '../kernel/time/public.js';
import { Notices, overseersBut } from '../staff/public.js';
import { EmergencyEntry } from './emergency-entry.entity.js';
import type { EnterInput } from './emergency.input.js';
import type { EmergencyEntryView, EnteredView } from './emergency.view.js';

type Numbered = ReachedKind<RecordRow & { reference: string }, object>;

const byLetter: Readonly<Record<string, Numbered>> = {
  I: individualKind as unknown as Numbered,
  D: detentionKind as unknown as Numbered,
  C: caseKind as unknown as Numbered,
  E: incidentKind as unknown as Numbered,
};

const HOURS = 4;
const SHOWN = 100;

/** People enter circles of their own team only, so its managers and nobody else's review the entry. */
const OF_TEAM = 'r.staff_id IN (SELECT s.id FROM staff s WHERE s.team_id = :team)';

/**
 * Entering a circle when somebody cannot wait for its owner: with a reason, for four hours, with the owner told at once,
 * and answered afterwards. The record is named by its number: nothing tells who does not know it that it exists.
 */
@Injectable()
export class Emergencies {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly circles: Circles,
    private readonly vault: SubjectVault,
    private readonly notices: Notices,
  ) {}

  /** @throws Problem `not_found`, alike for no such record and one that lies in no circle and so needs no emergency. */
  enter(actor: Actor, input: EnterInput): Promise<EnteredView> {
    return this.work.run(actor, async (work) => {
      const kind = byLetter[input.reference[0]?.toUpperCase() ?? ''];
      const reference = input.reference.toUpperCase();
      const [row] = kind && !actor.lowRisk ? await rowsOf(work.manager, kind.row, 'WHERE r.reference = :reference', { reference }) : [];
      const around = kind && row?.teamId === actor.teamId ? await this.circles.around(work, kind.name, row.id) : [];
      const [first] = around;
      // A circle under seal lets nobody in, and says so to nobody either.
      if (!kind || !row || !first || around.some((circle) => circle.closedToAllSince)) return work.refuse({ act: 'emergency.refused', kind: 'emergency', recordId: null }, Problem.notFound());
      const [id, endsAt] = [newId(work.now), addHours(work.now, HOURS)];
      for (const circle of around) await this.circles.addMember(work, circle.id, actor.id, endsAt);
      const ownerId = await this.ownerOf(work, first);
      const key = await this.vault.keyFor(work.manager, actor.id, work.now);
      const entry = { id, staffId: actor.id, kind: kind.name, recordId: row.id, ownerId, sealed: seal(key, input.reason, `emergency:${id}`) };
      await putRows(work.manager, EmergencyEntry, [{ ...entry, enteredAt: work.now, endsAt, answeredAt: null, answeredBy: null, justified: null }]);
      const told = [ownerId, ...(await overseersBut(work, actor.id))].filter((one) => one !== actor.id);
      await this.notices.tell(work, told, 'emergency.entered', { staff: actor.id, link: '/emergency' });
      work.note({ act: 'emergency.entered', kind: kind.name, recordId: row.id, facts: { entry: id } });
      return { kind: kind.name, recordId: row.id, endsAt };
    });
  }

  /**
   * What the owner, or a manager, says of an entry; what was not justified ends at once.
   * @throws Problem `not_found` for who is neither, or entered themself; `approval.over` (409)
   */
  answer(actor: Actor, id: string, justified: boolean): Promise<void> {
    return this.work.run(actor, async (work) => {
      const [entry] = isId(id) ? await rowsOf(work.manager, EmergencyEntry, `WHERE r.id = :id AND ${OF_TEAM}`, { id, team: actor.teamId }) : [];
      if (!entry || !this.mayAnswer(actor, entry)) throw Problem.notFound();
      const update = work.manager.createQueryBuilder().update(EmergencyEntry).set({ answeredAt: work.now, answeredBy: actor.id, justified });
      const answered = await update.where('id = :id AND answered_at IS NULL', { id }).execute();
      if (answered.affected !== 1) throw new Problem('approval.over', { status: 409 });
      if (!justified) await this.end(work, entry);
      await this.notices.tell(work, [entry.staffId], 'emergency.answered');
      work.note({ act: justified ? 'emergency.justified' : 'emergency.not_justified', kind: entry.kind, recordId: entry.recordId, facts: { entry: id } });
    });
  }

  /** Entries that wait for the actor's answer, and the actor's own; the newest first. */
  async list(actor: Actor): Promise<{ waiting: EmergencyEntryView[]; own: EmergencyEntryView[] }> {
    const open = await rowsOf(this.reader, EmergencyEntry, `WHERE r.answered_at IS NULL AND ${OF_TEAM} ORDER BY r.id DESC LIMIT ${SHOWN}`, { team: actor.teamId });
    const own = await rowsOf(this.reader, EmergencyEntry, `WHERE r.staff_id = :me ORDER BY r.id DESC LIMIT ${SHOWN}`, { me: actor.id });
    const waiting = open.filter((entry) => this.mayAnswer(actor, entry));
    const note = { act: 'emergency.listed', kind: 'emergency', recordId: null, facts: { count: waiting.length + own.length } };
    await this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
    return { waiting: await this.shown(waiting), own: await this.shown(own) };
  }

  private mayAnswer(actor: Actor, entry: EmergencyEntry): boolean {
    return !actor.lowRisk && entry.staffId !== actor.id && (entry.ownerId === actor.id || actor.permissions.has('emergency.review'));
  }

  private async ownerOf(work: Work, { id, openedBy }: Circle): Promise<string> {
    const [led] = await rowsOf(work.manager, Case, 'WHERE r.circle_id = :id', { id });
    return led?.leadId ?? openedBy;
  }

  private async end(work: Work, { staffId, endsAt }: EmergencyEntry): Promise<void> {
    const members = await rowsOf(work.manager, CircleMember, 'WHERE r.staff_id = :staffId AND r.ends_at = :endsAt AND r.ended_at IS NULL', { staffId, endsAt });
    for (const { id } of members) await run(work.manager, 'UPDATE circle_member SET ended_at = :now, ended_by = :by WHERE id = :id', { now: work.now, by: work.actor.id, id });
  }

  private async shown(entries: readonly EmergencyEntry[]): Promise<EmergencyEntryView[]> {
    const keys = await this.vault.keysOf(this.reader, entries.map(({ staffId }) => staffId));
    return entries.map(({ sealed, ...entry }) => {
      const key = keys.get(entry.staffId);
      return { ...entry, reason: key && sealed ? unseal(key, sealed, `emergency:${entry.id}`) : '' };
    });
  }
}
