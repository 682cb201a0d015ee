import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Affiliation, AffiliationPrivate, Organisation, OrganisationPrivate } from './organisation.entity.js';
import { organisationKind } from './organisation.kind.js';

export type KnownOrganisation = Known<Organisation, OrganisationPrivate>;

export class OrganisationView {
  id!: string;
  version!: number;
  reference!: string;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  kind!: string;
  regionCode!: string | null;
  partner!: boolean;
  name!: string | Withheld;
  otherNames!: string[] | null | Withheld;
  contact!: string | null | Withheld;
  notes!: string | null | Withheld;
}

export class OrganisationRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  kind!: string;
  regionCode!: string | null;
  partner!: boolean;
  name!: string | Withheld;
}

/** A tie between a person and an organisation, seen from either end. */
export class AffiliationView {
  id!: string;
  version!: number;
  individualId!: string;
  organisationId!: string;
  relation!: string;
  role!: string | null | Withheld;
}

export function organisationView(actor: Actor, known: KnownOrganisation): OrganisationView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy } = known;
  const fields = seenFields(actor, organisationKind, known);
  return { id, version, recordedAt, recordedBy, changedAt, changedBy, ...fields } as unknown as OrganisationView;
}

export function organisationRow(actor: Actor, known: KnownOrganisation): OrganisationRowView {
  const { id, reference, recordedAt, kind, regionCode, partner } = known;
  return { id, reference, recordedAt, kind, regionCode, partner, name: shown(actor, 'identity', known.name) };
}

export function affiliationView(actor: Actor, known: Known<Affiliation, AffiliationPrivate>): AffiliationView {
  const { id, version, individualId, organisationId, relation } = known;
  return { id, version, individualId, organisationId, relation, role: shown(actor, 'identity', known.role, known) };
}

/** What an organisation is called: its name, or the reference number where that is withheld or erased. */
export const organisationName = (view: { name: string | null | Withheld; reference: string }): string =>
  typeof view.name === 'string' && view.name ? view.name : view.reference;
