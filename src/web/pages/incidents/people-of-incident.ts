import { Injectable } from '@nestjs/common';
import { Reach } from '../../../access/public.js';
import { detentionKind, FindDetentions, type DetentionRowView } from '../../../detentions/public.js';
import { FindIndividuals, type IndividualRowView } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';

/** Who is known of an incident, as far as the viewer reaches them. */
export interface PeopleOfIncident {
  /** Different people recorded as detained there. */
  readonly known: number;
  /** The first of the detentions. */
  readonly detentions: readonly DetentionRowView[];
  readonly more: boolean;
  readonly people: ReadonlyMap<string, IndividualRowView>;
}

const SHOWN = 50;

/** Reads the detentions of an incident and counts the people, in a fixed number of queries. */
@Injectable()
export class FindPeopleOfIncident {
  constructor(
    private readonly reach: Reach,
    private readonly detentions: FindDetentions,
    private readonly individuals: FindIndividuals,
  ) {}

  /** null for those who may not read detentions at all. */
  async of(actor: Actor, incidentId: string): Promise<PeopleOfIncident | null> {
    if (!actor.permissions.has('detention.read')) return null;
    const counted = await this.reach
      .list(actor, detentionKind, 'd')
      .andWhere('d.incidentId = :incidentId', { incidentId })
      .select('COUNT(DISTINCT d.individualId)', 'known')
      .getRawOne<{ known: string | number }>();
    const page = await this.detentions.page(actor, { incident: incidentId, limit: SHOWN, sort: 'start' });
    const people = await this.individuals.several(actor, page.items.flatMap((row) => row.individualId ?? []));
    return { known: Number(counted?.known ?? 0), detentions: page.items, more: page.next !== null, people };
  }
}
