import type { Body } from './filled-body.js';

/** What a step needs of the steps before it, and a text for a place that no schema tells of. */
export interface Far {
  readonly ids: Readonly<Record<string, string>>;
  readonly plant: (place: string) => string;
}

/** One route with a body. Everything in it that takes text is planted, but what `given` says: codes, ids, and what is public. */
export interface Step {
  readonly route: string;
  /** Parts of the address: the name of a step that made what they name, or what stands there. */
  readonly at?: Readonly<Record<string, string>>;
  readonly given?: (far: Far) => Body;
  /** Under which name later steps know what was made. */
  readonly made?: string;
  /** Where in the answer it stands, in a list last; without it the answer is what was made. */
  readonly among?: string;
}

const held = { kind: 'street_containment', account: 'observed' };
const charged = { kind: 'charged_admin', account: 'observed' };
const facility = { kind: 'police_station', regionCode: 'KZ-75', zone: 'Asia/Almaty', name: 'Station', nameRu: 'Участок', nameKk: 'Бөлім', kindWords: 'station', aliases: ['No. 1'], address: 'Main street 1' };

/** What the form of a briefing does not leave without. */
const needed = ['summary', 'names', 'when', 'duration', 'places', 'account', 'asks'];

/** Every route of the API that takes a body, in an order in which each has what it needs. */
export const steps: readonly Step[] = [
  { route: 'post /api/v1/teams', made: 'team' },
  { route: 'put /api/v1/teams/{id}', at: { id: 'team' } },
  { route: 'post /api/v1/staff', given: () => ({ role: 'caseworker' }), made: 'colleague' },
  { route: 'post /api/v1/staff/{id}/role', at: { id: 'colleague' }, given: () => ({ role: 'lawyer' }) },
  { route: 'post /api/v1/staff/{id}/proposals', at: { id: 'colleague' }, given: () => ({ what: 'access.reset' }) },
  { route: 'post /api/v1/account/tokens', given: () => ({ permissions: ['individual.read'], days: 1 }) },
  // Facilities are public knowledge; why an entry was corrected is not.
  { route: 'post /api/v1/places', given: () => facility, made: 'place' },
  { route: 'patch /api/v1/places/{id}', at: { id: 'place' }, given: () => ({ ...facility, name: 'Station 2' }) },
  { route: 'post /api/v1/sources', given: () => ({ kind: 'witness', reliability: 'unknown' }), made: 'source' },
  { route: 'patch /api/v1/sources/{id}', at: { id: 'source' } },
  { route: 'post /api/v1/individuals', given: ({ plant }) => ({ names: [{ text: plant('person name'), kind: 'full' }] }), made: 'person' },
  { route: 'post /api/v1/individuals/search', given: ({ plant }) => ({ name: plant('searched name') }) },
  { route: 'patch /api/v1/individuals/{id}', at: { id: 'person' }, given: ({ ids }) => ({ sourceId: ids.source }) },
  { route: 'post /api/v1/individuals/{id}/reveal', at: { id: 'person' }, given: () => ({ fields: ['phones'] }) },
  { route: 'post /api/v1/sources/{id}/reveal', at: { id: 'source' }, given: () => ({ fields: ['contact'] }) },
  { route: 'post /api/v1/incidents', given: ({ ids, plant }) => ({ kind: 'unmapped', regionCode: 'KZ-75', placeIds: [ids.place], sourceIds: [ids.source], headCounts: [{ atLeast: 3, asSaid: plant('first count'), sourceId: ids.source }] }), made: 'incident' },
  { route: 'patch /api/v1/incidents/{id}', at: { id: 'incident' }, given: ({ ids }) => ({ kind: 'unmapped', placeIds: [ids.place], sourceIds: [ids.source], sourceId: ids.source }) },
  { route: 'post /api/v1/incidents/{incidentId}/head-counts', at: { incidentId: 'incident' }, given: ({ ids }) => ({ atLeast: 4, sourceId: ids.source }), made: 'count' },
  { route: 'patch /api/v1/incidents/{incidentId}/head-counts/{id}', at: { incidentId: 'incident', id: 'count' }, given: ({ ids }) => ({ atLeast: 5, sourceId: ids.source }) },
  { route: 'post /api/v1/organisations', given: () => ({ kind: 'unknown' }), made: 'organisation' },
  { route: 'patch /api/v1/organisations/{id}', at: { id: 'organisation' }, given: ({ ids }) => ({ sourceId: ids.source }) },
  { route: 'post /api/v1/organisations/{id}/affiliations', at: { id: 'organisation' }, given: ({ ids }) => ({ individualId: ids.person }), made: 'affiliation' },
  { route: 'patch /api/v1/organisations/{id}/affiliations/{affiliationId}', at: { id: 'organisation', affiliationId: 'affiliation' } },
  { route: 'post /api/v1/detentions', given: ({ ids }) => ({ individualId: ids.person, incidentId: ids.incident, kind: 'containment', authorityKind: 'unknown', outcome: 'unknown', regionCode: 'KZ-75', periods: [], events: [] }), made: 'stay' },
  { route: 'patch /api/v1/detentions/{id}', at: { id: 'stay' }, given: ({ ids }) => ({ incidentId: ids.incident }) },
  { route: 'post /api/v1/detentions/{id}/periods', at: { id: 'stay' }, given: ({ ids }) => ({ ...held, placeId: null, sourceId: ids.source, moreSourceIds: [] }), made: 'period', among: 'periods' },
  { route: 'patch /api/v1/detentions/{id}/periods/{periodId}', at: { id: 'stay', periodId: 'period' }, given: ({ ids }) => ({ ...held, placeId: null, sourceId: ids.source, moreSourceIds: [] }) },
  { route: 'post /api/v1/detentions/{id}/events', at: { id: 'stay' }, given: ({ ids }) => ({ ...charged, placeId: null, sourceId: ids.source, moreSourceIds: [] }), made: 'event', among: 'events' },
  { route: 'patch /api/v1/detentions/{id}/events/{eventId}', at: { id: 'stay', eventId: 'event' }, given: ({ ids }) => ({ ...charged, placeId: null, sourceId: ids.source, moreSourceIds: [] }) },
  { route: 'post /api/v1/rule-packs/{pack}/{version}/rules/{ruleId}/review', at: { pack: 'kz', version: '2015.01', ruleId: 'kz.adm.789-1.3h' }, given: () => ({ confirmed: true }) },
  { route: 'post /api/v1/cases', given: ({ ids }) => ({ individuals: [ids.person], detentions: [] }), made: 'case' },
  { route: 'patch /api/v1/cases/{id}', at: { id: 'case' } },
  // Who works on it too reaches the person.
  { route: 'post /api/v1/cases/{id}/members', at: { id: 'case' }, given: ({ ids }) => ({ staffId: ids.dana }) },
  { route: 'post /api/v1/cases/{id}/members', at: { id: 'case' }, given: ({ ids }) => ({ staffId: ids.marat }) },
  { route: 'post /api/v1/circles', made: 'circle' },
  { route: 'post /api/v1/follow-ups', given: ({ ids }) => ({ kind: 'complaint', individualId: ids.person, caseId: null, detentionId: null, incidentId: null, ownerId: null }), made: 'task' },
  { route: 'patch /api/v1/follow-ups/{id}', at: { id: 'task' }, given: () => ({ ownerId: null }) },
  { route: 'post /api/v1/follow-ups/{id}/status', at: { id: 'task' }, given: () => ({ status: 'done' }) },
  { route: 'post /api/v1/consents/{about}/{id}', at: { about: 'individual', id: 'person' }, given: () => ({ answers: { internal_help: 'yes', share_partner: 'yes' }, givenBy: 'self', way: 'in_person', partnerIds: [], evidenceId: null, expires: null }) },
  { route: 'post /api/v1/detentions/{id}/timeline/exports', at: { id: 'stay' }, given: () => ({ format: 'json', purpose: 'internal' }) },
  { route: 'post /api/v1/evidence', given: ({ ids, plant }) => ({ kind: 'protocol', fileName: `${plant('post /api/v1/evidence fileName')}.txt`, uploadId: ids.upload, about: 'individual', aboutId: ids.person, sourceId: ids.source, originalId: null }), made: 'evidence' },
  { route: 'post /api/v1/evidence/{id}/steps', at: { id: 'evidence' }, given: () => ({ step: 'copied' }) },
  { route: 'post /api/v1/submissions', given: ({ ids }) => ({ form: 'partner-briefing', detentionId: ids.stay, incidentId: null }), made: 'draft', among: 'submission' },
  { route: 'patch /api/v1/submissions/{id}', at: { id: 'draft' }, given: ({ plant }) => ({ texts: Object.fromEntries(needed.map((field) => [field, plant(`draft ${field}`)])) }) },
  { route: 'post /api/v1/submissions/{id}/sending', at: { id: 'draft' }, given: () => ({ how: 'post' }) },
  { route: 'post /api/v1/submissions/{id}/reply', at: { id: 'draft' }, given: () => ({ response: 'assistance' }) },
  { route: 'post /api/v1/consents/{about}/{id}/withdrawals', at: { about: 'individual', id: 'person' }, given: () => ({ scopes: ['internal_help'], givenBy: 'self', way: 'in_person', evidenceId: null }) },
  { route: 'post /api/v1/reports/{report}/exports', at: { report: 'when' }, given: () => ({ purpose: 'internal', format: 'csv' }) },
  { route: 'post /api/v1/saved-reports', given: () => ({ report: 'when', purpose: 'internal' }) },
  { route: 'post /api/v1/publications', given: () => ({ language: 'en', tables: [{ rows: 'region', columns: 'sex' }], from: '2021-01-10', to: '2021-01-10' }) },
  { route: 'post /api/v1/individuals/{id}/erasure', at: { id: 'person' }, given: () => ({ ground: 'withdrawn' }) },
  { route: 'post /api/v1/sources/{id}/erasure', at: { id: 'source' }, given: () => ({ ground: 'danger' }) },
  { route: 'post /api/v1/holds', given: ({ ids }) => ({ kind: 'incident', recordId: ids.incident }), made: 'hold' },
  { route: 'post /api/v1/holds/{id}/release', at: { id: 'hold' } },
  { route: 'post /api/v1/data-requests', given: ({ ids }) => ({ what: 'access', askedBy: 'person', identity: 'document', individualId: ids.person, received: { said: '10.01.2021' } }), made: 'request' },
  { route: 'post /api/v1/data-requests/{id}/answers', at: { id: 'request' }, given: () => ({ step: 'in_work' }) },
  { route: 'post /api/v1/individuals/{id}/person-file', at: { id: 'person' }, given: () => ({ purpose: 'internal', format: 'json' }) },
  { route: 'post /api/v1/circles/{id}/members', at: { id: 'circle' }, given: ({ ids }) => ({ staffId: ids.dana, lastDay: null }) },
  { route: 'post /api/v1/circles/{id}/seal', at: { id: 'circle' }, given: () => ({ what: 'seal' }) },
  { route: 'post /api/v1/emergency-entries', given: ({ ids }) => ({ reference: ids.caseReference }) },
  { route: 'post /api/v1/individuals/{id}/restriction', at: { id: 'person' }, given: ({ ids }) => ({ ground: 'accuracy', requestId: ids.request }) },
  { route: 'post /api/v1/individuals/{id}/restriction/open', at: { id: 'person' } },
];

/** Routes with a body that are not walked, with the reason. */
export const notWalked: Readonly<Record<string, string>> = {
  'post /api/v1/session': 'a name and secrets, compared and not kept; nothing-in-plain-text signs in with a planted name',
  'post /api/v1/session/confirmation': 'secrets, compared and not kept',
  'post /api/v1/account/password': 'secrets, of which a digest is kept',
  'post /api/v1/server/rehearsals': 'secrets of papers, compared and not kept',
  'put /api/v1/roles/{role}': 'its reason is that of an approval, sealed by the same hand as those of the others',
  'post /api/v1/rule-packs': 'legal rules are public',
  'post /api/v1/approvals/{id}/answer': 'yes or no',
  'post /api/v1/hand-overs/{handOverId}/answer': 'yes or no',
  'post /api/v1/emergency-entries/{id}/answer': 'yes or no',
  'post /api/v1/submissions/{id}/files': 'a format',
  'post /api/v1/cases/{id}/shares': 'an id',
  'post /api/v1/cases/{id}/shares/part': 'an id, and the title of a case, which stands where post /api/v1/cases puts it',
  'post /api/v1/cases/{id}/individuals': 'an id or a number',
  'post /api/v1/cases/{id}/detentions': 'an id or a number',
  'post /api/v1/cases/{id}/sources': 'an id or a number',
  'post /api/v1/cases/{id}/hand-overs': 'an id',
  'post /api/v1/circles/{id}/records': 'a number',
  'post /api/v1/staff/{id}/erasure': 'the reason of an approval; the route for individuals is walked',
  'post /api/v1/retention/{id}/proposals': 'the reason of an approval; the route for individuals is walked',
  'post /api/v1/publications/{id}/propose': 'the reason of an approval, as of an erasure; nothing that names somebody is ever made',
  'post /api/v1/publications/{id}/receipts': 'of what was released only; sealed with the publication, see publications.story',
  'post /api/v1/publications/{id}/recall': 'of what was released only; sealed with the publication, see publications.story',
};
