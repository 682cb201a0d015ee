import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Case, CaseHandOver, CasePrivate } from './case.entity.js';
import { caseKind } from './case.kind.js';

export type KnownCase = Known<Case, CasePrivate>;

export class CaseMemberView {
  staffId!: string;
  name!: string;
}

/** One passing of a case from hand to hand, as the members of the case see it. */
export class HandOverView {
  id!: string;
  fromId!: string;
  toId!: string;
  askedAt!: string;
  answeredAt!: string | null;
  state!: HandOverState;
}

export type HandOverState = 'waiting' | 'accepted' | 'declined' | 'withdrawn';

/** What somebody who is asked to take a case learns of it before they have said yes. Not even its id. */
export class OfferedCaseView {
  /** Of the hand-over, to answer it by. */
  id!: string;
  reference!: string;
  stage!: string;
  fromId!: string;
  fromName!: string;
  askedAt!: string;
}

export class CaseView {
  id!: string;
  version!: number;
  reference!: string;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  stage!: string;
  outcome!: string;
  priority!: string;
  leadId!: string;
  /** Who may know of it. */
  circleId!: string;
  title!: string | Withheld;
  summary!: string | null | Withheld;
  members!: CaseMemberView[];
  individualIds!: string[];
  /** Those put into the case themselves; detentions of its people belong to it as well. */
  detentionIds!: string[];
  handOvers!: HandOverView[];
}

export class CaseRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  changedAt!: string;
  title!: string | Withheld;
  stage!: string;
  outcome!: string;
  priority!: string;
  leadId!: string;
  /** How many people the case is about. */
  individuals!: number;
}

export function caseView(
  actor: Actor,
  known: KnownCase,
  more: Pick<CaseView, 'members' | 'individualIds' | 'detentionIds' | 'handOvers'>,
): CaseView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy } = known;
  const fields = seenFields(actor, caseKind, known);
  return { id, version, recordedAt, recordedBy, changedAt, changedBy, ...fields, ...more } as unknown as CaseView;
}

export function caseRow(actor: Actor, known: KnownCase, individuals: number): CaseRowView {
  const { id, reference, recordedAt, changedAt, stage, outcome, priority, leadId } = known;
  return { id, reference, recordedAt, changedAt, stage, outcome, priority, leadId, individuals, title: shown(actor, 'narrative', known.title) };
}

export function handOverView({ id, fromId, toId, askedAt, answeredAt, accepted }: CaseHandOver): HandOverView {
  return { id, fromId, toId, askedAt, answeredAt, state: stateOf(answeredAt, accepted) };
}

/** Answered with neither yes nor no: whoever asked took it back. */
function stateOf(answeredAt: string | null, accepted: boolean | null): HandOverState {
  if (answeredAt === null) return 'waiting';
  if (accepted === null) return 'withdrawn';
  return accepted ? 'accepted' : 'declined';
}
