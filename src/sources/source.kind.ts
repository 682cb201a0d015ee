import { about, type ReachedKind } from '../access/public.js';
import { Source, type SourcePrivate } from './source.entity.js';

export const sourceKind: ReachedKind<Source, SourcePrivate> = {
  name: 'source',
  row: Source,
  reach: about(['source', 'id']),
  plain: { reference: 'open', kind: 'open', reliability: 'open', protected: 'open', language: 'open', stated: 'open' },
  sealed: { label: 'narrative', identity: 'source', contact: 'source', statement: 'narrative', location: 'narrative' },
  masked: ['identity', 'contact'],
};
