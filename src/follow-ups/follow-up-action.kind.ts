import { about, type ReachedKind, type ReachRule } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { FollowUpAction, type FollowUpPrivate } from './follow-up-action.entity.js';

const direct = about(['case', 'case_id'], ['individual', 'individual_id'], ['incident', 'incident_id']);

/** A task tells whom it is about, so it is no wider than that: its case, person or incident, or its detention and through it the person. */
const rule =
  (way: 'sql' | 'whole') =>
  (row: string): string => {
    const of = (one: ReachRule, alias: string): string => (one[way] ?? one.sql)(alias);
    return `((${row}.detention_id IS NULL AND ${of(direct, row)}) OR EXISTS (SELECT 1 FROM detention fd WHERE fd.id = ${row}.detention_id AND ${of(detentionKind.reach, 'fd')}))`;
  };

const reach: ReachRule = { sql: rule('sql'), whole: rule('whole') };

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
