import { about, childOf, type ReachedKind } from '../access/public.js';
import { CustodyPeriod, type CustodyPeriodPrivate } from './custody-period.entity.js';
import { DetentionEvent, type DetentionEventPrivate } from './detention-event.entity.js';
import { Detention, type DetentionPrivate } from './detention.entity.js';

/** A detention is reached by who reaches both it and the person: it would tell who was held. */
const reach = about(['detention', 'id'], ['individual', 'individual_id']);

export const detentionKind: ReachedKind<Detention, DetentionPrivate> = {
  name: 'detention',
  row: Detention,
  reach,
  plain: {
    reference: 'open',
    individualId: 'open',
    incidentId: 'open',
    kind: 'open',
    authorityKind: 'open',
    outcome: 'open',
    regionCode: 'open',
    countedAtLeast: 'open',
    countedAtMost: 'open',
    circumstances: 'open',
    startEarliest: 'derived',
    startLatest: 'derived',
  },
  sealed: { kindWords: 'open', authorityWords: 'open', outcomeWords: 'open', ground: 'narrative', description: 'narrative', unnamed: 'narrative' },
};

export const custodyPeriodKind: ReachedKind<CustodyPeriod, CustodyPeriodPrivate> = {
  name: 'custody-period',
  row: CustodyPeriod,
  reach: childOf('detention', 'detention_id', reach),
  plain: {
    detentionId: 'open',
    kind: 'open',
    account: 'open',
    placeId: 'open',
    sourceId: 'open',
    moreSourceIds: 'open',
    start: 'open',
    end: 'open',
    withdrawn: 'open',
  },
  sealed: { placeWords: 'open', note: 'narrative' },
};

export const detentionEventKind: ReachedKind<DetentionEvent, DetentionEventPrivate> = {
  name: 'detention-event',
  row: DetentionEvent,
  reach: childOf('detention', 'detention_id', reach),
  plain: {
    detentionId: 'open',
    kind: 'open',
    account: 'open',
    placeId: 'open',
    sourceId: 'open',
    moreSourceIds: 'open',
    articleToken: 'derived',
    sanctionDays: 'open',
    fineAmount: 'open',
    fineUnit: 'open',
    method: 'open',
    at: 'open',
    withdrawn: 'open',
  },
  sealed: { kindWords: 'open', article: 'open', note: 'narrative' },
};
