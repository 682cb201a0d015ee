import { Injectable } from '@nestjs/common';
import { Matches } from 'class-validator';
import { EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Versions, type OpenVersion } from '../kernel/record/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { IsRegion } from './is-region.decorator.js';
import type { Place } from './place.entity.js';
import { placeKind } from './place.kind.js';
import { placeKey } from './place-rules.js';
import { placeRow, placeView, type PlaceRowView, type PlaceView } from './place.view.js';

export class PlaceListInput extends PageInput {
  /** Words of the name. Names of facilities are no personal words and may stand in an address. */
  @Given()
  @CleanText(100)
  q?: string;

  @Given()
  @IsRegion()
  region?: string;

  @Given()
  @IsCode('facility-kinds')
  kind?: string;

  /** `name` (the default), `-name`, `recorded`, `-recorded`. */
  @Given()
  @Matches(/^-?(name|recorded)$/)
  sort?: string;
}

const sortable = { name: 'nameKey', recorded: 'recordedAt' } as const;
const SUGGESTED = 20;

/** Reads places. They are no records about persons: showing them leaves no entry in the log. */
@Injectable()
export class FindPlaces {
  constructor(
    private readonly reach: Reach,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
  ) {}

  async one(actor: Actor, id: string): Promise<PlaceView> {
    return placeView(await this.reach.peek(actor, placeKind, id));
  }

  async page(actor: Actor, input: PlaceListInput): Promise<PageOf<PlaceRowView>> {
    const query = named(this.reach.list(actor, placeKind, 'p'), input.q);
    if (input.region) query.andWhere('p.regionCode = :region', { region: input.region });
    if (input.kind) query.andWhere('p.kind = :kind', { kind: input.kind });
    const sort = input.sort ?? 'name';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) };
    const page = await pageOf(query, order, input, (row) => row[by]);
    return { ...page, items: page.items.map(placeRow) };
  }

  /** For a picker: at most 20, those of the region first. */
  async suggestions(actor: Actor, q: string, region: string | null = null): Promise<PlaceRowView[]> {
    const query = named(this.reach.list(actor, placeKind, 'p'), q);
    if (region) query.addOrderBy('CASE WHEN p.regionCode = :near THEN 0 ELSE 1 END', 'ASC').setParameter('near', region);
    const rows = await query.addOrderBy('p.nameKey', 'ASC').addOrderBy('p.id', 'ASC').limit(SUGGESTED).getMany();
    return rows.map(placeRow);
  }

  async byIds(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, PlaceRowView>> {
    const asked = [...new Set(ids.filter((id) => id !== null))];
    if (asked.length === 0) return new Map();
    const rows = await this.reach.list(actor, placeKind, 'p').andWhere({ id: In(asked) }).getMany();
    return new Map(rows.map((row) => [row.id, placeRow(row)]));
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, placeKind, id);
    return this.versions.of(this.reader, placeKind, id);
  }
}

/** Every word must stand in the folded name; folding leaves nothing in it that LIKE would read as a pattern. */
function named(query: SelectQueryBuilder<Place>, q: string | undefined): SelectQueryBuilder<Place> {
  const words = placeKey(q ?? '').split(' ').filter(Boolean);
  words.forEach((word, n) => query.andWhere(`p.nameKey LIKE :word${n}`, { [`word${n}`]: `%${word}%` }));
  return query;
}
