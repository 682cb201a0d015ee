import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsentScope } from '../consents/public.js';
import { projectRoot } from '../kernel/settings/public.js';
import type { DrawKey } from './draws.js';

/** Languages the headings of a draft exist in; what is filled in is English. */
export const headingLanguages = ['en', 'fr', 'es'] as const;
export type HeadingLanguage = (typeof headingLanguages)[number];

type Headings = Readonly<Record<HeadingLanguage, string>>;

export interface FormField {
  readonly id: string;
  readonly label: Headings;
  /** What it is filled from; null: a person writes it. */
  readonly from: DrawKey | null;
  readonly required: boolean;
  /** Whom to ask when it is missing: person, family, witness, lawyer, authority, us. */
  readonly ask: string;
}

export interface ReplyTerm {
  readonly days: number;
  readonly label: { readonly en: string; readonly ru: string; readonly kk: string };
  readonly review: 'needs_legal_review' | 'confirmed';
}

/**
 * One form of one body, as data in submission-forms/. `status`: `read`, its fields were read in a copy of the form; `compare`, they
 * are from general knowledge and are to be compared with the current official form; `ours`, there is no official form.
 */
export interface SubmissionForm {
  readonly form: string;
  readonly version: string;
  readonly title: Headings & { readonly ru: string; readonly kk: string };
  readonly about: 'detention' | 'incident';
  /** What the person must have agreed to. */
  readonly scope: ConsentScope;
  readonly status: 'read' | 'compare' | 'ours';
  readonly citation: string;
  readonly replies: readonly ReplyTerm[];
  readonly sections: readonly { readonly title: Headings; readonly fields: readonly FormField[] }[];
}

const folder = join(projectRoot(), 'submission-forms');

export const forms: readonly SubmissionForm[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SubmissionForm);

export const formOf = (code: string): SubmissionForm | undefined => forms.find(({ form }) => form === code);

/** Who agreed to passing on may have named partners: which one a form of that use is for has to be said. */
export const isForPartner = ({ scope }: Pick<SubmissionForm, 'scope'>): boolean => scope === 'share_partner';

export const fieldsIn = ({ sections }: Pick<SubmissionForm, 'sections'>): readonly FormField[] => sections.flatMap(({ fields }) => fields);
