import { everyone, type ReachedKind } from '../access/public.js';
import { Place } from './place.entity.js';

/** Facilities are no records about persons: nothing of them is sealed and everyone with the permission reads them. */
export const placeKind: ReachedKind<Place, object> = {
  name: 'place',
  row: Place,
  reach: everyone,
  plain: {
    kind: 'open',
    kindWords: 'open',
    regionCode: 'open',
    zone: 'open',
    name: 'open',
    nameRu: 'open',
    nameKk: 'open',
    nameKey: 'open',
    aliases: 'open',
    authorityKind: 'open',
    address: 'open',
    validFrom: 'open',
    validTo: 'open',
  },
  sealed: {},
};
