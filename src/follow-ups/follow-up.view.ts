import { seenFields, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds, Instant } from '../kernel/time/public.js';
import type { FollowUpAction, FollowUpPrivate } from './follow-up-action.entity.js';
import { followUpKind } from './follow-up-action.kind.js';
import { isClosed } from './record-follow-up.js';

export class FollowUpView {
  id!: string;
  version!: number;
  recordedAt!: string;
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
  /** Derived: its last moment is past and it is not closed. */
  overdue!: boolean;
}

export function followUpView(actor: Actor, known: Known<FollowUpAction, FollowUpPrivate>, now: Instant): FollowUpView {
  const { id, version, recordedAt } = known;
  const overdue = known.due.latest !== null && known.due.latest < now && !isClosed(known.status);
  return { id, version, recordedAt, ...seenFields(actor, followUpKind, known), due: boundsOf(known.due), overdue } as unknown as FollowUpView;
}
