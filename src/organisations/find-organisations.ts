import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { mayRead, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records, Versions, type OpenVersion } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { IsCode } from '../vocabularies/public.js';
import type { Organisation } from './organisation.entity.js';
import { organisationKind } from './organisation.kind.js';
import { organisationName, organisationRow, organisationView, type OrganisationRowView, type OrganisationView } from './organisation.view.js';
import { pageOfSorted } from './page-by-name.js';

/** Names are sealed, so sorting by name means opening them all first: up to this many, beyond it the reference sorts. */
export const SORTED_BY_NAME = 500;

export class OrganisationListInput extends PageInput {
  @Given()
  @IsCode('organisation-kinds')
  kind?: string;

  @Given()
  @IsRegion()
  region?: string;

  @Given()
  @IsIn(['yes', 'no'])
  partner?: 'yes' | 'no';

  /** `name` (the default, up to 500 organisations), `reference`, `-reference`, `recorded`, `-recorded`. */
  @Given()
  @Matches(/^(name|-?reference|-?recorded)$/)
  sort?: string;
}

const sortable = { reference: 'reference', recorded: 'recordedAt' } as const;

/** Reads organisations, always within the actor's reach, and logs what was shown. */
@Injectable()
export class FindOrganisations {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
  ) {}

  async one(actor: Actor, id: string): Promise<OrganisationView> {
    return organisationView(actor, await this.reach.one(actor, organisationKind, id));
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, organisationKind, id);
    await this.reach.saw(actor, organisationKind, [id], 'history_seen');
    return this.versions.of(this.reader, organisationKind, id);
  }

  /** `sortedByName` is false where there are too many, or the reader may not know the names. */
  async page(actor: Actor, input: OrganisationListInput): Promise<PageOf<OrganisationRowView> & { sortedByName: boolean }> {
    const byName = await this.smallEnough(actor, input);
    const page = byName ? await this.pageByName(actor, input, byName) : await this.pageByKey(actor, input);
    await this.reach.saw(actor, organisationKind, page.items.map((row) => row.id), 'listed');
    return { ...page, sortedByName: byName !== null };
  }

  /** Several by id, within reach, opened but not logged: for the page of another record that logs itself. */
  async byIds(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, OrganisationRowView>> {
    const asked = [...new Set(ids.filter((id) => id !== null))];
    if (asked.length === 0) return new Map();
    const rows = await this.reach.list(actor, organisationKind, 'o').andWhere({ id: In(asked) }).getMany();
    const known = await this.records.open(this.reader, organisationKind, rows);
    return new Map(known.map((one) => [one.id, organisationRow(actor, one)]));
  }

  /** Those marked as partners, opened but not logged, as `byIds`. */
  async partners(actor: Actor): Promise<OrganisationRowView[]> {
    const rows = await this.query(actor, { partner: 'yes' }).getMany();
    return (await this.records.open(this.reader, organisationKind, rows)).map((one) => organisationRow(actor, one));
  }

  private query(actor: Actor, input: OrganisationListInput): SelectQueryBuilder<Organisation> {
    const query = this.reach.list(actor, organisationKind, 'o');
    if (input.kind) query.andWhere('o.kind = :kind', { kind: input.kind });
    if (input.region) query.andWhere('o.regionCode = :region', { region: input.region });
    if (input.partner) query.andWhere('o.partner = :partner', { partner: input.partner === 'yes' });
    return query;
  }

  private async smallEnough(actor: Actor, input: OrganisationListInput): Promise<Organisation[] | null> {
    if ((input.sort ?? 'name') !== 'name' || !mayRead(actor, 'identity')) return null;
    const rows = await this.query(actor, input).limit(SORTED_BY_NAME + 1).getMany();
    return rows.length > SORTED_BY_NAME ? null : rows;
  }

  private async pageByName(actor: Actor, input: OrganisationListInput, rows: Organisation[]): Promise<PageOf<OrganisationRowView>> {
    const known = (await this.records.open(this.reader, organisationKind, rows)).map((one) => organisationRow(actor, one));
    const order = new Intl.Collator(actor.language, { numeric: true }).compare;
    known.sort((a, b) => order(organisationName(a), organisationName(b)) || (a.id < b.id ? -1 : 1));
    return pageOfSorted(known, input);
  }

  private async pageByKey(actor: Actor, input: OrganisationListInput): Promise<PageOf<OrganisationRowView>> {
    const sort = input.sort && input.sort !== 'name' ? input.sort : 'reference';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) };
    const page = await pageOf(this.query(actor, input), order, input, (row) => row[by]);
    const known = await this.records.open(this.reader, organisationKind, page.items);
    return { ...page, items: known.map((one) => organisationRow(actor, one)) };
  }
}
