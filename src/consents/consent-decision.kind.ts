import type { ReachedKind } from '../access/public.js';
import { ConsentDecision, type ConsentDecisionPrivate } from './consent-decision.entity.js';
import { reachOfSubject } from './consent-subject.js';

export const consentKind: ReachedKind<ConsentDecision, ConsentDecisionPrivate> = {
  name: 'consent',
  row: ConsentDecision,
  reach: reachOfSubject,
  plain: {
    ...{ individualId: 'open', sourceId: 'open', answers: 'open', given: 'open', expiresAt: 'open', way: 'open', language: 'open' },
    ...{ givenBy: 'open', capacity: 'health', askedById: 'open', partnerIds: 'open', conditional: 'open', evidenceId: 'open' },
  },
  sealed: { giverName: 'contact', askedBy: 'narrative', evidence: 'narrative', conditions: 'narrative', partners: 'narrative' },
};
