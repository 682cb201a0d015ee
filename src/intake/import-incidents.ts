import { Inject, Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import {
  AddHeadCount,
  HeadCount,
  type HeadCountPrivate,
  headCountKind,
  Incident,
  incidentKind,
  RecordIncident,
  RecordIncidentInput,
  ReviseIncident,
  type IncidentPrivate,
} from '../incidents/public.js';
import { columnsOf, noBounds, rowsOf, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom, type WhenInput } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records, Versions, type Known } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock } from '../kernel/time/public.js';
import { RowRefused, type BatchScope, type Outcome, type Taker } from './batch.js';
import { checkInput } from './check-input.js';
import { FacilitiesAndSource } from './facilities-and-source.js';
import { incidentDraft, type IncidentDraft } from './incident-row.js';
import { asImported } from './last-import.js';
import type { Mapping } from './mapping.js';
import { mergeOf } from './merge.js';
import type { Remark } from './remarks.js';
import type { RowCells } from './row-cells.js';

type KnownIncident = Known<Incident, IncidentPrivate>;
type KnownCount = Known<HeadCount, HeadCountPrivate>;

/** The incidents of a batch that are recorded already. */
interface There {
  readonly known: ReadonlyMap<string, KnownIncident>;
  /** Recorded, but out of the importer's reach. */
  readonly hidden: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, KnownCount>;
}

/** Takes rows as incidents with the head-count their source reports. */
@Injectable()
export class ImportIncidents implements Taker<IncidentDraft> {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly recordIncident: RecordIncident,
    private readonly reviseIncident: ReviseIncident,
    private readonly headCounts: AddHeadCount,
    private readonly named: FacilitiesAndSource,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  draft(cells: RowCells, mapping: Mapping): IncidentDraft {
    const draft = incidentDraft(cells, mapping, this.clock.now(), this.settings.zone);
    checkInput(RecordIncidentInput, draft.input, cells);
    return draft;
  }

  async take(work: Work, drafts: readonly IncidentDraft[], scope: BatchScope): Promise<Outcome[]> {
    const sourceId = await this.named.source(work, scope);
    const there = await this.there(work, drafts, sourceId);
    const outcomes: Outcome[] = [];
    for (const draft of drafts) {
      try {
        outcomes.push({ ...(await this.one(work, draft, there, sourceId, scope)), counted: draft.headCount?.atLeast ?? 0 });
      } catch (error) {
        if (error instanceof Problem) throw new RowRefused(draft.row, error);
        throw error;
      }
    }
    return outcomes;
  }

  private async one(work: Work, draft: IncidentDraft, there: There, sourceId: string, scope: BatchScope): Promise<Outcome> {
    const { row, externalId } = draft;
    if (there.hidden.has(externalId)) {
      // Told apart from "unchanged" it would say that somebody keeps this incident in a circle.
      work.note({ act: 'incident.refused', kind: 'incident', recordId: null, allowed: false });
      return { row, result: 'unchanged' };
    }
    const placeIds = await this.named.facilities(work, draft, scope);
    const current = there.known.get(externalId);
    const why = { because: scope.because, sourceId };
    if (!current) {
      const headCounts = draft.headCount ? [{ ...draft.headCount, sourceId }] : [];
      const { sourceWords } = draft;
      await this.recordIncident.within(work, { ...draft.input, placeIds, sourceIds: [sourceId], headCounts }, { externalId, sourceWords }, why);
      return { row, result: 'added' };
    }
    const base = await asImported(work.manager, this.versions, incidentKind, current, scope.because);
    const incoming = { ...this.incoming(work, draft), placeIds, sourceIds: [sourceId], sourceWords: draft.sourceWords };
    const { changes, apart } = mergeOf(base, current as unknown as Record<string, unknown>, incoming);
    const said = { ...changes, ...whenSaid(changes, draft) };
    if (Object.keys(said).length > 0) await this.reviseIncident.within(work, current, current.version, said, why);
    const recounted = await this.recount(work, draft, current, there.counts.get(current.id), sourceId, scope);
    const changed = Object.keys(said).length > 0 || recounted === 'changed';
    const told = [...apart, ...(recounted === 'apart' ? ['headCount'] : [])];
    return { row, result: changed ? 'changed' : 'unchanged', remarks: told.map((field) => corrected(row, field, scope.mapping)) };
  }

  /** The draft's fields as a record has them. */
  private incoming(work: Work, { input }: IncidentDraft): Record<string, unknown> {
    const read = (when: WhenInput | null | undefined) =>
      when ? columnsOf(boundsFrom(when, 'start', this.settings.zone, work.now)) : { ...noBounds };
    return { ...input, start: read(input.start), end: read(input.end) };
  }

  /** What the source counts now, beside what it counted at the last import. */
  private async recount(
    work: Work,
    draft: IncidentDraft,
    incident: KnownIncident,
    count: KnownCount | undefined,
    sourceId: string,
    scope: BatchScope,
  ): Promise<'same' | 'changed' | 'apart'> {
    if (!draft.headCount) return 'same';
    const why = { because: scope.because, sourceId };
    if (!count) {
      await this.headCounts.keep(work, incident, { ...draft.headCount, sourceId }, why);
      return 'changed';
    }
    const base = await asImported(work.manager, this.versions, headCountKind, count, scope.because);
    const { changes, apart } = mergeOf(base, count as unknown as Record<string, unknown>, { ...draft.headCount });
    if (apart.length > 0) return 'apart';
    if (Object.keys(changes).length === 0) return 'same';
    await this.records.revise(work, headCountKind, count, count.version, changes, why);
    return 'changed';
  }

  private async there(work: Work, drafts: readonly IncidentDraft[], sourceId: string): Promise<There> {
    const tokens = new Map(drafts.map(({ externalId }) => [this.records.token(incidentKind, 'externalId', externalId), externalId]));
    const asked = { asked: [...tokens.keys()], team: work.actor.teamId };
    const all = await rowsOf(work.manager, Incident, 'WHERE r.external_token IN (:...asked) AND r.team_id = :team', asked);
    if (all.length === 0) return { known: new Map(), hidden: new Set(), counts: new Map() };
    const reached = await this.reach.rows(work.actor, incidentKind, 'r.external_token IN (:...asked) AND r.team_id = :team', asked, work.manager);
    const seen = new Set(reached.map((row) => row.id));
    const ids = all.map((row) => row.id);
    const where = 'WHERE r.incident_id IN (:...ids) AND r.source_id = :sourceId ORDER BY r.id DESC';
    const counts = await this.records.open(work.manager, headCountKind, await rowsOf(work.manager, HeadCount, where, { ids, sourceId }));
    return {
      known: new Map((await this.records.open(work.manager, incidentKind, reached)).map((one) => [one.externalId ?? '', one])),
      hidden: new Set(all.filter((row) => !seen.has(row.id)).map((row) => tokens.get(row.externalToken ?? '') ?? '')),
      counts: new Map(counts.map((count) => [count.incidentId, count])),
    };
  }
}

/** Moments go to the record as they were said, not as columns. */
const whenSaid = (changes: Record<string, unknown>, { input }: IncidentDraft): object => ({
  ...('start' in changes ? { start: input.start ?? null } : {}),
  ...('end' in changes ? { end: input.end ?? null } : {}),
});

export const corrected = (row: number, field: string, mapping: Mapping): Remark => ({
  ...{ row, level: 'oddity', code: 'corrected_here' },
  column: mapping.columns[field === 'placeIds' ? 'facilities' : field]?.columns[0] ?? null,
});
