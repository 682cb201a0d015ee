import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { Circles, CircleRecord, Reach } from '../access/public.js';
import { detentionKind, FindDetentions, type DetentionView } from '../detentions/public.js';
import { FindIndividuals, individualKind, type IndividualRowView } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { pageOf, type PageOf } from '../kernel/http/public.js';
import { Records, Versions, type OpenVersion } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { sourceKind } from '../sources/public.js';
import { Accounts } from '../staff/public.js';
import { CaseDetention, CaseHandOver, CaseIndividual, type Case } from './case.entity.js';
import type { CaseListInput } from './case.input.js';
import { caseKind } from './case.kind.js';
import { caseRow, caseView, handOverView, type CaseRowView, type CaseView } from './case.view.js';

/** Who and what a case is about, as far as the reader reaches it. */
export interface CaseContents {
  readonly individuals: readonly IndividualRowView[];
  /** Of its people, and those put into the case themselves. */
  readonly detentions: readonly DetentionView[];
}

const sortable = { recorded: 'recordedAt', reference: 'reference', changed: 'changedAt' } as const;

/** Reads cases, always within the actor's reach, and logs what was shown. */
@Injectable()
export class FindCases {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly circles: Circles,
    private readonly accounts: Accounts,
    private readonly individuals: FindIndividuals,
    private readonly detentions: FindDetentions,
  ) {}

  /**
   * One case, now or as it was known at a past moment: who and what was on it then, in the words of then. Its members are
   * those of now, because only they reach it.
   * @throws Problem `record.not_yet_known` (404) when it had not been opened yet.
   */
  async one(actor: Actor, id: string, asOf: Instant | null = null): Promise<CaseView> {
    const current = await this.reach.one(actor, caseKind, id);
    const [known] = asOf ? await this.versions.asKnownAt(this.reader, caseKind, [current], asOf) : [current];
    if (!known) throw new Problem('record.not_yet_known', { status: 404 });
    const then = asOf ?? ('9999' as Instant);
    const [memberIds, people, stays, handOvers] = await Promise.all([
      this.circles.membersOf({ manager: this.reader }, known.circleId),
      this.reader.find(CaseIndividual, { where: { caseId: id }, order: { addedAt: 'ASC', individualId: 'ASC' } }),
      this.reader.find(CaseDetention, { where: { caseId: id }, order: { addedAt: 'ASC', detentionId: 'ASC' } }),
      this.reader.find(CaseHandOver, { where: { caseId: id }, order: { askedAt: 'DESC', id: 'DESC' } }),
    ]);
    const names = await this.accounts.namesOf(memberIds);
    return caseView(actor, known, {
      members: memberIds.map((staffId) => ({ staffId, name: names.get(staffId) ?? '' })),
      individualIds: people.filter((row) => row.addedAt <= then).map((row) => row.individualId),
      detentionIds: stays.filter((row) => row.addedAt <= then).map((row) => row.detentionId),
      handOvers: handOvers.filter((row) => row.askedAt <= then).map(handOverView),
    });
  }

  /** The people and detentions of a case somebody has opened, in a fixed number of queries; logged as a list. */
  async contents(actor: Actor, opened: Pick<CaseView, 'individualIds' | 'detentionIds'>, asOf: Instant | null = null): Promise<CaseContents> {
    const [people, theirs] = await Promise.all([
      this.individuals.several(actor, opened.individualIds, asOf),
      this.detentions.several(actor, { individualIds: opened.individualIds }, asOf),
    ]);
    const known = new Set(theirs.map((one) => one.id));
    const others = await this.detentions.several(actor, { ids: opened.detentionIds.filter((id) => !known.has(id)) }, asOf);
    const detentions = [...theirs, ...others];
    await Promise.all([
      this.reach.saw(actor, individualKind, [...people.keys()], 'listed'),
      this.reach.saw(actor, detentionKind, detentions.map((one) => one.id), 'listed'),
    ]);
    return { individuals: opened.individualIds.flatMap((id) => people.get(id) ?? []), detentions };
  }

  async page(actor: Actor, input: CaseListInput): Promise<PageOf<CaseRowView>> {
    const query = this.reach.list(actor, caseKind, 'c');
    const equal = { stage: input.stage, outcome: input.outcome, priority: input.priority, leadId: input.mine ? actor.id : undefined };
    for (const [column, value] of Object.entries(equal)) {
      if (value) query.andWhere(`c.${column} = :${column}`, { [column]: value });
    }
    const sort = input.sort ?? '-recorded';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) };
    const page = await pageOf(query, order, input, (row) => row[by]);
    await this.reach.saw(actor, caseKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: await this.rows(actor, page.items) };
  }

  /** Several by id, within reach, opened but not logged: for the page of another record that logs itself. */
  async several(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, CaseRowView>> {
    const asked = [...new Set(ids.filter((id) => id !== null))];
    if (asked.length === 0) return new Map();
    const rows = await this.rows(actor, await this.reach.rows(actor, caseKind, 'r.id IN (:...asked)', { asked }));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Sources hidden with a case, as far as the reader reaches them. */
  async sourceIds(actor: Actor, caseId: string): Promise<string[]> {
    const { circleId } = await this.reach.peek(actor, caseKind, caseId);
    const rows = await this.reader.findBy(CircleRecord, { circleId, kind: sourceKind.name });
    return [...(await this.reach.covered(actor, sourceKind, rows.map((row) => row.recordId)))].sort();
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, caseKind, id);
    await this.reach.saw(actor, caseKind, [id], 'history_seen');
    return this.versions.of(this.reader, caseKind, id);
  }

  private async rows(actor: Actor, rows: readonly Case[]): Promise<CaseRowView[]> {
    const [known, links] = await Promise.all([
      this.records.open(this.reader, caseKind, rows),
      rows.length === 0 ? [] : this.reader.findBy(CaseIndividual, { caseId: In(rows.map((row) => row.id)) }),
    ]);
    return known.map((one) => caseRow(actor, one, links.filter((link) => link.caseId === one.id).length));
  }
}
