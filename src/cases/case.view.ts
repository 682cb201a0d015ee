import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Case, CasePrivate } from './case.entity.js';
import { caseKind } from './case.kind.js';

export class CaseView {
  id!: string;
  version!: number;
  reference!: string;
  recordedAt!: string;
  changedAt!: string;
  stage!: string;
  outcome!: string;
  priority!: string;
  leadId!: string;
  title!: string | Withheld;
  summary!: string | null | Withheld;
  memberIds!: readonly string[];
  individualIds!: readonly string[];
  detentionIds!: readonly string[];
}

export class CaseRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  changedAt!: string;
  stage!: string;
  outcome!: string;
  priority!: string;
  leadId!: string;
  title!: string | Withheld;
}

type KnownCase = Known<Case, CasePrivate>;

export function caseView(actor: Actor, known: KnownCase, more: Pick<CaseView, 'memberIds' | 'individualIds' | 'detentionIds'>): CaseView {
  const { id, version, recordedAt, changedAt } = known;
  const fields = seenFields(actor, caseKind, known);
  delete fields.circleId;
  return { id, version, recordedAt, changedAt, ...fields, ...more } as unknown as CaseView;
}

export function caseRow(actor: Actor, known: KnownCase): CaseRowView {
  const { id, reference, recordedAt, changedAt, stage, outcome, priority, leadId } = known;
  return { id, reference, recordedAt, changedAt, stage, outcome, priority, leadId, title: shown(actor, 'narrative', known.title) };
}
