import type { ReachedKind } from '../access/public.js';
import { reachOfSubject } from './consent-subject.js';
import { Disclosure, type DisclosurePrivate } from './disclosure.entity.js';

export const disclosureKind: ReachedKind<Disclosure, DisclosurePrivate> = {
  name: 'disclosure',
  row: Disclosure,
  reach: reachOfSubject,
  plain: {
    ...{ individualId: 'open', sourceId: 'open', recordKind: 'open', recordId: 'open', scope: 'open', way: 'open', purpose: 'open', format: 'open' },
    ...{ leftAt: 'open', fileHash: 'open' },
  },
  sealed: { recipient: 'narrative' },
};
