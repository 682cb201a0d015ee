import { isWithheld } from '../../../access/public.js';
import type { CustodyPeriodView, DetentionEventView, DetentionView } from '../../../detentions/public.js';
import type { Bounds } from '../../../kernel/time/public.js';
import { correctedText, textOf, textsOf, type FormBody } from '../../forms/public.js';
import type { FormValues } from '../../parts/public.js';

const said = (form: FormBody, name: string) => {
  const text = textOf(form, name);
  return text ? { said: text } : undefined;
};

const without = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const edited = (form: FormBody, edit: boolean): Record<string, unknown> =>
  edit ? { withdrawn: form.withdrawn !== undefined, because: textOf(form, 'because') } : {};

/** The first source and the others; a form that did not show the others leaves them as they are. */
function sourcesFrom(form: FormBody): Record<string, unknown> {
  const others = [...textsOf(form, 'moreSourceIds'), ...textsOf(form, 'addSource')];
  return { sourceId: textOf(form, 'sourceId'), moreSourceIds: form.moreSourceIds !== undefined || others.length > 0 ? others : undefined };
}

export const periodFrom = (form: FormBody, edit: boolean): Record<string, unknown> =>
  without({
    kind: textOf(form, 'kind'),
    account: textOf(form, 'account'),
    start: said(form, 'start'),
    end: said(form, 'end'),
    placeId: textOf(form, 'placeId'),
    placeWords: textOf(form, 'placeWords'),
    ...sourcesFrom(form),
    note: textOf(form, 'note'),
    ...edited(form, edit),
  });

const numberOf = (form: FormBody, name: string): number | undefined => (textOf(form, name) ? Number(textOf(form, name)) : undefined);

/** An emptied field of a form that showed it says that there is none. */
const decidedFrom = (form: FormBody): Record<string, unknown> => ({
  ...Object.fromEntries(['article', 'fineUnit', 'method'].map((name) => [name, form[name] === undefined ? undefined : (textOf(form, name) ?? null)])),
  ...Object.fromEntries(['sanctionDays', 'fineAmount'].map((name) => [name, form[name] === undefined ? undefined : (numberOf(form, name) ?? null)])),
});

export const eventFrom = (form: FormBody, edit: boolean): Record<string, unknown> =>
  without({
    kind: textOf(form, 'kind'),
    kindWords: textOf(form, 'kindWords'),
    ...decidedFrom(form),
    account: textOf(form, 'account'),
    at: said(form, 'at'),
    placeId: textOf(form, 'placeId'),
    ...sourcesFrom(form),
    note: textOf(form, 'note'),
    ...edited(form, edit),
  });

const plain = ['kind', 'kindWords', 'authorityKind', 'authorityWords', 'regionCode', 'outcome', 'ground', 'description', 'unnamed'];
const coded = new Set(['kind', 'authorityKind', 'outcome']);

/** A detention form as the input of the API; a new one may carry its first period. */
export function detentionFrom(form: FormBody, edit: boolean): Record<string, unknown> {
  const texts = Object.fromEntries(plain.map((name) => [name, edit && !coded.has(name) ? correctedText(form, name) : textOf(form, name)]));
  const counts = { countedAtLeast: numberOf(form, 'countedAtLeast'), countedAtMost: numberOf(form, 'countedAtMost') };
  if (edit) return without({ ...texts, ...counts, because: textOf(form, 'because') });
  const period = textOf(form, 'periodKind') ?? textOf(form, 'start');
  const first = without({
    kind: textOf(form, 'periodKind') ?? 'unknown',
    account: 'observed',
    start: said(form, 'start'),
    end: said(form, 'end'),
    placeWords: textOf(form, 'placeWords'),
  });
  return without({
    ...texts,
    ...counts,
    individualId: textOf(form, 'individualId'),
    incidentId: textOf(form, 'incidentId'),
    periods: period ? [first] : undefined,
  });
}

/** `periods.0.start` of the input is the form's `start`. */
export const formField = (field: string): string => field.replace(/^(periods|events)\.0\./, '').replace(/\.said$/, '');

const open = (value: unknown): string | null => (isWithheld(value) || value === undefined ? null : (value as string | null));

export const detentionValues = (view: Record<string, unknown> | DetentionView): FormValues => {
  const from = view as Record<string, unknown>;
  const counts = [from.countedAtLeast, from.countedAtMost].map((count) => (typeof count === 'number' ? String(count) : ''));
  return { ...Object.fromEntries(plain.map((name) => [name, open(from[name])])), countedAtLeast: counts[0], countedAtMost: counts[1] };
};

const othersIn = (from: Record<string, unknown>): string[] => (Array.isArray(from.moreSourceIds) ? (from.moreSourceIds as string[]) : []);

const asSaid = (bounds: unknown): string => (bounds as Bounds | null)?.asSaid ?? '';

export function periodValues(view: Record<string, unknown> | CustodyPeriodView): FormValues {
  const from = view as Record<string, unknown>;
  const texts = Object.fromEntries(['kind', 'account', 'placeId', 'placeWords', 'sourceId', 'note'].map((name) => [name, open(from[name])]));
  return { ...texts, moreSourceIds: othersIn(from), start: asSaid(from.start), end: asSaid(from.end), withdrawn: from.withdrawn ? 'yes' : null };
}

export function eventValues(view: Record<string, unknown> | DetentionEventView): FormValues {
  const from = view as Record<string, unknown>;
  const texts = Object.fromEntries(['kind', 'kindWords', 'account', 'placeId', 'sourceId', 'article', 'fineUnit', 'method', 'note'].map((name) => [name, open(from[name])]));
  const numbers = Object.fromEntries(['sanctionDays', 'fineAmount'].map((name) => [name, typeof from[name] === 'number' ? String(from[name]) : null]));
  return { ...texts, ...numbers, moreSourceIds: othersIn(from), at: asSaid(from.at), withdrawn: from.withdrawn ? 'yes' : null };
}
