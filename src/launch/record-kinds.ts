import { caseKind } from '../cases/public.js';
import { consentKind, disclosureKind } from '../consents/public.js';
import { custodyPeriodKind, detentionEventKind, detentionKind } from '../detentions/public.js';
import { evidenceKind } from '../evidence/public.js';
import { followUpKind } from '../follow-ups/public.js';
import { headCountKind, incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { RecordKind } from '../kernel/record/public.js';
import { affiliationKind, organisationKind } from '../organisations/public.js';
import { placeKind } from '../places/public.js';
import { publicationKind } from '../publications/public.js';
import { dataRequestKind } from '../requests/public.js';
import { sourceKind } from '../sources/public.js';
import { submissionKind } from '../submissions/public.js';

/** Every kind of record; a test compares them with the tables. */
export const recordKinds = [
  ...[individualKind, organisationKind, affiliationKind, sourceKind, placeKind, incidentKind, headCountKind],
  ...[detentionKind, custodyPeriodKind, detentionEventKind, caseKind, followUpKind, evidenceKind, consentKind, disclosureKind, submissionKind, dataRequestKind, publicationKind],
] as unknown as readonly RecordKind[];
