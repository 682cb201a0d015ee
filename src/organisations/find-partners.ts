import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { Teams } from '../staff/public.js';
import { FindOrganisations } from './find-organisations.js';
import { organisationName } from './organisation.view.js';

const OFFERED = 200;

export interface Partner {
  readonly id: string;
  /** Empty: the team that was there first, which nobody has named. */
  readonly name: string;
  /** A team that takes cases on this installation; an organisation otherwise. */
  readonly here: boolean;
}

/** Whom a consent may name and a file or a briefing may go to: teams on this installation that take cases, and organisations marked as partners. */
@Injectable()
export class FindPartners {
  constructor(
    private readonly teams: Teams,
    private readonly organisations: FindOrganisations,
  ) {}

  async all(actor: Actor): Promise<Partner[]> {
    const [teams, page] = await Promise.all([
      this.teams.partners(actor),
      actor.permissions.has('organisation.read') ? this.organisations.page(actor, { partner: 'yes', limit: OFFERED }) : { items: [] },
    ]);
    return [...teams.map(({ id, name }) => ({ id, name, here: true })), ...page.items.map((one) => ({ id: one.id, name: organisationName(one), here: false }))];
  }

  /** What named partners are called, as far as the reader knows; those out of reach are left out. */
  async namesOf(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const [teams, organisations] = await Promise.all([this.teams.partners(actor), actor.permissions.has('organisation.read') ? this.organisations.byIds(actor, ids) : []]);
    return new Map([...teams.map(({ id, name }) => [id, name] as const), ...[...organisations].map(([id, one]) => [id, organisationName(one)] as const)]);
  }

  async nameOf(actor: Actor, id: string | null): Promise<string | null> {
    return id === null ? null : ((await this.namesOf(actor, [id])).get(id) ?? null);
  }
}
