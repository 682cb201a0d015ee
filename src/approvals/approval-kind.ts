import type { Permission } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Work } from '../kernel/db/public.js';
import type { Approval } from './approval.entity.js';

/** One kind of thing that takes two people. A module that has one registers it with `Approvals`. */
export interface ApprovalKind {
  readonly kind: string;
  /** What whoever answers must be allowed to do; never the proposer, never the one it is about. */
  readonly mayApprove: Permission | ((actor: Actor, approval: Approval) => boolean);
  /** Hours until nobody can agree any more. */
  readonly hours: number;
  /** Does it, in the transaction of the last agreement. May answer a secret for the eyes of who agreed. */
  readonly carryOut: (work: Work, approval: Approval) => Promise<string | void>;
}
