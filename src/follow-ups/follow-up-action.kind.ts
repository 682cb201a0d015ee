import { about, among, type ReachedKind, type ReachRule } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { FollowUpAction, type FollowUpPrivate } from './follow-up-action.entity.js';

const direct = about(['case', 'case_id'], ['individual', 'individual_id'], ['incident', 'incident_id']);

type Sql = (row: string) => string;

/** A task tells whom it is about, so it is no wider than that: its case, person or incident, or its detention and through it the person. */
const ruleOf = (itself: Sql, itsDetention: Sql): Sql => (row) => `((${row}.detention_id IS NULL AND ${itself(row)}) OR ${itsDetention(row)})`;

const whole = (rule: ReachRule): Sql => rule.whole ?? rule.sql;

const reach: ReachRule = {
  sql: ruleOf(direct.sql, (row) => `EXISTS (SELECT 1 FROM detention fd WHERE fd.id = ${row}.detention_id AND ${detentionKind.reach.sql('fd')})`),
  whole: ruleOf(whole(direct), (row) => among(`${row}.detention_id`, `SELECT fd.id FROM detention fd WHERE ${whole(detentionKind.reach)('fd')}`)),
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
