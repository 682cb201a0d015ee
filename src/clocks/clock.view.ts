import type { Language } from '../kernel/actor/public.js';
import type { Bounds, Instant, MinMax } from '../kernel/time/public.js';
import type { Settled } from './detention-clock.entity.js';
import type { Clock } from './evaluate-clocks.js';
import type { ClockResult, ClockState } from './evaluate-rule.js';
import { nameOf } from './known-packs.js';
import type { Condition, PackedRule, Rule } from './rule-pack.js';

/** How sure a rule is: `confirmed` by a lawyer here, `source_read` in the text of the law, or not to be relied on yet. */
export type ReviewStatus = 'confirmed' | 'source_read' | 'needs_legal_review';

export interface Confirmation {
  readonly by: string | null;
  readonly at: string;
  readonly note: string | null;
}

/** What one account gives. */
export class ClockAnswerView {
  state!: ClockState;
  onlyIf!: Condition[];
  because!: Condition | null;
  /** Event kinds, `stay_begins`, `stay_ends`. */
  missing!: string[];
  start!: Bounds | null;
  stop!: Bounds | null;
  /** Minutes. */
  elapsed!: MinMax;
  due!: Bounds | null;
}

export class ClockView extends ClockAnswerView {
  ruleId!: string;
  /** `kz/2015.01` */
  pack!: string;
  label!: string;
  note!: string | null;
  kind!: Rule['kind'];
  against!: Rule['against'];
  binding!: Rule['binding'];
  limit!: { value: number; unit: 'h' | 'day' } | null;
  cite!: { title: string; article: string; part: string | null; url: string | null };
  review!: ReviewStatus;
  confirmation!: Confirmation | null;
  /** What official papers alone give, where that differs. */
  official!: ClockAnswerView | null;
}

/** A line of the board. */
export class ClockRowView {
  id!: string;
  detentionId!: string;
  reference!: string;
  individualId!: string | null;
  countedAtLeast!: number;
  countedAtMost!: number | null;
  ruleId!: string;
  pack!: string;
  label!: string;
  article!: string;
  review!: ReviewStatus;
  against!: Rule['against'];
  conditional!: boolean;
  state!: ClockState;
  dueEarliest!: string | null;
  dueLatest!: string | null;
}

export function clockView({ told, official }: Clock, confirmation: Confirmation | null, language: Language): ClockView {
  const { rule, pack } = told.packed;
  const { title = rule.cite.source, url = null } = pack.sources.find(({ id }) => id === rule.cite.source) ?? {};
  return {
    ...answerView(told),
    ...{ ruleId: rule.id, pack: nameOf(pack), label: rule.label[language], note: rule.note?.[language] ?? null },
    ...{ kind: rule.kind, against: rule.against, binding: rule.binding, limit: rule.limit ?? null },
    cite: { title, article: rule.cite.article, part: rule.cite.part ?? null, url },
    ...{ review: reviewOf(told.packed, confirmation), confirmation, official: official && answerView(official) },
  };
}

export const reviewOf = ({ rule }: PackedRule, confirmation: Confirmation | null): ReviewStatus => (confirmation ? 'confirmed' : rule.review.status);

const answerView = ({ state, onlyIf, because, missing, start, stop, elapsed, due }: ClockResult): ClockAnswerView => ({
  ...{ state, onlyIf: [...onlyIf], because, missing: [...missing], start, stop, elapsed, due },
});

/** The state of a kept deadline at a moment. */
export function stateAt(settled: Settled, dueEarliest: Instant | '', now: Instant): ClockState {
  if (settled !== '') return settled === 'unknown' ? 'cannot_compute' : settled;
  return dueEarliest !== '' && now < dueEarliest ? 'running' : 'may_exceed';
}
