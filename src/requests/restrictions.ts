import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach, Restriction, RestrictionReading, restrictedAmong } from '../access/public.js';
import { individualKind, type Individual } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault } from '../kernel/crypto/public.js';
import { isId, newId, putRows, rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { addHours } from '../kernel/time/public.js';
import type { RestrictInput } from './data-request.input.js';
import type { RestrictionView } from './data-request.view.js';

const STANDS = 'WHERE r.individual_id = :individualId AND r.lifted_at IS NULL';

/** How long a record stays open to whoever gave a reason. */
const HOURS = 1;

/** Restricts the use of somebody's data, opens a restricted record for an hour with a reason, and lifts the restriction. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly vault: SubjectVault,
  ) {}

  /** @throws Problem `not_found`, `record.erased`, `restriction.already` (409) */
  set(actor: Actor, individualId: string, { ground, reason, requestId = null }: RestrictInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const person = await this.reach.within(work, individualKind, individualId);
      if (person.erased) throw new Problem('record.erased', { status: 409 });
      if ((await restrictedAmong(work.manager, [individualId])).size > 0) throw new Problem('restriction.already', { status: 409 });
      const id = newId(work.now);
      const sealed = await this.sealed(work, person.subject, reason, `restriction:${id}`);
      await putRows(work.manager, Restriction, [{ id, individualId, ground, sealed, requestId, setAt: work.now, setBy: actor.id, liftedAt: null, liftedBy: null }]);
      work.note({ act: 'restriction.set', kind: 'individual', recordId: individualId, facts: { ground } });
    });
  }

  /** @throws Problem `not_found` */
  lift(actor: Actor, individualId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const { restriction } = await this.near(work, individualId);
      await work.manager.update(Restriction, { id: restriction.id }, { liftedAt: work.now, liftedBy: actor.id });
      work.note({ act: 'restriction.lifted', kind: 'individual', recordId: individualId });
    });
  }

  /**
   * Opens a restricted record to the actor for an hour.
   * @throws Problem `not_found` for who would not reach the person otherwise
   */
  open(actor: Actor, individualId: string, reason: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const { restriction, person } = await this.near(work, individualId);
      const id = newId(work.now);
      const sealed = await this.sealed(work, person.subject, reason, `restriction-reading:${id}`);
      await putRows(work.manager, RestrictionReading, [{ id, restrictionId: restriction.id, individualId, staffId: actor.id, sealed, openedAt: work.now, endsAt: addHours(work.now, HOURS) }]);
      work.note({ act: 'restriction.opened', kind: 'individual', recordId: individualId, facts: { reading: id } });
    });
  }

  /** The restriction on somebody the actor would reach without it; null: there is none, or the person is out of reach. */
  async on(actor: Actor, individualId: string): Promise<RestrictionView | null> {
    if (!isId(individualId)) return null;
    const [row] = await rowsOf(this.reader, Restriction, STANDS, { individualId });
    if (!row || !(await this.wouldReach(actor, individualId, this.reader))) return null;
    const { id, ground, setAt, setBy } = row;
    return { id, individualId, ground, setAt, setBy };
  }

  private async near(work: Work, individualId: string): Promise<{ restriction: Restriction; person: Individual }> {
    const [restriction] = isId(individualId) ? await rowsOf(work.manager, Restriction, STANDS, { individualId }) : [];
    const person = restriction && (await this.wouldReach(work.actor, individualId, work.manager));
    if (!restriction || !person) return work.refuse({ act: 'individual.refused', kind: 'individual', recordId: isId(individualId) ? individualId : null }, Problem.notFound());
    return { restriction, person };
  }

  /** The same rule as ever, asked as if it had been opened already: a restriction hides the record and tells nobody new that it exists. */
  private async wouldReach(actor: Actor, id: string, manager: EntityManager): Promise<Individual | null> {
    const opened = individualKind.reach.sql('r').replaceAll('x.lifted_at IS NULL', '1 = 0');
    const params = { id, reachActor: actor.lowRisk ? '' : actor.id, reachTeam: actor.teamId, reachNow: this.work.clock.now() };
    const [row] = await rowsOf(manager, individualKind.row, `WHERE r.id = :id AND ${opened}`, params);
    return row ?? null;
  }

  private async sealed(work: Work, subject: string, text: string, context: string): Promise<string> {
    return seal(await this.vault.keyFor(work.manager, subject, work.now), text, context);
  }
}
