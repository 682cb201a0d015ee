import type { ReachedKind, ReachRule } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { RecordRow } from '../kernel/record/public.js';

type AnyKind = ReachedKind<RecordRow, object>;

/** What a piece of evidence belongs to. */
export type EvidenceAbout = 'individual' | 'detention' | 'incident' | 'case';

export const kindsAbout: Readonly<Record<EvidenceAbout, AnyKind>> = {
  individual: individualKind as unknown as AnyKind,
  detention: detentionKind as unknown as AnyKind,
  incident: incidentKind as unknown as AnyKind,
  case: caseKind as unknown as AnyKind,
};

export const evidenceAbouts = Object.keys(kindsAbout) as EvidenceAbout[];

/** The field of a row that holds the id. */
export const fieldAbout = { individual: 'individualId', detention: 'detentionId', incident: 'incidentId', case: 'caseId' } as const satisfies Record<EvidenceAbout, string>;

/** @throws Problem `not_found`, as for an address that is not there */
export function aboutOf(text: string): EvidenceAbout {
  const about = evidenceAbouts.find((one) => one === text);
  if (!about) throw Problem.notFound();
  return about;
}

const tables: Readonly<Record<EvidenceAbout, string>> = { individual: 'individual', detention: 'detention', incident: 'incident', case: 'case_file' };

const lies = (row: string, about: EvidenceAbout): string =>
  `EXISTS (SELECT 1 FROM ${tables[about]} e_${about} WHERE e_${about}.id = ${row}.${about}_id AND ${kindsAbout[about].reach.sql(`e_${about}`)})`;

/** A file is reached by who reaches what it belongs to, no wider and no narrower: so it lies in the same circles. */
export const reachOfEvidence: ReachRule = { sql: (row) => `(${evidenceAbouts.map((about) => lies(row, about)).join(' OR ')})` };
