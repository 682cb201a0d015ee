import type { Paper, PaperRow } from '../documents/public.js';
import { sayInstant, type Instant } from '../kernel/time/public.js';
import type { SubmissionForm } from './form.js';
import { textIn, type KnownSubmission } from './submission.view.js';

export const compareNote = 'Wording of this form is from general knowledge: compare with the current official form before sending.';

/** A draft laid out: headings in the language asked for, texts in English, what is missing said in its place. */
export function submissionPaper(form: SubmissionForm, known: KnownSubmission, { madeAt, zone, hash }: { madeAt: Instant; zone: string; hash: string }): Paper {
  const { headings } = known;
  return {
    language: headings,
    title: form.title[headings],
    reference: known.reference,
    madeAt,
    foot: [`${known.reference} · ${sayInstant(madeAt, zone, 'en')}`, `SHA-256 of the texts: ${hash}`],
    pageOf: '{page} / {pages}',
    facts: [
      fact('Form', `${form.citation} (version ${form.version})`),
      ...(form.status === 'compare' ? [fact('Status of the form', compareNote)] : []),
      fact('Drawn from the record', sayInstant(known.drawnAt, zone, 'en')),
    ],
    sections: form.sections.map(({ title, fields }) => ({
      heading: title[headings],
      lead: null,
      bar: null,
      table: {
        columns: [{ head: '', share: 3 }, { head: '', share: 8 }],
        rows: fields.map(({ id, label }): PaperRow => [[label[headings]], [textIn(known, id) ?? '[not known]']]),
      },
      empty: null,
    })),
  };
}

const fact = (label: string, value: string): PaperRow => [[label], [value]];
