import { about, type ReachedKind } from '../access/public.js';
import { Publication, type PublicationPrivate } from './publication.entity.js';

export const publicationKind: ReachedKind<Publication, PublicationPrivate> = {
  name: 'publication',
  row: Publication,
  reach: about(['publication', 'id']),
  plain: {
    ...{ reference: 'open', state: 'open', language: 'open', tables: 'open', fromDay: 'open', toDay: 'open', regionCode: 'open', named: 'open' },
    ...{ threshold: 'open', embargoUntil: 'open', replacesId: 'open', madeAt: 'open', releasedAt: 'open', releasedBy: 'open' },
  },
  sealed: { title: 'narrative', intro: 'narrative', recallReason: 'narrative' },
};
