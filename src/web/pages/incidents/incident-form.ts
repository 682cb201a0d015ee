import { isWithheld } from '../../../access/public.js';
import type { IncidentView } from '../../../incidents/public.js';
import type { Bounds } from '../../../kernel/time/public.js';
import { correctedText, linesOf, textOf, textsOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

const texts = ['title', 'description', 'kindWords', 'regionCode', 'placeWords', 'theme', 'organiserKind', 'organiser', 'authorityKind'];

/** Fields that are never taken away, only set to another code. */
const coded = ['kind', 'permission'];

/** What a form says of an incident, as the input of the API. A new one may carry the first head-count. */
export function incidentFrom(form: FormBody, edit: boolean): Record<string, unknown> {
  const text = edit ? correctedText : textOf;
  const said: Record<string, unknown> = Object.fromEntries(texts.map((name) => [name, text(form, name)]));
  for (const name of coded) said[name] = textOf(form, name);
  for (const name of ['start', 'end']) said[name] = whenOf(text(form, name));
  if (said.title === null) said.title = ''; // an emptied title is a fault to show, not a title to keep
  if (form.links !== undefined) said.links = linesOf(form, 'links');
  for (const [list, more] of [['placeIds', 'addPlace'], ['sourceIds', 'addSource']] as const) {
    // A form that did not show the list leaves it as it is; one that showed it and comes without a tick empties it.
    const added = textsOf(form, more);
    if (!edit || form[list] !== undefined || added.length > 0) said[list] = [...new Set([...textsOf(form, list), ...added])];
  }
  if (edit) said.because = textOf(form, 'because');
  else if (textOf(form, 'atLeast')) said.headCounts = [countFrom({ ...form, sourceId: form.addSource })];
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const whenOf = (text: string | null | undefined): unknown => (typeof text === 'string' ? { said: text } : text);

/** A head-count form as the input of the API. */
export function countFrom(form: FormBody): Record<string, unknown> {
  const number = (name: string): number | null => (textOf(form, name) ? Number(textOf(form, name)) : null);
  const said = { sourceId: textOf(form, 'sourceId') ?? null, atMost: number('atMost'), asSaid: textOf(form, 'asSaid') ?? null };
  const because = textOf(form, 'because');
  return { ...said, atLeast: number('atLeast') ?? undefined, ...(because ? { because } : {}) };
}

/** A moment that still stands in the form as it was said is no change: its bounds may come from more than these words. */
export function withoutUntouched(said: Record<string, unknown>, view: Pick<IncidentView, 'start' | 'end'>): Record<string, unknown> {
  const untouched = (['start', 'end'] as const).filter((name) => saidIn(said[name]) === (view[name]?.asSaid ?? ''));
  return Object.fromEntries(Object.entries(said).filter(([name]) => !untouched.some((one) => one === name)));
}

const saidIn = (when: unknown): string => (when as { said?: string } | null | undefined)?.said ?? '';

/** The form as it is first shown for an edit, from a view or from the fields of a version. */
export function incidentValues(view: IncidentView | Record<string, unknown>): FormValues {
  const from = view as Record<string, unknown>;
  const open = (name: string): string | null => (isWithheld(from[name]) ? null : ((from[name] as string | null | undefined) ?? null));
  const list = (name: string): string[] => (Array.isArray(from[name]) ? (from[name] as string[]) : []);
  return {
    ...Object.fromEntries([...texts, ...coded].map((name) => [name, open(name)])),
    start: (from.start as Bounds | null)?.asSaid ?? '',
    end: (from.end as Bounds | null)?.asSaid ?? '',
    links: list('links').join('\n'),
    placeIds: list('placeIds'),
    sourceIds: list('sourceIds'),
  };
}

/** `headCounts.0.atLeast` of the input is the form's `atLeast`, `start.said` its `start`. */
export const formField = (field: string): string => field.replace(/^headCounts\.0\./, '').replace(/\.said$/, '');
