import { about, type ReachedKind } from '../access/public.js';
import { Affiliation, Organisation, type AffiliationPrivate, type OrganisationPrivate } from './organisation.entity.js';

export const organisationKind: ReachedKind<Organisation, OrganisationPrivate> = {
  name: 'organisation',
  row: Organisation,
  reach: about(['organisation', 'id']),
  plain: { reference: 'open', kind: 'open', regionCode: 'open', partner: 'open' },
  sealed: { name: 'identity', otherNames: 'identity', contact: 'contact', notes: 'narrative' },
};

/** Reached by who reaches both ends: either alone would give the other away. */
export const affiliationKind: ReachedKind<Affiliation, AffiliationPrivate> = {
  name: 'affiliation',
  row: Affiliation,
  reach: about(['individual', 'individual_id'], ['organisation', 'organisation_id']),
  plain: { individualId: 'open', organisationId: 'open', relation: 'open' },
  sealed: { role: 'identity' },
};
