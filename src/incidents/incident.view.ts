import { seenFields, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds } from '../kernel/time/public.js';
import type { HeadCount, HeadCountPrivate, Incident, IncidentPrivate } from './incident.entity.js';
import { incidentKind } from './incident.kind.js';
import { boundsOfCounts, type ReportedView } from './reported.js';

export type KnownIncident = Known<Incident, IncidentPrivate>;
export type KnownCount = Known<HeadCount, HeadCountPrivate>;

/** What one source says of how many were detained. */
export class HeadCountView {
  id!: string;
  version!: number;
  /** null: no source is named, or the reader does not reach it. */
  sourceId!: string | null;
  atLeast!: number;
  /** null: the source sets no upper end. */
  atMost!: number | null;
  asSaid!: string | null;
  recordedAt!: string;
}

export class IncidentView {
  id!: string;
  version!: number;
  reference!: string;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  title!: string;
  description!: string | null | Withheld;
  kind!: string;
  kindWords!: string | null;
  regionCode!: string | null;
  placeWords!: string | null;
  placeIds!: string[];
  start!: Bounds | null;
  end!: Bounds | null;
  theme!: string | null;
  permission!: string;
  organiserKind!: string | null;
  organiser!: string | null | Withheld;
  authorityKind!: string | null;
  /** Those the reader reaches. */
  sourceIds!: string[];
  links!: string[] | null | Withheld;
  sourceWords!: Record<string, string> | null;
  externalId!: string | null;
  headCounts!: HeadCountView[];
  /** Over all counts; null when there is none. */
  reported!: ReportedView | null;
}

export class IncidentRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  title!: string;
  kind!: string;
  regionCode!: string | null;
  placeWords!: string | null;
  start!: Bounds | null;
  reported!: ReportedView | null;
}

/** `sources` are those the reader reaches: the others are not even named by their id. */
export function incidentView(actor: Actor, known: KnownIncident, counts: readonly KnownCount[], sources: ReadonlySet<string>): IncidentView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy } = known;
  return {
    ...{ id, version, recordedAt, recordedBy, changedAt, changedBy },
    ...seenFields(actor, incidentKind, known),
    sourceIds: known.sourceIds.filter((source) => sources.has(source)),
    start: boundsOf(known.start),
    end: boundsOf(known.end),
    headCounts: counts.map((count) => headCountView(count, sources)),
    reported: boundsOfCounts(counts),
  } as unknown as IncidentView;
}

export function headCountView(count: KnownCount, sources: ReadonlySet<string>): HeadCountView {
  const { id, version, atLeast, atMost, asSaid, recordedAt } = count;
  const sourceId = count.sourceId && sources.has(count.sourceId) ? count.sourceId : null;
  return { id, version, sourceId, atLeast, atMost, asSaid, recordedAt };
}

export function incidentRow(known: KnownIncident, reported: ReportedView | undefined): IncidentRowView {
  const { id, reference, recordedAt, title, kind, regionCode, placeWords } = known;
  return { id, reference, recordedAt, title, kind, regionCode, placeWords, start: boundsOf(known.start), reported: reported ?? null };
}
