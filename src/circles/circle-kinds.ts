import type { ReachedKind } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { organisationKind } from '../organisations/public.js';
import { sourceKind } from '../sources/public.js';

export type Numbered = ReachedKind<RecordRow & { reference: string }, object>;

const kinds = [individualKind, detentionKind, caseKind, incidentKind, sourceKind, organisationKind] as unknown as readonly Numbered[];

/** The kinds of record that can lie in a circle, by name. */
export const circleKinds: ReadonlyMap<string, Numbered> = new Map(kinds.map((kind) => [kind.name, kind]));

const letters: Readonly<Record<string, string>> = { I: 'individual', D: 'detention', C: 'case', E: 'incident', S: 'source', O: 'organisation' };

/** The kind of record a number speaks of. */
export const kindOfReference = (reference: string): Numbered | undefined => circleKinds.get(letters[reference[0]?.toUpperCase() ?? ''] ?? '');
