import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { EntityManager } from 'typeorm';
import { Circles, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { CaseDetention, CaseIndividual } from './case.entity.js';
import { caseKind } from './case.kind.js';
import { caseRow, caseView, type CaseRowView, type CaseView } from './case.view.js';

export class CaseListInput extends PageInput {
  @Given()
  @IsCode('case-stages')
  stage?: string;

  @Given()
  @IsCode('case-outcomes')
  outcome?: string;

  @Given()
  @IsCode('priorities')
  priority?: string;

  /** Only those the asking person leads. */
  @Given()
  @IsIn(['yes'])
  mine?: 'yes';

  /** `-recorded` (newest first, the default), `recorded`, `reference`, `-reference`. */
  @Given()
  @Matches(/^-?(recorded|reference)$/)
  sort?: string;
}

const sortable = { recorded: 'recordedAt', reference: 'reference' } as const;

/** Reads cases: only those of whose circle the actor is a member. */
@Injectable()
export class FindCases {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly reader: EntityManager,
    private readonly circles: Circles,
  ) {}

  async one(actor: Actor, id: string): Promise<CaseView> {
    const known = await this.reach.one(actor, caseKind, id);
    const [memberIds, individuals, detentions] = await Promise.all([
      this.circles.membersOf({ manager: this.reader }, known.circleId),
      this.reader.find(CaseIndividual, { where: { caseId: id }, order: { addedAt: 'ASC' } }),
      this.reader.find(CaseDetention, { where: { caseId: id }, order: { addedAt: 'ASC' } }),
    ]);
    const individualIds = individuals.map((row) => row.individualId);
    return caseView(actor, known, { memberIds, individualIds, detentionIds: detentions.map((row) => row.detentionId) });
  }

  async page(actor: Actor, input: CaseListInput): Promise<PageOf<CaseRowView>> {
    const query = this.reach.list(actor, caseKind, 'c');
    const equal = { stage: input.stage, outcome: input.outcome, priority: input.priority, leadId: input.mine ? actor.id : undefined };
    for (const [column, value] of Object.entries(equal)) if (value) query.andWhere(`c.${column} = :${column}`, { [column]: value });
    const sort = input.sort ?? '-recorded';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const page = await pageOf(query, { by, direction: sort.startsWith('-') ? 'DESC' : 'ASC' }, input, (row) => row[by]);
    const known = await this.records.open(this.reader, caseKind, page.items);
    await this.reach.saw(actor, caseKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: known.map((one) => caseRow(actor, one)) };
  }
}
