import { isWithheld, seenFields, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds } from '../kernel/time/public.js';
import { fieldsIn, type SubmissionForm } from './form.js';
import type { Submission, SubmissionPrivate } from './submission.entity.js';
import { submissionKind } from './submission.kind.js';

export type KnownSubmission = Known<Submission, SubmissionPrivate>;

export class SubmissionRowView {
  id!: string;
  reference!: string;
  form!: string;
  state!: string;
  detentionId!: string | null;
  incidentId!: string | null;
  recordedAt!: string;
  sent!: Bounds | null;
}

export class SubmissionView extends SubmissionRowView {
  version!: number;
  formVersion!: string;
  scope!: string;
  headings!: string;
  individualId!: string | null;
  partnerId!: string | null;
  drawnAt!: string;
  sentHow!: string | null;
  fileHash!: string | null;
  replied!: Bounds | null;
  response!: string | null;
  drawn!: Readonly<Record<string, string | null>> | Withheld;
  texts!: Readonly<Record<string, string>> | Withheld;
  /** Why people who were found in it may stand there. */
  despite!: string | null | Withheld;
  recipient!: string | null | Withheld;
  theirReference!: string | null | Withheld;
  reply!: string | null | Withheld;
}

/** A fact the form asks for and nobody has given. */
export class MissingFactView {
  field!: string;
  label!: string;
  required!: boolean;
  /** Whom to ask: person, family, witness, lawyer, authority, us. */
  ask!: string;
}

/** Somebody stands in a draft who has not agreed to it. The text itself is not repeated. */
export class NamedView {
  /** Of the form; null: only in the finished file. */
  field!: string | null;
  by!: 'name' | 'number' | 'address';
  /** Whom to ask, as far as the reader reaches them. */
  about!: { kind: 'individual' | 'source'; id: string } | null;
}

/** A draft with what stands between it and being sent. */
export class SubmissionDraftView {
  submission!: SubmissionView;
  missing!: MissingFactView[];
  /** Why the person's consent does not cover it; null: it does, or it is about nobody in particular. */
  withheld!: string | null;
  /** Sources to ask for consent. */
  unasked!: string[];
  /** Sources that said no: how many. */
  refused!: number;
  /** Files of the record that the draft does not list, and why. */
  annexesLeftOut!: { unread: boolean; bySource: number; byPicture: number };
  /** After a change of the texts: who stands in them without having agreed. Saved all the same; no file is made of it. */
  named!: NamedView[];
  /** Fields that are still in the language of the record. */
  untranslated!: string[];
  /** Fields that the record gives otherwise than when it was drawn. */
  changed!: string[];
  /** What the record gives for them today. */
  now!: Record<string, string | null>;
}

export const submissionRow = ({ id, reference, form, state, detentionId, incidentId, recordedAt, sent }: Submission): SubmissionRowView => ({
  ...{ id, reference, form, state, detentionId, incidentId, recordedAt, sent: boundsOf(sent) },
});

export function submissionView(actor: Actor, known: KnownSubmission): SubmissionView {
  const { id, version, recordedAt } = known;
  const seen = seenFields(actor, submissionKind, known);
  const despite = isWithheld(seen.despite) ? seen.despite : (known.despite?.because ?? null);
  return { id, version, recordedAt, ...seen, despite, sent: boundsOf(known.sent), replied: boundsOf(known.replied) } as unknown as SubmissionView;
}

/** What stands in a field: what a person wrote, else what the record gave. */
export const textIn = (view: Pick<KnownSubmission, 'drawn' | 'texts'>, field: string): string | null => view.texts?.[field] ?? view.drawn?.[field] ?? null;

export const missingIn = (form: SubmissionForm, known: Pick<KnownSubmission, 'drawn' | 'texts'>): MissingFactView[] =>
  fieldsIn(form)
    .filter(({ id }) => !textIn(known, id))
    .map(({ id, label, required, ask }) => ({ field: id, label: label.en, required, ask }));

/** No machine translates anybody's words: what is still in Cyrillic letters, names apart, is for a person to say in English. */
export const untranslatedIn = (form: SubmissionForm, known: Pick<KnownSubmission, 'drawn' | 'texts'>): string[] =>
  fieldsIn(form).flatMap(({ id, from }) => (from !== 'person.names' && /\p{Script=Cyrillic}/u.test(textIn(known, id) ?? '') ? [id] : []));
