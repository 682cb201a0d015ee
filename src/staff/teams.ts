import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { HOME_TEAM, type Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { newId, putRows, rowsOf, run, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Staff } from './staff.entity.js';
import type { TeamView } from './staff.view.js';
import { Team } from './team.entity.js';

/** Offices and partner organisations on one installation. They see nothing of each other but the names of those that take cases. */
@Injectable()
export class Teams {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
  ) {}

  /** All of them for whoever keeps the installation, one's own otherwise; the oldest first. */
  async list(actor: Actor): Promise<TeamView[]> {
    const rows = await rowsOf(this.reader, Team, 'ORDER BY r.created_at, r.id');
    return this.shown(rows.filter((row) => isKeeper(actor) || row.id === actor.teamId));
  }

  /** @throws Problem `not_found` */
  async one(actor: Actor, id: string): Promise<TeamView> {
    const found = (await this.list(actor)).find((team) => team.id === id);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** Other teams that take cases. */
  async partners(actor: Actor): Promise<TeamView[]> {
    return this.shown(await rowsOf(this.reader, Team, 'WHERE r.contact_id IS NOT NULL AND r.id <> :own ORDER BY r.created_at, r.id', { own: actor.teamId }));
  }

  /** @throws Problem `team.home_only` (403) */
  create(actor: Actor, name: string): Promise<string> {
    keeperOnly(actor);
    return this.work.run(actor, async (work) => {
      const id = newId(work.now);
      await putRows(work.manager, Team, [{ id, sealed: await this.named(work, id, name), contactId: null, createdAt: work.now, createdBy: actor.id }]);
      work.note({ act: 'team.recorded', kind: 'team', recordId: id });
      return id;
    });
  }

  /**
   * Its name, and who takes the cases other teams share; null: nobody, and nobody is offered it.
   * @throws Problem `team.contact_elsewhere` (422) for somebody who cannot work on cases of this team.
   */
  change(actor: Actor, id: string, name: string, contactId: string | null): Promise<void> {
    if (id !== actor.teamId) keeperOnly(actor);
    return this.work.run(actor, async (work) => {
      const [row] = await rowsOf(work.manager, Team, 'WHERE r.id = :id', { id });
      if (!row) throw Problem.notFound();
      if (contactId !== null) await this.checkContact(work, id, contactId);
      await run(work.manager, 'UPDATE team SET sealed = :sealed, contact_id = :contactId WHERE id = :id', { id, contactId, sealed: await this.named(work, id, name) });
      work.note({ act: 'team.revised', kind: 'team', recordId: id, facts: { contact: contactId ?? '' } });
    });
  }

  /** @throws Problem `team.no_contact` (422) for a team that takes no cases, one's own, or none at all: alike. */
  async contactOf(work: Work, teamId: string): Promise<string> {
    const [row] = await rowsOf(work.manager, Team, 'WHERE r.id = :teamId AND r.id <> :own', { teamId, own: work.actor.teamId });
    if (!row?.contactId) throw new Problem('team.no_contact', { status: 422, fields: [{ field: 'teamId', code: 'team.no_contact' }] });
    return row.contactId;
  }

  /** Empty for none such, and for the team that was there first until somebody names it. */
  async nameOf({ manager }: Pick<Work, 'manager'>, id: string): Promise<string> {
    const [row] = await rowsOf(manager, Team, 'WHERE r.id = :id', { id });
    const key = row?.sealed ? (await this.vault.keysOf(manager, [id])).get(id) : undefined;
    return row?.sealed && key ? unseal(key, row.sealed, `team:${id}`) : '';
  }

  private async checkContact(work: Work, teamId: string, staffId: string): Promise<void> {
    const where = `WHERE r.id = :staffId AND r.team_id = :teamId AND r.disabled_at IS NULL AND r.role IN ('caseworker', 'lawyer', 'manager')`;
    const fits = await rowsOf(work.manager, Staff, where, { staffId, teamId });
    if (fits.length === 0) throw new Problem('team.contact_elsewhere', { status: 422, fields: [{ field: 'contactId', code: 'team.contact_elsewhere' }] });
  }

  private async named(work: Work, id: string, name: string): Promise<string> {
    return seal(await this.vault.keyFor(work.manager, id, work.now), name, `team:${id}`);
  }

  private async shown(rows: readonly Team[]): Promise<TeamView[]> {
    const keys = await this.vault.keysOf(this.reader, rows.map(({ id }) => id));
    return rows.map(({ id, sealed, contactId }) => {
      const key = keys.get(id);
      return { id, name: sealed && key ? unseal(key, sealed, `team:${id}`) : '', contactId, isHome: id === HOME_TEAM };
    });
  }
}

/** Administrators of the team that was there first keep the installation, and with it the other teams. */
export const isKeeper = (actor: Actor): boolean => actor.role === 'system' || (actor.role === 'administrator' && actor.teamId === HOME_TEAM);

export function keeperOnly(actor: Actor): void {
  if (!isKeeper(actor)) throw new Problem('team.home_only', { status: 403 });
}
