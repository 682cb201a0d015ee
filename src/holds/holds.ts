import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { mayRead, Reach, type ReachedKind } from '../access/public.js';
import { Approvals } from '../approvals/public.js';
import { caseKind } from '../cases/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { isId, newId, putRows, rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { RecordRow } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { daysIn, readDay, type Instant } from '../kernel/time/public.js';
import { sourceKind } from '../sources/public.js';
import type { SetHoldInput } from './hold.input.js';
import type { HoldView } from './hold.view.js';
import { holdsOver, STANDING } from './holds-over.js';
import { LegalHold, type HeldKind } from './legal-hold.entity.js';

type AnyKind = ReachedKind<RecordRow, object>;

const kinds = { individual: individualKind, source: sourceKind, case: caseKind, incident: incidentKind } as unknown as Readonly<Record<HeldKind, AnyKind>>;

const HOURS = 72;
const SHOWN = 200;

/** Holds: what may be evidence is kept, whoever asks for its erasure and whatever period has run out. */
@Injectable()
export class Holds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly vault: SubjectVault,
    private readonly approvals: Approvals,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    approvals.register({ kind: 'hold.release', mayApprove: 'erasure.decide', hours: HOURS, carryOut: (work, { subject }) => this.release(work, subject) });
  }

  /** @throws Problem `hold.in_the_past` (422), `not_found` for what is out of reach */
  set(actor: Actor, { kind, recordId, reason, until }: SetHoldInput): Promise<string> {
    return this.work.run(actor, async (work) => {
      const record = await this.reach.within(work, kinds[kind], recordId);
      if (record.erased) throw new Problem('record.erased', { status: 409 });
      const endsAt = until ? this.endOf(until, work.now) : null;
      const id = newId(work.now);
      const key = await this.vault.keyFor(work.manager, record.subject, work.now);
      const row = { id, kind, recordId, teamId: record.teamId, subject: record.subject, sealed: seal(key, reason, `hold:${id}`) };
      await putRows(work.manager, LegalHold, [{ ...row, setAt: work.now, setBy: actor.id, endsAt, releasedAt: null, releasedBy: null }]);
      work.note({ act: 'hold.set', kind, recordId, facts: { hold: id } });
      return id;
    });
  }

  /**
   * Asks for a release. It takes two: whoever asks may set holds, whoever agrees decides on erasure.
   * @throws Problem `not_found`
   */
  askToRelease(actor: Actor, id: string, reason: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const hold = await this.standing(work, id);
      const { reference } = await this.reach.within(work, kinds[hold.kind] as ReachedKind<RecordRow & { reference: string }, object>, hold.recordId);
      return this.approvals.proposeIn(work, { kind: 'hold.release', subject: id, facts: { record: hold.recordId, what: hold.kind, reference }, reason });
    });
  }

  /** Holds that stand on one record itself, for who reaches it. */
  async on(actor: Actor, kind: HeldKind, recordId: string): Promise<HoldView[]> {
    const rows = await rowsOf(this.reader, LegalHold, `WHERE r.kind = :kind AND r.record_id = :recordId AND ${STANDING} ORDER BY r.id`, { kind, recordId, now: this.work.clock.now() });
    return this.shown(actor, rows);
  }

  /** Holds that keep a person or a source from being erased, its cases' and incidents' among them; no reasons. */
  over(kind: 'individual' | 'source', recordId: string, manager: EntityManager = this.reader): Promise<LegalHold[]> {
    return holdsOver(manager, kind, recordId, this.work.clock.now());
  }

  /** All that stand in the actor's team on what the actor reaches; the newest first. */
  async list(actor: Actor): Promise<HoldView[]> {
    const rows = await rowsOf(this.reader, LegalHold, `WHERE r.team_id = :team AND ${STANDING} ORDER BY r.id DESC LIMIT ${SHOWN}`, { team: actor.teamId, now: this.work.clock.now() });
    const reached = new Set<string>();
    for (const kind of Object.keys(kinds) as HeldKind[]) {
      for (const id of await this.reach.covered(actor, kinds[kind], rows.filter((row) => row.kind === kind).map(({ recordId }) => recordId))) reached.add(id);
    }
    const near = rows.filter(({ recordId }) => reached.has(recordId));
    await this.work.log([{ act: 'hold.listed', kind: 'hold', recordId: null, facts: { count: near.length }, actor, at: this.work.clock.now() }]);
    return this.shown(actor, near);
  }

  private async release(work: Work, id: string): Promise<void> {
    const { kind, recordId } = await this.standing(work, id);
    await work.manager.update(LegalHold, { id }, { releasedAt: work.now, releasedBy: work.actor.id });
    work.note({ act: 'hold.released', kind, recordId, facts: { hold: id } });
  }

  private async standing(work: Work, id: string): Promise<LegalHold> {
    const [hold] = isId(id) ? await rowsOf(work.manager, LegalHold, `WHERE r.id = :id AND ${STANDING}`, { id, now: work.now }) : [];
    if (!hold) throw Problem.notFound();
    return hold;
  }

  private endOf(day: string, now: Instant): Instant {
    const read = readDay(day);
    const end = read ? daysIn(this.settings.zone, read).latest : null;
    if (!end || end <= now) throw new Problem('hold.in_the_past', { status: 422, fields: [{ field: 'until', code: 'hold.in_the_past' }] });
    return end;
  }

  private async shown(actor: Actor, rows: readonly LegalHold[]): Promise<HoldView[]> {
    const keys = await this.vault.keysOf(this.reader, rows.map(({ subject }) => subject));
    return rows.map(({ id, kind, recordId, setAt, setBy, endsAt, subject, sealed }) => {
      const key = mayRead(actor, 'narrative') && sealed ? keys.get(subject) : undefined;
      return { id, kind, recordId, setAt, setBy, endsAt, reason: key ? unseal(key, sealed, `hold:${id}`) : null };
    });
  }
}
