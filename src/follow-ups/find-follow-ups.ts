import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { Clock } from '../kernel/time/public.js';
import { IsCode, vocabulary } from '../vocabularies/public.js';
import { followUpKind } from './follow-up-action.kind.js';
import { followUpView, type FollowUpView } from './follow-up.view.js';

const anId = /^[0-9a-f-]{36}$/;

export class FollowUpListInput extends PageInput {
  @Given()
  @IsIn(['mine', 'all'])
  owner?: 'mine' | 'all';

  @Given()
  @IsIn(['open', 'overdue', 'all'])
  show?: 'open' | 'overdue' | 'all';

  @Given()
  @IsCode('follow-up-kinds')
  kind?: string;

  @Given()
  @Matches(anId)
  case?: string;

  @Given()
  @Matches(anId)
  individual?: string;

  @Given()
  @Matches(anId)
  detention?: string;

  /** `due` (the default), `-due`, `recorded`, `-recorded`. */
  @Given()
  @Matches(/^-?(due|recorded)$/)
  sort?: string;
}

const closed = (): string[] => vocabulary('follow-up-statuses').values.filter((value) => value.closed === true).map((value) => value.code);

/** Reads follow-up actions, always within reach of their subject. */
@Injectable()
export class FindFollowUps {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
  ) {}

  async one(actor: Actor, id: string): Promise<FollowUpView> {
    return followUpView(actor, await this.reach.one(actor, followUpKind, id), this.clock.now());
  }

  async page(actor: Actor, input: FollowUpListInput): Promise<PageOf<FollowUpView>> {
    const now = this.clock.now();
    const query = this.reach.list(actor, followUpKind, 'f');
    if (input.owner === 'mine') query.andWhere('f.ownerId = :me', { me: actor.id });
    if ((input.show ?? 'open') !== 'all') query.andWhere('f.status NOT IN (:...closed)', { closed: closed() });
    if (input.show === 'overdue') query.andWhere('f.due.latest < :now', { now });
    const equal = { kind: input.kind, caseId: input.case, individualId: input.individual, detentionId: input.detention };
    for (const [column, value] of Object.entries(equal)) if (value) query.andWhere(`f.${column} = :${column}`, { [column]: value });
    const sort = input.sort ?? 'due';
    const direction = sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const);
    const page = sort.endsWith('due')
      ? await pageOf(query, { by: 'due.latest', direction, nullable: true }, input, (row) => row.due.latest)
      : await pageOf(query, { by: 'recordedAt', direction }, input, (row) => row.recordedAt);
    const known = await this.records.open(this.reader, followUpKind, page.items);
    await this.reach.saw(actor, followUpKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: known.map((one) => followUpView(actor, one, now)) };
  }
}
