import { about, type ReachedKind } from '../access/public.js';
import { Case, type CasePrivate } from './case.entity.js';

export const caseKind: ReachedKind<Case, CasePrivate> = {
  name: 'case',
  row: Case,
  reach: about(['case', 'id']),
  plain: { reference: 'open', circleId: 'open', stage: 'open', outcome: 'open', priority: 'open', leadId: 'open' },
  sealed: { title: 'narrative', summary: 'narrative' },
};
