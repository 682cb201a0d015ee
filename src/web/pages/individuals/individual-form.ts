import { isWithheld } from '../../../access/public.js';
import type { IndividualView } from '../../../individuals/public.js';
import { correctedText, linesOf, textOf, textsOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

const texts = ['sex', 'birth', 'regionCode', 'nationality', 'occupation', 'medicalNeed', 'address', 'documents', 'description', 'notes'];

/** What a form says of a person, as the input of the API. Names: one a line, the first is the one they go by. */
export function individualFrom(form: FormBody, edit: boolean): Record<string, unknown> {
  const text = edit ? correctedText : textOf;
  const said: Record<string, unknown> = Object.fromEntries(texts.map((name) => [name, text(form, name)]));
  if (form.sex === '') delete said.sex;
  said.names = linesOf(form, 'names').map((line) => ({ text: line, kind: 'full', script: scriptOf(line) }));
  said.roles = textsOf(form, 'roles');
  if (form.phones !== undefined) said.phones = orNull(linesOf(form, 'phones'));
  if (form.vulnerabilities !== undefined) said.vulnerabilities = orNull(textsOf(form, 'vulnerabilities'));
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const orNull = (list: string[]): string[] | null => (list.length > 0 ? list : null);

/** The script a name is written in, as far as its letters tell. */
export function scriptOf(name: string): string | null {
  if (/[әғқңөұүһі]/i.test(name)) return 'kk-Cyrl';
  if (/[а-яё]/i.test(name)) return 'ru-Cyrl';
  return /[a-z]/i.test(name) ? 'en-Latn' : null;
}

/** The form as it is first shown for an edit. */
export function valuesOf(view: IndividualView): FormValues {
  const open = <T>(value: T): Exclude<T, { withheld: string }> | null =>
    isWithheld(value) ? null : (value as Exclude<T, { withheld: string }>);
  const names = Array.isArray(view.names) ? view.names : [];
  const plain = Object.fromEntries(texts.filter((name) => !isWithheld((view as unknown as Record<string, unknown>)[name])).map((name) => [name, open((view as unknown as Record<string, unknown>)[name]) as string | null]));
  return {
    ...plain,
    names: names.map((one) => one.text).join('\n'),
    roles: view.roles,
    vulnerabilities: open(view.vulnerabilities) as string[] | null,
    ...(isWithheld(view.phones) ? {} : { phones: (view.phones ?? []).join('\n') }),
  };
}
