import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor/public.js';
import { FindOrganisations, organisationName } from '../../organisations/public.js';
import { Teams } from '../../staff/public.js';
import type { Option } from '../parts/public.js';
import { wordsFor } from '../words/words.js';

const OFFERED = 200;

/** Partners a consent may name, and an export may go to: teams on this installation that take cases, and organisations marked as partners. */
@Injectable()
export class PartnerChoices {
  constructor(
    private readonly teams: Teams,
    private readonly organisations: FindOrganisations,
  ) {}

  async of(actor: Actor): Promise<Option[]> {
    const [teams, page] = await Promise.all([
      this.teams.partners(actor),
      actor.permissions.has('organisation.read') ? this.organisations.page(actor, { partner: 'yes', limit: OFFERED }) : { items: [] },
    ]);
    const words = wordsFor(actor.language);
    const here = teams.map(({ id, name }) => ({ value: id, label: words.say('consents.partner.here', { name: name || words.say('staff.team.home') }) }));
    return [...here, ...page.items.map((one) => ({ value: one.id, label: organisationName(one) }))];
  }

  /** What named partners are called, as far as the reader knows; those out of reach are left out. */
  async namesOf(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const [teams, organisations] = await Promise.all([this.teams.partners(actor), actor.permissions.has('organisation.read') ? this.organisations.byIds(actor, ids) : []]);
    return new Map([...teams.map(({ id, name }) => [id, name] as const), ...[...organisations].map(([id, one]) => [id, organisationName(one)] as const)]);
  }
}
