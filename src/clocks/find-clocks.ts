import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { childOf, Reach, type ReachedKind } from '../access/public.js';
import { Detention, detentionKind, type DetentionView } from '../detentions/public.js';
import type { Individual } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { Given } from '../kernel/text/public.js';
import { addHours, Clock as Time, type Instant } from '../kernel/time/public.js';
import { clockView, reviewOf, stateAt, type ClockRowView, type ClockView } from './clock.view.js';
import { DetentionClock } from './detention-clock.entity.js';
import { evaluateClocks } from './evaluate-clocks.js';
import { factsOfView } from './facts-of-detention.js';
import { KnownPacks, nameOf } from './known-packs.js';
import type { PackedRule } from './rule-pack.js';
import { RuleReviews } from './rule-reviews.js';

/** Groups of the board. `open`: the time runs, or nobody recorded that it was kept. */
export const clockGroups = ['open', 'may_have_passed', 'next', 'later', 'may', 'passed', 'met'] as const;
export type ClockGroup = (typeof clockGroups)[number];

/** "Next" on the board. */
const NEXT_HOURS = 6;

export class ClockBoardInput extends PageInput {
  @Given()
  @IsIn(clockGroups)
  group?: ClockGroup;

  @Given()
  @IsIn(['authorities', 'us'])
  against?: 'authorities' | 'us';

  @Given()
  @Matches(/^[a-z][a-z0-9.-]{3,60}$/)
  rule?: string;

  /** Only clocks whose conditions are all known. */
  @Given()
  @IsIn(['yes'])
  sure?: 'yes';

  /** `due` (the default) or `-due`. */
  @Given()
  @Matches(/^-?due$/)
  sort?: string;
}

/** Kept deadlines are reached through their detention; they are no records of their own. */
const clockRows = { name: 'detention', row: DetentionClock, reach: childOf('detention', 'detention_id', detentionKind.reach) } as unknown as ReachedKind<RecordRow, object>;

type Born = Pick<Individual, 'bornEarliest' | 'bornLatest' | 'minor'>;

/** Reads clocks: of one detention computed anew, of all of them from what is kept. */
@Injectable()
export class FindClocks {
  constructor(
    private readonly reach: Reach,
    private readonly packs: KnownPacks,
    private readonly reviews: RuleReviews,
    private readonly time: Time,
  ) {}

  /** Of a detention somebody has already been shown, as of a moment. */
  async of(actor: Actor, stay: DetentionView, born: Born | null, now: Instant = this.time.now()): Promise<ClockView[]> {
    const [packs, confirmed] = [await this.packs.all(), await this.reviews.confirmations(actor)];
    return evaluateClocks(packs, factsOfView(stay, born), now).map((clock) => clockView(clock, confirmed(clock.told.packed), actor.language));
  }

  /** Every deadline within reach, the nearest first. */
  async board(actor: Actor, input: ClockBoardInput): Promise<PageOf<ClockRowView>> {
    const now = this.time.now();
    const query = this.reach.list(actor, clockRows, 'k');
    const { group = 'open', against, rule, sure } = input;
    const settled = { met: 'within', passed: 'exceeds', may: 'may_exceed' }[group as 'met'] ?? '';
    query.andWhere('k.settled = :settled', { settled });
    const [soon, next] = [{ now }, { next: addHours(now, NEXT_HOURS) }];
    if (group === 'may_have_passed') query.andWhere('k.dueEarliest <= :now', soon);
    if (group === 'next') query.andWhere('k.dueEarliest > :now AND k.dueEarliest <= :next', { ...soon, ...next });
    if (group === 'later') query.andWhere('k.dueEarliest > :next', next);
    if (against) query.andWhere('k.against = :against', { against });
    if (rule) query.andWhere('k.ruleId = :rule', { rule });
    if (sure) query.andWhere('k.conditional = :conditional', { conditional: false });
    const direction = input.sort === '-due' ? ('DESC' as const) : ('ASC' as const);
    const page = await pageOf(query as never, { by: 'dueEarliest', direction }, input, (row: DetentionClock) => row.dueEarliest);
    const rows: readonly DetentionClock[] = page.items;
    return { ...page, items: await this.shown(actor, rows, now) };
  }

  /** How many deadlines are in each group, for a home page. */
  async counts(actor: Actor): Promise<Readonly<Record<'may_have_passed' | 'next', number>>> {
    const now = this.time.now();
    const query = this.reach.list(actor, clockRows, 'k').select([]).andWhere(`k.settled = ''`);
    query.addSelect('SUM(CASE WHEN k.dueEarliest <= :now THEN 1 ELSE 0 END)', 'passed').addSelect('SUM(CASE WHEN k.dueEarliest > :now AND k.dueEarliest <= :next THEN 1 ELSE 0 END)', 'next');
    const row = await query.setParameters({ ...query.getParameters(), now, next: addHours(now, NEXT_HOURS) }).getRawOne<{ passed: string | null; next: string | null }>();
    return { may_have_passed: Number(row?.passed ?? 0), next: Number(row?.next ?? 0) };
  }

  private async shown(actor: Actor, rows: readonly DetentionClock[], now: Instant): Promise<ClockRowView[]> {
    const ids = [...new Set(rows.map((row) => row.detentionId))];
    if (ids.length === 0) return [];
    const stays: Detention[] = await this.reach.rows(actor, detentionKind, 'r.id IN (:...ids)', { ids });
    await this.reach.saw(actor, detentionKind, ids, 'listed');
    const [byId, rules, confirmed] = [new Map(stays.map((one) => [one.id, one])), await this.rules(), await this.reviews.confirmations(actor)];
    return rows.flatMap((row) => {
      const [stay, packed] = [byId.get(row.detentionId), rules.get(`${row.pack}/${row.ruleId}`)];
      if (!stay || !packed) return [];
      const { reference, individualId, countedAtLeast, countedAtMost } = stay;
      const { id, detentionId, ruleId, pack, conditional, settled, dueEarliest, dueLatest } = row;
      return {
        ...{ id, detentionId, reference, individualId, countedAtLeast, countedAtMost, ruleId, pack, conditional },
        ...{ label: packed.rule.label[actor.language], article: packed.rule.cite.article, against: packed.rule.against },
        ...{ review: reviewOf(packed, confirmed(packed)), state: stateAt(settled, dueEarliest, now) },
        ...{ dueEarliest: dueEarliest || null, dueLatest: dueLatest || null },
      };
    });
  }

  private async rules(): Promise<ReadonlyMap<string, PackedRule>> {
    const packs = await this.packs.all();
    return new Map(packs.flatMap((pack) => pack.rules.map((rule) => [`${nameOf(pack)}/${rule.id}`, { rule, pack }] as const)));
  }
}
