import type { PlaceView } from '../../../places/public.js';
import { correctedText, linesOf, textOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

const texts = ['name', 'nameRu', 'nameKk', 'kind', 'kindWords', 'regionCode', 'zone', 'authorityKind', 'address', 'validFrom', 'validTo'] as const;

/** What the form says of a place, as the input of the API. Other names: one a line. */
export function placeFrom(form: FormBody, edit: boolean): Record<string, unknown> {
  const text = edit ? correctedText : textOf;
  const said: Record<string, unknown> = Object.fromEntries(texts.map((name) => [name, text(form, name)]));
  if (said.name === null) said.name = ''; // an emptied name is a fault to show, not a name to keep
  if (form.aliases !== undefined) said.aliases = linesOf(form, 'aliases');
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

export const placeValues = (view: PlaceView): FormValues => ({
  ...Object.fromEntries(texts.map((name) => [name, view[name]])),
  aliases: view.aliases.join('\n'),
});
