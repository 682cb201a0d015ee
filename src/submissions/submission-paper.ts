import type { Paper, PaperRow } from '../documents/public.js';
import { localDate, type Instant } from '../kernel/time/public.js';
import type { FormField, HeadingLanguage, SubmissionForm } from './form.js';
import { textIn, type KnownSubmission } from './submission.view.js';

/** What stands around the form, in the language of its headings. `compare`: no official form was at hand. */
const around: Readonly<Record<HeadingLanguage, Readonly<Record<'form' | 'version' | 'status' | 'compare' | 'drawn' | 'hash' | 'unknown' | 'unwritten' | 'none', string>>>> = {
  en: {
    ...{ form: 'Form', version: 'version', status: 'Status of the form', compare: 'Wording of this form is from general knowledge: compare with the current official form before sending.' },
    ...{ drawn: 'Drawn from the record', hash: 'SHA-256 of the texts', unknown: '[not known]', unwritten: '[to be completed]', none: '[none]' },
  },
  fr: {
    ...{ form: 'Formulaire', version: 'version', status: 'État du formulaire', compare: 'Libellés établis d’après des connaissances générales : à comparer avec le formulaire officiel en vigueur avant l’envoi.' },
    ...{ drawn: 'Établi d’après le dossier', hash: 'SHA-256 des textes', unknown: '[inconnu]', unwritten: '[à compléter]', none: '[aucune]' },
  },
  es: {
    ...{ form: 'Formulario', version: 'versión', status: 'Estado del formulario', compare: 'Redacción basada en conocimientos generales: compárese con el formulario oficial vigente antes de enviar.' },
    ...{ drawn: 'Extraído del expediente', hash: 'SHA-256 de los textos', unknown: '[no se sabe]', unwritten: '[por completar]', none: '[ninguno]' },
  },
};

/** A draft laid out: headings in the language asked for, texts in English, what is missing said in its place. Days as 2021-01-20, the same in every language. */
export function submissionPaper(form: SubmissionForm, known: KnownSubmission, { madeAt, zone, hash }: { madeAt: Instant; zone: string; hash: string }): Paper {
  const { headings } = known;
  const said = around[headings];
  const absent = ({ from, required }: FormField): string => (from === 'evidence.listed' ? said.none : from === null && required ? said.unwritten : said.unknown);
  return {
    language: headings,
    title: form.title[headings],
    reference: known.reference,
    madeAt,
    foot: [`${known.reference} · ${localDate(madeAt, zone)}`, `${said.hash}: ${hash}`],
    pageOf: '{page} / {pages}',
    facts: [
      ...(form.status === 'ours' ? [] : [fact(said.form, `${form.citation} (${said.version} ${form.version})`)]),
      ...(form.status === 'compare' ? [fact(said.status, said.compare)] : []),
      fact(said.drawn, localDate(known.drawnAt, zone)),
    ],
    sections: form.sections.map(({ title, fields }) => ({
      heading: title[headings],
      lead: null,
      bar: null,
      table: {
        columns: [{ head: '', share: 3 }, { head: '', share: 8 }],
        rows: fields.map((field): PaperRow => [[field.label[headings]], [textIn(known, field.id) ?? absent(field)]]),
      },
      empty: null,
    })),
  };
}

const fact = (label: string, value: string): PaperRow => [[label], [value]];
