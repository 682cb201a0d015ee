import { isWithheld } from '../../../access/public.js';
import type { OrganisationView } from '../../../organisations/public.js';
import { correctedText, linesOf, textOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

const texts = ['name', 'kind', 'regionCode', 'contact', 'notes'];

/** What the form says of an organisation, as the input of the API. Other names: one a line. */
export function organisationFrom(form: FormBody, edit: boolean): Record<string, unknown> {
  const text = edit ? correctedText : textOf;
  const said: Record<string, unknown> = Object.fromEntries(texts.map((name) => [name, text(form, name)]));
  if (said.name === null) said.name = ''; // an emptied name is a fault to show, not a name to keep
  if (form.otherNames !== undefined) said.otherNames = orNull(linesOf(form, 'otherNames'));
  said.partner = form.partner === 'yes';
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const orNull = (list: string[]): string[] | null => (list.length > 0 ? list : null);

/** The form as it is first shown for an edit; what is withheld is not asked for and so not sent. */
export function organisationValues(view: OrganisationView): FormValues {
  const fields = view as unknown as Record<string, unknown>;
  const plain = Object.fromEntries(texts.filter((name) => !isWithheld(fields[name])).map((name) => [name, fields[name] as string | null]));
  const others = Array.isArray(view.otherNames) ? view.otherNames.join('\n') : '';
  return { ...plain, otherNames: others, partner: view.partner ? 'yes' : 'no' };
}
