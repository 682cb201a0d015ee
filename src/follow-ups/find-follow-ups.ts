import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { pageOf, type PageOf } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records, Versions, type OpenVersion } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock, daysIn, readDay, type Instant } from '../kernel/time/public.js';
import type { StaffMember } from '../staff/public.js';
import { dueEdges, finishedStatuses, type DueEdges } from './due-group.js';
import type { FollowUpAction } from './follow-up-action.entity.js';
import { followUpKind } from './follow-up-action.kind.js';
import type { FollowUpListInput } from './follow-up.input.js';
import { followUpView, type FollowUpCountsView, type FollowUpView } from './follow-up.view.js';
import { pageByPriority } from './page-by-priority.js';
import { subjectKinds, type Subject } from './subject.js';
import { WhoReaches } from './who-reaches.js';

/** What a case is about: its tasks are those of all of it. */
interface Around {
  readonly caseId: string;
  readonly individualIds: readonly string[];
  readonly detentionIds: readonly string[];
}

/** Most tasks shown on a case's page; the list shows the others. */
const AROUND = 100;

/** Reads tasks, always within reach of what they are about, and logs what was shown. */
@Injectable()
export class FindFollowUps {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
    private readonly who: WhoReaches,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async one(actor: Actor, id: string): Promise<FollowUpView> {
    return followUpView(actor, await this.reach.one(actor, followUpKind, id), this.clock.now());
  }

  async page(actor: Actor, input: FollowUpListInput): Promise<PageOf<FollowUpView>> {
    const query = this.filtered(actor, input);
    const sort = input.sort ?? 'due';
    const direction = sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const);
    const page = sort.endsWith('priority')
      ? await pageByPriority(query, input, direction === 'DESC')
      : await pageOf(query, { by: 'due.latest', direction, nullable: true }, input, (row) => row.due.latest);
    return { ...page, items: await this.shown(actor, page.items) };
  }

  /** The tasks of a case, its people and its detentions, unfinished ones by due time and then the others. */
  async around(actor: Actor, { caseId, individualIds, detentionIds }: Around): Promise<FollowUpView[]> {
    const ways = ['r.case_id = :caseId', individualIds.length > 0 && 'r.individual_id IN (:...individualIds)', detentionIds.length > 0 && 'r.detention_id IN (:...detentionIds)'];
    const order = `CASE WHEN r.status IN (:...finished) THEN 1 ELSE 0 END, COALESCE(r.due_latest, 'none'), r.id`;
    const where = `(${ways.filter(Boolean).join(' OR ')}) ORDER BY ${order} LIMIT ${AROUND}`;
    const rows = await this.reach.rows(actor, followUpKind, where, { caseId, individualIds, detentionIds, finished: finishedStatuses });
    return this.shown(actor, rows);
  }

  /** How much is unfinished: one query, for a home page. */
  async counts(actor: Actor, input: Pick<FollowUpListInput, 'owner'> = {}): Promise<FollowUpCountsView> {
    const { now, today, week } = this.edges();
    const query = this.filtered(actor, input);
    const sums = {
      overdue: 'f.due_latest < :now',
      today: 'f.due_latest >= :now AND f.due_latest <= :today',
      week: 'f.due_latest > :today AND f.due_latest <= :week',
      later: 'f.due_latest > :week',
      undated: 'f.due_latest IS NULL',
    };
    query.select([]).setParameters({ ...query.getParameters(), now, today, week });
    for (const [name, condition] of Object.entries(sums)) query.addSelect(`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`, `n_${name}`);
    const row = (await query.getRawOne<Record<string, string | number | null>>()) ?? {};
    const number = (name: keyof typeof sums): number => Number(row[`n_${name}`] ?? 0);
    return { overdue: number('overdue'), today: number('today'), week: number('week'), later: number('later'), undated: number('undated') };
  }

  /** Who can be given a task about this. @throws Problem `not_found` when the asker does not reach it themselves. */
  async owners(actor: Actor, subject: Subject): Promise<StaffMember[]> {
    await this.reach.peek(actor, subjectKinds[subject.field], subject.id);
    return this.who.among(subject);
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, followUpKind, id);
    await this.reach.saw(actor, followUpKind, [id], 'history_seen');
    return this.versions.of(this.reader, followUpKind, id);
  }

  /** Where today and this week end, for putting tasks into groups. */
  edges(): DueEdges {
    return dueEdges(this.clock.now(), this.settings.zone);
  }

  private filtered(actor: Actor, input: FollowUpListInput): SelectQueryBuilder<FollowUpAction> {
    const query = this.reach.list(actor, followUpKind, 'f');
    const { owner, status = 'unfinished' } = input;
    if (owner === 'mine') query.andWhere('f.ownerId = :me', { me: actor.id });
    if (owner === 'none') query.andWhere('f.ownerId IS NULL');
    if (status === 'unfinished' || input.overdue) query.andWhere('f.status NOT IN (:...finished)', { finished: finishedStatuses });
    else if (status !== 'all') query.andWhere('f.status = :status', { status });
    if (input.overdue) query.andWhere('f.due_latest < :moment', { moment: this.clock.now() });
    const equal = { kind: input.kind, caseId: input.case, individualId: input.individual, detentionId: input.detention, incidentId: input.incident };
    for (const [column, value] of Object.entries(equal)) {
      if (value) query.andWhere(`f.${column} = :${column}`, { [column]: value });
    }
    if (input.from) query.andWhere('f.due_latest >= :from', { from: this.dayOf(input.from, 'from').earliest });
    if (input.to) query.andWhere('f.due_latest <= :to', { to: this.dayOf(input.to, 'to').latest });
    return query;
  }

  private dayOf(text: string, field: string): { earliest: Instant; latest: Instant } {
    const day = readDay(text);
    if (!day) throw new Problem('time.impossible_date', { status: 422, fields: [{ field, code: 'time.impossible_date' }] });
    return daysIn(this.settings.zone, day);
  }

  private async shown(actor: Actor, rows: readonly FollowUpAction[]): Promise<FollowUpView[]> {
    const known = await this.records.open(this.reader, followUpKind, rows);
    await this.reach.saw(actor, followUpKind, rows.map((row) => row.id), 'listed');
    const now = this.clock.now();
    return known.map((one) => followUpView(actor, one, now));
  }
}
