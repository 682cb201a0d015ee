import { about, childOf, shared, type ReachedKind } from '../access/public.js';
import { HeadCount, Incident, type HeadCountPrivate, type IncidentPrivate } from './incident.entity.js';

const reach = shared(about(['incident', 'id']));

export const incidentKind: ReachedKind<Incident, IncidentPrivate> = {
  name: 'incident',
  row: Incident,
  reach,
  plain: {
    reference: 'open',
    kind: 'open',
    regionCode: 'open',
    placeIds: 'open',
    start: 'open',
    end: 'open',
    themeToken: 'derived',
    permission: 'open',
    organiserKind: 'open',
    authorityKind: 'open',
    sourceIds: 'open',
    externalToken: 'derived',
  },
  sealed: {
    ...{ title: 'open', kindWords: 'open', placeWords: 'open', theme: 'open', description: 'narrative', organiser: 'identity' },
    ...{ links: 'narrative', sourceWords: 'open', externalId: 'open' },
  },
};

export const headCountKind: ReachedKind<HeadCount, HeadCountPrivate> = {
  name: 'head-count',
  row: HeadCount,
  reach: shared(childOf('incident', 'incident_id', reach)),
  plain: { incidentId: 'open', sourceId: 'open', atLeast: 'open', atMost: 'open' },
  sealed: { asSaid: 'open' },
};
