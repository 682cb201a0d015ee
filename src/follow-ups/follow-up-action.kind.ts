import { allOf, through, type ReachedKind, type ReachRule } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { FollowUpAction, type FollowUpPrivate } from './follow-up-action.entity.js';

/** No wider than the detention, and through it the person: a task tells whom it is about. */
const throughDetention: ReachRule = {
  sql: (row) =>
    `(${row}.detention_id IS NULL OR EXISTS (SELECT 1 FROM detention fd WHERE fd.id = ${row}.detention_id AND ${detentionKind.reach.sql('fd')}))`,
};

export const followUpKind: ReachedKind<FollowUpAction, FollowUpPrivate> = {
  name: 'follow-up',
  row: FollowUpAction,
  reach: allOf(through('case', 'case_id'), through('individual', 'individual_id'), through('incident', 'incident_id'), throughDetention),
  plain: {
    kind: 'open',
    caseId: 'open',
    individualId: 'open',
    detentionId: 'open',
    incidentId: 'open',
    ownerId: 'open',
    due: 'open',
    priority: 'open',
    status: 'open',
    statusAt: 'open',
    statusBy: 'open',
  },
  sealed: { task: 'narrative', outcome: 'narrative' },
};
