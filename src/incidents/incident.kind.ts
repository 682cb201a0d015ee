import { about, childOf, shared, type ReachedKind } from '../access/public.js';
import { HeadCount, Incident, type IncidentPrivate } from './incident.entity.js';

const reach = shared(about(['incident', 'id']));

export const incidentKind: ReachedKind<Incident, IncidentPrivate> = {
  name: 'incident',
  row: Incident,
  reach,
  plain: {
    reference: 'open',
    kind: 'open',
    kindWords: 'open',
    regionCode: 'open',
    placeWords: 'open',
    placeIds: 'open',
    start: 'open',
    end: 'open',
    theme: 'open',
    permission: 'open',
    organiserKind: 'open',
    authorityKind: 'open',
    sourceIds: 'open',
    externalId: 'open',
  },
  sealed: { title: 'open', description: 'narrative', organiser: 'identity', links: 'narrative', sourceWords: 'open' },
};

export const headCountKind: ReachedKind<HeadCount, object> = {
  name: 'head-count',
  row: HeadCount,
  reach: shared(childOf('incident', 'incident_id', reach)),
  plain: { incidentId: 'open', sourceId: 'open', atLeast: 'open', atMost: 'open', asSaid: 'open' },
  sealed: {},
};
