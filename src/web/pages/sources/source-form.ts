import { isWithheld } from '../../../access/public.js';
import type { SourceView } from '../../../sources/public.js';
import { correctedText, textOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

const texts = ['label', 'kind', 'reliability', 'language', 'identity', 'contact', 'statement', 'location'];

/** What the form says of a source, as the input of the API. */
export function sourceFrom(form: FormBody, edit: boolean): Record<string, unknown> {
  const text = edit ? correctedText : textOf;
  const said: Record<string, unknown> = Object.fromEntries(texts.map((name) => [name, text(form, name)]));
  const when = text(form, 'stated');
  said.stated = typeof when === 'string' ? { said: when } : when;
  if (said.label === null) said.label = ''; // an emptied label is a fault to show, not a label to keep
  said.protected = form.protected === 'yes';
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The form as it is first shown for an edit; what is withheld is not asked for and so not sent. */
export function sourceValues(view: SourceView): FormValues {
  const fields = view as unknown as Record<string, unknown>;
  const plain = Object.fromEntries(texts.filter((name) => !isWithheld(fields[name])).map((name) => [name, fields[name] as string | null]));
  return { ...plain, stated: saidOf(fields.stated), protected: view.protected ? 'yes' : 'no' };
}

const saidOf = (stated: unknown): string => (stated as { asSaid?: string | null } | null)?.asSaid ?? '';
