import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf, type BoundsColumns } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds } from '../kernel/time/public.js';
import type { StatusAsOf } from './custody-facts.js';
import type { Account, CustodyPeriod, CustodyPeriodPrivate } from './custody-period.entity.js';
import type { DetentionEvent, DetentionEventPrivate } from './detention-event.entity.js';
import type { Detention, DetentionPrivate } from './detention.entity.js';
import { detentionKind } from './detention.kind.js';

export class CustodyPeriodView {
  id!: string;
  version!: number;
  kind!: string;
  account!: Account;
  placeId!: string | null;
  placeWords!: string | null;
  sourceId!: string | null;
  /** Others who say the same. */
  moreSourceIds!: string[];
  start!: Bounds | null;
  end!: Bounds | null;
  withdrawn!: boolean;
  note!: string | null | Withheld;
}

export class DetentionEventView {
  id!: string;
  version!: number;
  kind!: string;
  kindWords!: string | null;
  account!: Account;
  placeId!: string | null;
  sourceId!: string | null;
  /** Others who say the same. */
  moreSourceIds!: string[];
  /** Of a charge or ruling: the article of the law. */
  article!: string | null;
  /** Days of arrest a ruling orders. */
  sanctionDays!: number | null;
  /** In whole `fineUnit`s. */
  fineAmount!: number | null;
  fineUnit!: string | null;
  /** Of ill-treatment: how. */
  method!: string | null;
  at!: Bounds | null;
  withdrawn!: boolean;
  note!: string | null | Withheld;
}

/** A stay with all its periods and events, as one reader may know it. */
export class DetentionView {
  id!: string;
  version!: number;
  reference!: string;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  individualId!: string | null;
  incidentId!: string | null;
  kind!: string;
  kindWords!: string | null;
  authorityKind!: string;
  authorityWords!: string | null;
  outcome!: string;
  outcomeWords!: string | null;
  regionCode!: string | null;
  countedAtLeast!: number;
  countedAtMost!: number | null;
  circumstances!: Readonly<Record<string, 'yes' | 'no'>> | null;
  ground!: string | null | Withheld;
  description!: string | null | Withheld;
  unnamed!: string | null | Withheld;
  /** Computed from the facts, as of the last contact. */
  status!: StatusAsOf;
  periods!: CustodyPeriodView[];
  events!: DetentionEventView[];
}

export class DetentionRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  individualId!: string | null;
  incidentId!: string | null;
  kind!: string;
  authorityKind!: string;
  outcome!: string;
  regionCode!: string | null;
  countedAtLeast!: number;
  countedAtMost!: number | null;
  startEarliest!: string | null;
  startLatest!: string | null;
}

export function periodView(actor: Actor, known: Known<CustodyPeriod, CustodyPeriodPrivate>): CustodyPeriodView {
  const { id, version, kind, account, placeId, placeWords, sourceId, withdrawn } = known;
  const moreSourceIds = [...(known.moreSourceIds ?? [])];
  const note = shown(actor, 'narrative', known.note, known);
  return { id, version, kind, account, placeId, placeWords, sourceId, moreSourceIds, withdrawn, note, ...moments(known) };
}

const moments = (known: { start: BoundsColumns; end: BoundsColumns }) => ({ start: boundsOf(known.start), end: boundsOf(known.end) });

export function eventView(actor: Actor, known: Known<DetentionEvent, DetentionEventPrivate>): DetentionEventView {
  const { id, version, kind, kindWords, account, placeId, sourceId, withdrawn } = known;
  const moreSourceIds = [...(known.moreSourceIds ?? [])];
  const note = shown(actor, 'narrative', known.note, known);
  // A version of before these fields holds none of them.
  const { article = null, sanctionDays = null, fineAmount = null, fineUnit = null, method = null } = known;
  const decided = { article, sanctionDays, fineAmount, fineUnit, method };
  return { id, version, kind, kindWords, account, placeId, sourceId, moreSourceIds, withdrawn, note, ...decided, at: boundsOf(known.at) };
}

export function detentionView(
  actor: Actor,
  known: Known<Detention, DetentionPrivate>,
  more: Pick<DetentionView, 'status' | 'periods' | 'events'>,
): DetentionView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy } = known;
  const fields = seenFields(actor, detentionKind, known);
  // Of somebody erased there are none; beside their codes they are simply not there.
  const { kindWords, authorityWords, outcomeWords } = known;
  return { id, version, recordedAt, recordedBy, changedAt, changedBy, ...fields, kindWords, authorityWords, outcomeWords, ...more } as unknown as DetentionView;
}

export function detentionRow(row: Detention): DetentionRowView {
  const { id, reference, recordedAt, individualId, incidentId, kind, authorityKind, outcome, regionCode } = row;
  const { countedAtLeast, countedAtMost } = row;
  const [startEarliest, startLatest] = [row.startEarliest || null, row.startLatest || null];
  return {
    ...{ id, reference, recordedAt, individualId, incidentId, kind, authorityKind, outcome, regionCode },
    ...{ countedAtLeast, countedAtMost, startEarliest, startLatest },
  };
}
