import { Injectable } from '@nestjs/common';
import { Matches } from 'class-validator';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { pageOf, PageInput, type PageOf } from '../kernel/http/public.js';
import { Records, Versions, type Known, type OpenVersion } from '../kernel/record/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { Clock, type Instant } from '../kernel/time/public.js';
import { IsCode } from '../vocabularies/public.js';
import { statusOf } from './custody-facts.js';
import { CustodyPeriod } from './custody-period.entity.js';
import { DetentionEvent } from './detention-event.entity.js';
import type { Detention, DetentionPrivate } from './detention.entity.js';
import { custodyPeriodKind, detentionEventKind, detentionKind } from './detention.kind.js';
import { detentionRow, detentionView, eventView, periodView, type DetentionRowView, type DetentionView } from './detention.view.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class DetentionListInput extends PageInput {
  @Given()
  @IsCode('detention-kinds')
  kind?: string;

  @Given()
  @IsCode('authority-kinds')
  authority?: string;

  @Given()
  @IsCode('outcomes')
  outcome?: string;

  @Given()
  @CleanText(64)
  region?: string;

  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  incident?: string;

  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  individual?: string;

  /** Stays that can have begun on this day (UTC) or later. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  /** `-start` (latest first, the default), `start`, `recorded`, `-recorded`, `reference`, `-reference`. */
  @Given()
  @Matches(/^-?(start|recorded|reference)$/)
  sort?: string;
}

const sortable = { start: 'startEarliest', recorded: 'recordedAt', reference: 'reference' } as const;

/** Reads detentions, always within the actor's reach, and logs what was shown. */
@Injectable()
export class FindDetentions {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
  ) {}

  /**
   * One detention, now or as it was known at a past moment: only what had been recorded by then, and the status it gave then.
   * @throws Problem `record.not_yet_known` (404) when nobody had recorded it yet.
   */
  async one(actor: Actor, id: string, asOf: Instant | null = null): Promise<DetentionView> {
    const current = await this.reach.peek(actor, detentionKind, id);
    const known = asOf ? await this.versions.asKnownAt(this.reader, detentionKind, [current], asOf) : [current];
    const [[view]] = await Promise.all([this.whole(actor, known, asOf), this.reach.saw(actor, detentionKind, [id])]);
    if (!view) throw new Problem('record.not_yet_known', { status: 404 });
    return view;
  }

  /** Several with their periods and events, in three queries: for a case's or a person's page that logs itself. */
  async several(
    actor: Actor,
    by: { ids?: readonly string[]; individualIds?: readonly string[] },
    asOf: Instant | null = null,
  ): Promise<DetentionView[]> {
    const [column, asked] = by.ids ? ['id', by.ids] : ['individual_id', by.individualIds ?? []];
    if (asked.length === 0) return [];
    const where = `r.${column} IN (:...asked) ORDER BY r.start_earliest, r.id LIMIT 500`;
    const rows = await this.reach.rows(actor, detentionKind, where, { asked });
    const known = asOf
      ? await this.versions.asKnownAt(this.reader, detentionKind, rows, asOf)
      : await this.records.open(this.reader, detentionKind, rows);
    return this.whole(actor, known, asOf);
  }

  async page(actor: Actor, input: DetentionListInput): Promise<PageOf<DetentionRowView>> {
    const query = this.reach.list(actor, detentionKind, 'd');
    const equal = { kind: input.kind, authorityKind: input.authority, outcome: input.outcome, regionCode: input.region };
    for (const [column, value] of Object.entries({ ...equal, incidentId: input.incident, individualId: input.individual })) {
      if (value) query.andWhere(`d.${column} = :${column}`, { [column]: value });
    }
    if (input.from) query.andWhere('d.startLatest >= :from', { from: `${input.from}T00:00:00.000Z` });
    if (input.to) query.andWhere(`d.startEarliest <= :to AND d.startEarliest <> ''`, { to: `${input.to}T23:59:59.999Z` });
    const sort = input.sort ?? '-start';
    const by = sortable[sort.replace('-', '') as keyof typeof sortable];
    const order = { by, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) };
    const page = await pageOf(query, order, input, (row) => row[by]);
    await this.reach.saw(actor, detentionKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: page.items.map(detentionRow) };
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, detentionKind, id);
    await this.reach.saw(actor, detentionKind, [id], 'history_seen');
    return this.versions.of(this.reader, detentionKind, id);
  }

  private async whole(actor: Actor, known: readonly Known<Detention, DetentionPrivate>[], asOf: Instant | null): Promise<DetentionView[]> {
    const ids = known.map((one) => one.id);
    if (ids.length === 0) return [];
    const [periodRows, eventRows] = await Promise.all([
      rowsOf(this.reader, CustodyPeriod, 'WHERE r.detention_id IN (:...ids) ORDER BY r.start_earliest, r.id', { ids }),
      rowsOf(this.reader, DetentionEvent, 'WHERE r.detention_id IN (:...ids) ORDER BY r.at_earliest, r.id', { ids }),
    ]);
    const [periods, events] = asOf
      ? [
          await this.versions.asKnownAt(this.reader, custodyPeriodKind, periodRows, asOf),
          await this.versions.asKnownAt(this.reader, detentionEventKind, eventRows, asOf),
        ]
      : [
          await this.records.open(this.reader, custodyPeriodKind, periodRows),
          await this.records.open(this.reader, detentionEventKind, eventRows),
        ];
    const now = asOf ?? this.clock.now();
    return known.map((one) => {
      const own = periods.filter((period) => period.detentionId === one.id);
      const told = events.filter((event) => event.detentionId === one.id);
      return detentionView(actor, one, {
        status: statusOf(own, told, now),
        periods: own.map((period) => periodView(actor, period)),
        events: told.map((event) => eventView(actor, event)),
      });
    });
  }
}
