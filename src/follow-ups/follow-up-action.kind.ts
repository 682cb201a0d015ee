import { about, type ReachedKind, type ReachRule } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { FollowUpAction, type FollowUpPrivate } from './follow-up-action.entity.js';

const direct = about(['case', 'case_id'], ['individual', 'individual_id'], ['incident', 'incident_id']);

/** A task tells whom it is about, so it is no wider than that: its case, person or incident, or its detention and through it the person. */
const reach: ReachRule = {
  sql: (row) =>
    `((${row}.detention_id IS NULL AND ${direct.sql(row)})` +
    ` OR EXISTS (SELECT 1 FROM detention fd WHERE fd.id = ${row}.detention_id AND ${detentionKind.reach.sql('fd')}))`,
};

export const followUpKind: ReachedKind<FollowUpAction, FollowUpPrivate> = {
  name: 'follow-up',
  row: FollowUpAction,
  reach,
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
