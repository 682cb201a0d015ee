import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { Teams } from '../staff/public.js';
import { FindOrganisations } from './find-organisations.js';
import { organisationName, type OrganisationRowView } from './organisation.view.js';

const OFFERED = 200;

export interface Partner {
  readonly id: string;
  /** Empty: the team that was there first, which nobody has named. */
  readonly name: string;
  /** A team that takes cases on this installation; an organisation otherwise. */
  readonly here: boolean;
}

/** A partner with what a table may call it by; teams have no number. */
export interface NumberedPartner {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
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

  /** All of them, to be looked up in by a story that logs itself. A name the actor may not read is empty. */
  async numbered(actor: Actor): Promise<NumberedPartner[]> {
    const [teams, organisations] = await Promise.all([this.teams.partners(actor), actor.permissions.has('organisation.read') ? this.organisations.partners(actor) : []]);
    return [
      ...teams.map(({ id, name }) => ({ id, name, reference: null })),
      ...organisations.map(({ id, name, reference }) => ({ id, name: typeof name === 'string' ? name : '', reference })),
    ];
  }

  /** Which of these are on the list, for a story that logs itself. */
  async among(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const [teams, organisations] = await Promise.all([this.teams.partners(actor), actor.permissions.has('organisation.read') ? this.organisations.byIds(actor, ids) : new Map<string, OrganisationRowView>()]);
    const listed = new Set([...teams, ...[...organisations.values()].filter(({ partner }) => partner)].map(({ id }) => id));
    return new Set(ids.filter((id) => listed.has(id)));
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
