import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Records } from '../kernel/record/public.js';
import { affiliationKind } from './organisation.kind.js';
import { affiliationView, type AffiliationView } from './organisation.view.js';

/** Beyond this a page of one record would no longer be a page; the oldest are shown. */
const SHOWN = 500;

/** Reads the ties between people and organisations: only where the actor reaches both ends. */
@Injectable()
export class FindAffiliations {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly reader: EntityManager,
  ) {}

  /** The ties of organisations or of persons; logged. */
  async of(actor: Actor, ends: { organisationIds: readonly string[] } | { individualIds: readonly string[] }): Promise<AffiliationView[]> {
    const [column, ids] = 'organisationIds' in ends ? ['organisationId', ends.organisationIds] : ['individualId', ends.individualIds];
    if (ids.length === 0) return [];
    const query = this.reach.list(actor, affiliationKind, 'a').andWhere({ [column]: In([...ids]) });
    const rows = await query.orderBy('a.recordedAt', 'ASC').addOrderBy('a.id', 'ASC').limit(SHOWN).getMany();
    const known = await this.records.open(this.reader, affiliationKind, rows);
    await this.reach.saw(actor, affiliationKind, rows.map((row) => row.id), 'listed');
    return known.map((one) => affiliationView(actor, one));
  }
}
