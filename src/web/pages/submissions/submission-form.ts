import { fieldsIn, type SubmissionForm } from '../../../submissions/public.js';
import { textOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

/** The texts of the page as the input of the API: an emptied field says again what the record gives. */
export function textsFrom(form: FormBody, definition: SubmissionForm): Record<string, string | null> {
  return Object.fromEntries(fieldsIn(definition).flatMap(({ id }): [string, string | null][] => {
    const text = form[`texts.${id}`];
    return text === undefined ? [] : [[id, lineEnds(textOf(form, `texts.${id}`))]];
  }));
}

/** Browsers send the line ends of another system. */
const lineEnds = (text: string | undefined): string | null => (text === undefined ? null : text.replaceAll('\r\n', '\n'));

export const saidIn = (form: FormBody, texts: readonly string[], moments: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries([
    ...texts.flatMap((name) => (textOf(form, name) === undefined ? [] : [[name, textOf(form, name)] as const])),
    ...moments.flatMap((name) => (textOf(form, name) === undefined ? [] : [[name, { said: textOf(form, name) }] as const])),
  ]);

/** A version's texts under the names of the form. */
export function textsShown(fields: Record<string, unknown>): FormValues {
  const { drawn, texts } = fields as { drawn?: Record<string, string | null> | null; texts?: Record<string, string> | null };
  return Object.fromEntries(Object.entries({ ...drawn, ...texts }).map(([id, text]) => [`texts.${id}`, text]));
}
