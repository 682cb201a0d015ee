import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Keys } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records, Versions, type OpenVersion } from '../kernel/record/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import type { Instant } from '../kernel/time/public.js';
import { IsCode } from '../vocabularies/public.js';
import { individualKind } from './individual.kind.js';
import { individualRow, individualView, type IndividualRowView, type IndividualView } from './individual.view.js';
import { nameTokens } from './name-tokens.js';

export class IndividualListInput extends PageInput {
  @Given()
  @CleanText(64)
  region?: string;

  @Given()
  @IsCode('sex')
  sex?: string;

  @Given()
  @IsCode('roles-of-person')
  role?: string;

  @Given()
  @IsIn(['yes'])
  minor?: 'yes';

  /** `-recorded` (newest first, the default), `recorded`, `reference`, `-reference`. */
  @Given()
  @Matches(/^-?(recorded|reference)$/)
  sort?: string;
}

export class IndividualSearchInput extends IndividualListInput {
  /** Any part of a name in any script. In the body, never in the address: addresses end up in logs. */
  @CleanText(200)
  name!: string;
}

const sortable = { recorded: 'recordedAt', reference: 'reference' } as const;

/** Reads individuals, always within the actor's reach, and logs what was shown. */
@Injectable()
export class FindIndividuals {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly keys: Keys,
  ) {}

  /** @throws Problem `record.not_yet_known` (404) when nobody had recorded the person by the moment asked for. */
  async one(actor: Actor, id: string, asOf: Instant | null = null): Promise<IndividualView> {
    const current = await this.reach.one(actor, individualKind, id);
    const [known] = asOf ? await this.versions.asKnownAt(this.reader, individualKind, [current], asOf) : [current];
    if (!known) throw new Problem('record.not_yet_known', { status: 404 });
    return individualView(actor, known);
  }

  /** Whether the actor reaches the person; asks nothing of the record and so leaves no entry. */
  async reached(actor: Actor, id: string): Promise<boolean> {
    return (await this.reach.covered(actor, individualKind, [id])).has(id);
  }

  /** With the masked fields somebody asked for; what leaves a trace of its own. */
  async revealed(actor: Actor, id: string, fields: readonly string[]): Promise<IndividualView> {
    return individualView(actor, await this.reach.revealed(actor, individualKind, id, fields), fields);
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, individualKind, id);
    await this.reach.saw(actor, individualKind, [id], 'history_seen');
    return this.versions.of(this.reader, individualKind, id);
  }

  async page(actor: Actor, input: IndividualListInput, name?: string): Promise<PageOf<IndividualRowView>> {
    const query = this.reach.list(actor, individualKind, 'i');
    if (input.region) query.andWhere('i.regionCode = :region', { region: input.region });
    if (input.sex) query.andWhere('i.sex = :sex', { sex: input.sex });
    if (input.minor) query.andWhere('i.minor = :minor', { minor: true });
    // A JSON list of codes: the quotes make the code whole, and codes hold no letters LIKE would treat specially but "_".
    if (input.role) query.andWhere(`i.roles LIKE :role ESCAPE '!'`, { role: `%"${input.role.replaceAll('_', '!_')}"%` });
    if (name !== undefined) {
      const tokens = nameTokens(this.keys, [name]);
      if (tokens.length === 0) return { items: [], next: null, previous: null };
      tokens.forEach((token, n) =>
        query.andWhere(`EXISTS (SELECT 1 FROM name_token t${n} WHERE t${n}.individual_id = i.id AND t${n}.token = :token${n})`, {
          [`token${n}`]: token,
        }),
      );
    }
    const sort = input.sort ?? '-recorded';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) };
    const page = await pageOf(query, order, input, (row) => row[by]);
    const known = await this.records.open(this.reader, individualKind, page.items);
    await this.reach.saw(actor, individualKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: known.map((one) => individualRow(actor, one)) };
  }

  /** Several by id, within reach, opened but not logged: for the page of another record that logs itself. */
  async several(actor: Actor, ids: readonly string[], asOf: Instant | null = null): Promise<ReadonlyMap<string, IndividualRowView>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const rows = await this.reach.rows(actor, individualKind, 'r.id IN (:...asked)', { asked });
    const known = asOf
      ? await this.versions.asKnownAt(this.reader, individualKind, rows, asOf)
      : await this.records.open(this.reader, individualKind, rows);
    return new Map(known.map((one) => [one.id, individualRow(actor, one)]));
  }
}
