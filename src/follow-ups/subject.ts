import type { ReachedKind } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { RecordRow } from '../kernel/record/public.js';

/** The columns by which a task hangs on what it is about. */
export type SubjectField = 'caseId' | 'individualId' | 'detentionId' | 'incidentId';

export interface Subject {
  readonly field: SubjectField;
  readonly id: string;
}

export type AnyKind = ReachedKind<RecordRow, object>;

export const subjectKinds: Readonly<Record<SubjectField, AnyKind>> = {
  caseId: caseKind as unknown as AnyKind,
  individualId: individualKind as unknown as AnyKind,
  detentionId: detentionKind as unknown as AnyKind,
  incidentId: incidentKind as unknown as AnyKind,
};

export const subjectFields = Object.keys(subjectKinds) as SubjectField[];

type Given = Partial<Record<SubjectField, string | null | undefined>>;

/** What a task is about. @throws Problem `follow_up.one_subject` (422) for none or several. */
export function subjectOf(given: Given): Subject {
  const found = subjectFields.flatMap((field) => (given[field] ? [{ field, id: given[field] }] : []));
  const [subject] = found;
  if (subject && found.length === 1) return subject;
  throw new Problem('follow_up.one_subject', { status: 422, fields: [{ field: 'caseId', code: 'follow_up.one_subject' }] });
}
