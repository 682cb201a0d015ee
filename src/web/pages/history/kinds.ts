import type { Permission, ReachedKind } from '../../../access/public.js';
import { caseKind } from '../../../cases/public.js';
import { custodyPeriodKind, detentionEventKind, detentionKind } from '../../../detentions/public.js';
import { evidenceKind } from '../../../evidence/public.js';
import { followUpKind } from '../../../follow-ups/public.js';
import { headCountKind, incidentKind } from '../../../incidents/public.js';
import { individualKind } from '../../../individuals/public.js';
import type { RecordRow } from '../../../kernel/record/public.js';
import { affiliationKind, organisationKind } from '../../../organisations/public.js';
import { submissionKind } from '../../../submissions/public.js';
import { placeKind } from '../../../places/public.js';
import { sourceKind } from '../../../sources/public.js';

/** A kind of record as pages speak of it: who may read it, where it is shown, and which of its fields are codes. */
export interface ShownKind {
  readonly kind: ReachedKind<RecordRow, object>;
  readonly permission: Permission;
  /** Where the record is shown; null for a part that is shown on another record's page. */
  readonly path: string | null;
  /** The record and the field by which a part hangs on it. */
  readonly partOf?: { readonly kind: string; readonly field: string };
  /** Field to code list. */
  readonly codes: Readonly<Record<string, string>>;
}

const detentionCodes = { kind: 'detention-kinds', authorityKind: 'authority-kinds', outcome: 'outcomes' };

/** Every kind of record there is a page for. */
export const shownKinds: readonly ShownKind[] = [
  {
    kind: individualKind,
    permission: 'individual.read',
    path: '/individuals',
    codes: { sex: 'sex', roles: 'roles-of-person', vulnerabilities: 'vulnerabilities' },
  },
  { kind: organisationKind, permission: 'organisation.read', path: '/organisations', codes: { kind: 'organisation-kinds' } },
  {
    kind: affiliationKind,
    permission: 'organisation.read',
    path: null,
    partOf: { kind: 'organisation', field: 'organisationId' },
    codes: { relation: 'relation-kinds' },
  },
  { kind: sourceKind, permission: 'source.read', path: '/sources', codes: { kind: 'source-kinds', reliability: 'reliability' } },
  { kind: placeKind, permission: 'place.read', path: '/places', codes: { kind: 'facility-kinds', authorityKind: 'authority-kinds' } },
  {
    kind: incidentKind,
    permission: 'incident.read',
    path: '/incidents',
    codes: { kind: 'incident-kinds', permission: 'permissions', organiserKind: 'organiser-kinds', authorityKind: 'authority-kinds' },
  },
  { kind: headCountKind, permission: 'incident.read', path: null, partOf: { kind: 'incident', field: 'incidentId' }, codes: {} },
  { kind: detentionKind, permission: 'detention.read', path: '/detentions', codes: detentionCodes },
  {
    kind: custodyPeriodKind,
    permission: 'detention.read',
    path: null,
    partOf: { kind: 'detention', field: 'detentionId' },
    codes: { kind: 'custody-period-kinds', account: 'accounts' },
  },
  {
    kind: detentionEventKind,
    permission: 'detention.read',
    path: null,
    partOf: { kind: 'detention', field: 'detentionId' },
    codes: { kind: 'event-kinds', account: 'accounts', fineUnit: 'fine-units', method: 'ill-treatment-methods' },
  },
  {
    kind: caseKind,
    permission: 'case.read',
    path: '/cases',
    codes: { stage: 'case-stages', outcome: 'case-outcomes', priority: 'priorities' },
  },
  { kind: submissionKind, permission: 'submission.read', path: '/submissions', codes: { scope: 'consent-scopes', response: 'responses' } },
  { kind: evidenceKind, permission: 'evidence.read', path: '/evidence', codes: { kind: 'evidence-kinds' } },
  {
    kind: followUpKind,
    permission: 'follow-up.read',
    path: '/follow-ups',
    codes: { kind: 'follow-up-kinds', priority: 'priorities', status: 'follow-up-statuses' },
  },
];

const byName = new Map(shownKinds.map((one) => [one.kind.name, one]));

export const shownKind = (name: string): ShownKind | undefined => byName.get(name);

/** Where a record is shown to somebody with these permissions; null where they could not open it. */
export function hrefOf(kind: string, id: string | null, permissions: ReadonlySet<string>): string | null {
  if (kind === 'staff' && id && permissions.has('staff.manage')) return `/staff/${id}`;
  const shown = shownKind(kind);
  return shown?.path && id && permissions.has(shown.permission) ? `${shown.path}/${id}` : null;
}
