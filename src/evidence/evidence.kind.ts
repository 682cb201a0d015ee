import type { ReachedKind } from '../access/public.js';
import { reachOfEvidence } from './evidence-about.js';
import { Evidence, type EvidencePrivate } from './evidence.entity.js';

export const evidenceKind: ReachedKind<Evidence, EvidencePrivate> = {
  name: 'evidence',
  row: Evidence,
  reach: reachOfEvidence,
  plain: {
    ...{ individualId: 'open', detentionId: 'open', incidentId: 'open', caseId: 'open', originalId: 'open', kind: 'open', sourceId: 'source' },
    ...{ collected: 'open', mediaType: 'open', size: 'open', sha256: 'open', fileId: 'open' },
  },
  sealed: { title: 'narrative', fileName: 'identity', collector: 'source', method: 'narrative' },
};
