import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { EntityManager, In } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records, Versions, type OpenVersion } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { sourceKind } from './source.kind.js';
import { sourceRow, sourceView, type SourceRowView, type SourceView } from './source.view.js';

export class SourceListInput extends PageInput {
  @Given()
  @IsCode('source-kinds')
  kind?: string;

  @Given()
  @IsCode('reliability')
  reliability?: string;

  @Given()
  @IsIn(['yes', 'no'])
  protected?: 'yes' | 'no';

  /** `-recorded` (newest first, the default), `recorded`, `reference`, `-reference`. */
  @Given()
  @Matches(/^-?(recorded|reference)$/)
  sort?: string;
}

const sortable = { recorded: 'recordedAt', reference: 'reference' } as const;

/** Reads sources, always within the actor's reach, and logs what was shown. */
@Injectable()
export class FindSources {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
  ) {}

  async one(actor: Actor, id: string): Promise<SourceView> {
    return sourceView(actor, await this.reach.one(actor, sourceKind, id));
  }

  /** With the masked fields somebody asked for; what leaves a trace of its own. */
  async revealed(actor: Actor, id: string, fields: readonly string[]): Promise<SourceView> {
    return sourceView(actor, await this.reach.revealed(actor, sourceKind, id, fields), fields);
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, sourceKind, id);
    await this.reach.saw(actor, sourceKind, [id], 'history_seen');
    return this.versions.of(this.reader, sourceKind, id);
  }

  async page(actor: Actor, input: SourceListInput): Promise<PageOf<SourceRowView>> {
    const query = this.reach.list(actor, sourceKind, 's');
    if (input.kind) query.andWhere('s.kind = :kind', { kind: input.kind });
    if (input.reliability) query.andWhere('s.reliability = :reliability', { reliability: input.reliability });
    if (input.protected) query.andWhere('s.protected = :protected', { protected: input.protected === 'yes' });
    const sort = input.sort ?? '-recorded';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) };
    const page = await pageOf(query, order, input, (row) => row[by]);
    const known = await this.records.open(this.reader, sourceKind, page.items);
    await this.reach.saw(actor, sourceKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: known.map((one) => sourceRow(actor, one)) };
  }

  /** Several by id, within reach, opened but not logged: for the page of another record that logs itself. */
  async byIds(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, SourceRowView>> {
    const asked = [...new Set(ids.filter((id) => id !== null))];
    if (asked.length === 0) return new Map();
    const rows = await this.reach.list(actor, sourceKind, 's').andWhere({ id: In(asked) }).getMany();
    const known = await this.records.open(this.reader, sourceKind, rows);
    return new Map(known.map((one) => [one.id, sourceRow(actor, one)]));
  }

  /** The latest within reach, for a picker beside a fact. Logged, because the picker shows them. */
  async latest(actor: Actor, limit = 50): Promise<SourceRowView[]> {
    return [...(await this.page(actor, { limit })).items];
  }
}
