import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { EntityManager, In } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records, Versions, type OpenVersion } from '../kernel/record/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { sourceKind } from '../sources/public.js';
import { IsCode } from '../vocabularies/public.js';
import { HeadCount, type Incident } from './incident.entity.js';
import { headCountKind, incidentKind } from './incident.kind.js';
import { headCountView, incidentRow, incidentView, type HeadCountView, type IncidentRowView, type IncidentView, type KnownCount } from './incident.view.js';
import { betweenDays, zonesInUse } from './local-days.js';
import { reportedOf } from './reported.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class IncidentListInput extends PageInput {
  @Given()
  @IsCode('incident-kinds')
  kind?: string;

  @Given()
  @CleanText(64)
  region?: string;

  /** Incidents that can have begun on this day, by the clocks of their place, or later. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  /** Whether any source says how many were detained. */
  @Given()
  @IsIn(['yes', 'no'])
  counted?: 'yes' | 'no';

  /** `-start` (latest first, the default), `start`, `reference`, `-reference`, `recorded`, `-recorded`. */
  @Given()
  @Matches(/^-?(start|reference|recorded)$/)
  sort?: string;
}

const sortable = { start: 'start.earliest', reference: 'reference', recorded: 'recordedAt' } as const;

/** Reads incidents, always within the actor's reach, and logs what was shown. */
@Injectable()
export class FindIncidents {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
  ) {}

  async one(actor: Actor, id: string): Promise<IncidentView> {
    const known = await this.reach.one(actor, incidentKind, id);
    const counts = await this.countsOf(id);
    const sources = await this.sourcesSeen(actor, [...known.sourceIds, ...counts.flatMap(({ sourceId }) => sourceId ?? [])]);
    return incidentView(actor, known, counts, sources);
  }

  async headCounts(actor: Actor, id: string): Promise<HeadCountView[]> {
    return (await this.one(actor, id)).headCounts;
  }

  /** One count of an incident. @throws Problem `not_found`, also for a count of another incident. */
  async headCount(actor: Actor, incidentId: string, id: string): Promise<HeadCountView> {
    await this.reach.one(actor, incidentKind, incidentId);
    const count = await this.reach.peek(actor, headCountKind, id);
    if (count.incidentId !== incidentId) throw Problem.notFound();
    return headCountView(count, await this.sourcesSeen(actor, count.sourceId ? [count.sourceId] : []));
  }

  async page(actor: Actor, input: IncidentListInput): Promise<PageOf<IncidentRowView>> {
    const query = this.reach.list(actor, incidentKind, 'i');
    if (input.kind) query.andWhere('i.kind = :kind', { kind: input.kind });
    if (input.region) query.andWhere('i.regionCode = :region', { region: input.region });
    if (input.from || input.to) betweenDays(query, await zonesInUse(this.reader), input);
    const counted = 'EXISTS (SELECT 1 FROM head_count hc WHERE hc.incident_id = i.id)';
    if (input.counted) query.andWhere(input.counted === 'yes' ? counted : `NOT ${counted}`);
    const sort = input.sort ?? '-start';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const), nullable: by === 'start.earliest' };
    const page = await pageOf(query, order, input, (row) => (by === 'start.earliest' ? row.start.earliest : row[by]));
    const ids = page.items.map((row) => row.id);
    const [known, reported] = await Promise.all([this.records.open(this.reader, incidentKind, page.items), reportedOf(this.reader, ids)]);
    await this.reach.saw(actor, incidentKind, ids, 'listed');
    return { ...page, items: known.map((one) => incidentRow(one, reported.get(one.id))) };
  }

  /** Several by id, within reach, opened but not logged: for the page of another record that logs itself. */
  async several(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, IncidentRowView>> {
    const asked = [...new Set(ids.filter((id) => id !== null))];
    if (asked.length === 0) return new Map();
    const rows: Incident[] = await this.reach.list(actor, incidentKind, 'i').andWhere({ id: In(asked) }).getMany();
    const reported = await reportedOf(this.reader, rows.map((row) => row.id));
    const known = await this.records.open(this.reader, incidentKind, rows);
    return new Map(known.map((one) => [one.id, incidentRow(one, reported.get(one.id))]));
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, incidentKind, id);
    await this.reach.saw(actor, incidentKind, [id], 'history_seen');
    return this.versions.of(this.reader, incidentKind, id);
  }

  private async countsOf(incidentId: string): Promise<KnownCount[]> {
    const rows = await this.reader.find(HeadCount, { where: { incidentId }, order: { recordedAt: 'ASC', id: 'ASC' } });
    return this.records.open(this.reader, headCountKind, rows);
  }

  private sourcesSeen(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.reach.covered(actor, sourceKind, ids);
  }
}
