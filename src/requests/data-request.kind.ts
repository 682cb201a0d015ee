import { about, type ReachedKind } from '../access/public.js';
import { DataRequest, type DataRequestPrivate } from './data-request.entity.js';

/** Reached by the team that took it: who it is about may be out of reach, restricted or erased, and the time runs all the same. */
export const dataRequestKind: ReachedKind<DataRequest, DataRequestPrivate> = {
  name: 'data-request',
  row: DataRequest,
  reach: about(['data-request', 'id']),
  plain: {
    ...{ reference: 'open', what: 'open', individualId: 'open', askedBy: 'open', identity: 'open', received: 'open' },
    ...{ dueAt: 'open', extendedAt: 'open', state: 'open' },
  },
  sealed: { asker: 'identity', contact: 'contact', wording: 'narrative' },
};
