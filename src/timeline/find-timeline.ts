import { Inject, Injectable } from '@nestjs/common';
import { FindClocks } from '../clocks/public.js';
import { FindDetentions, statusOf, type Account, type DetentionView } from '../detentions/public.js';
import { figuresOf } from '../durations/public.js';
import { FindFollowUps } from '../follow-ups/public.js';
import { FindIndividuals } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock, type Instant } from '../kernel/time/public.js';
import { zoneOfRegion } from '../places/public.js';
import { findContradictions } from './contradictions.js';
import { RecordNames } from './record-names.js';
import type { Timeline } from './timeline.js';

/** Tasks shown beside a timeline; the list shows the others. */
const TASKS = 100;

/** Puts together what is known of one stay: for its page, for paper and for programs alike. */
@Injectable()
export class FindTimeline {
  constructor(
    private readonly detentions: FindDetentions,
    private readonly individuals: FindIndividuals,
    private readonly clocks: FindClocks,
    private readonly followUps: FindFollowUps,
    private readonly names: RecordNames,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param without sources whose account is left out of everything, derived figures included: facts only they tell are not there.
   * @throws Problem `not_found`, and `record.not_yet_known` for a moment before anybody recorded it.
   */
  async of(actor: Actor, id: string, asOf: Instant | null = null, without: ReadonlySet<string> = new Set()): Promise<Timeline> {
    const now = asOf ?? this.time.now();
    const detention = withoutSources(await this.detentions.one(actor, id, asOf), without, now);
    const told = [...detention.periods, ...detention.events];
    const [people, placeNames, sources, incidents, followUps] = await Promise.all([
      this.individuals.several(actor, detention.individualId ? [detention.individualId] : [], asOf),
      this.names.placeNames(actor, told.map((one) => one.placeId)),
      this.names.sourcesShown(actor, told.flatMap((one) => [one.sourceId, ...one.moreSourceIds])),
      this.names.incidentTitles(actor, [detention.incidentId]),
      actor.permissions.has('follow-up.read') && asOf === null ? this.followUps.page(actor, { detention: id, status: 'all', limit: TASKS }) : { items: [] },
    ]);
    const individual = people.get(detention.individualId ?? '') ?? null;
    const incident = detention.incidentId ? incidents.get(detention.incidentId) : undefined;
    const clocks = actor.permissions.has('clock.read') ? await this.clocks.of(actor, detention, individual, now) : [];
    return {
      ...{ detention, individual, ...derived(detention, now), clocks, placeNames, sources, now, asOf },
      incident: incident && detention.incidentId ? { id: detention.incidentId, ...incident } : null,
      questions: [...new Set(clocks.flatMap(({ onlyIf }) => onlyIf.map(({ fact }) => fact)))],
      followUps: followUps.items,
      zone: (detention.periods[0]?.start ?? detention.events[0]?.at)?.zone ?? zoneOfRegion(detention.regionCode) ?? this.settings.zone,
    };
  }
}

function withoutSources(detention: DetentionView, without: ReadonlySet<string>, now: Instant): DetentionView {
  if (without.size === 0) return detention;
  const kept = <Told extends DetentionView['periods'][number] | DetentionView['events'][number]>(told: readonly Told[]): Told[] =>
    told.flatMap((one) => {
      const all = [...(one.sourceId ? [one.sourceId] : []), ...one.moreSourceIds];
      const [sourceId = null, ...moreSourceIds] = all.filter((id) => !without.has(id));
      return all.length > 0 && sourceId === null ? [] : [{ ...one, sourceId, moreSourceIds }];
    });
  const [periods, events] = [kept(detention.periods), kept(detention.events)];
  const { columnsPeriods, columnsEvents } = inColumns({ periods, events });
  return { ...detention, periods, events, status: statusOf(columnsPeriods, columnsEvents, now) };
}

const inColumns = ({ periods, events }: Pick<DetentionView, 'periods' | 'events'>) => ({
  columnsPeriods: periods.map((one) => ({ ...one, start: columnsOf(one.start), end: columnsOf(one.end) })),
  columnsEvents: events.map((one) => ({ ...one, at: columnsOf(one.at) })),
});

/** Figures and findings of what a reader sees. */
function derived(detention: DetentionView, now: Instant): Pick<Timeline, 'figures' | 'byAccount' | 'findings'> {
  const { columnsPeriods: periods, columnsEvents: events } = inColumns(detention);
  const byAccount = (['observed', 'official', 'media'] as const).flatMap((account): [Account, object][] => {
    const figures = figuresOf(periods, events, now, account);
    return figures ? [[account, figures.total]] : [];
  });
  return { figures: figuresOf(periods, events, now), byAccount: Object.fromEntries(byAccount), findings: findContradictions(periods, events, now) };
}
