import { seenFields, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds, Instant } from '../kernel/time/public.js';
import { isOverdue } from './due-group.js';
import type { FollowUpAction, FollowUpPrivate } from './follow-up-action.entity.js';
import { followUpKind } from './follow-up-action.kind.js';

export class FollowUpView {
  id!: string;
  version!: number;
  recordedAt!: string;
  recordedBy!: string;
  kind!: string;
  caseId!: string | null;
  individualId!: string | null;
  detentionId!: string | null;
  incidentId!: string | null;
  ownerId!: string | null;
  due!: Bounds | null;
  priority!: string;
  status!: string;
  statusAt!: string;
  statusBy!: string;
  task!: string | null | Withheld;
  outcome!: string | null | Withheld;
  /** Derived as of the answer: its last moment is past and it is not finished. */
  overdue!: boolean;
}

/** How much is unfinished, by when it is due. */
export class FollowUpCountsView {
  overdue!: number;
  today!: number;
  /** In the six days after today. */
  week!: number;
  later!: number;
  undated!: number;
}

export function followUpView(actor: Actor, known: Known<FollowUpAction, FollowUpPrivate>, now: Instant): FollowUpView {
  const { id, version, recordedAt, recordedBy } = known;
  const due = boundsOf(known.due);
  const overdue = isOverdue({ due, status: known.status }, now);
  return { id, version, recordedAt, recordedBy, ...seenFields(actor, followUpKind, known), due, overdue } as unknown as FollowUpView;
}
