export { Affiliation, Organisation, type OrganisationPrivate } from './organisation.entity.js';
export { affiliationKind, organisationKind } from './organisation.kind.js';
