import { MOST_TABLES, type PreparePublicationInput } from '../../../publications/public.js';
import { textOf, type FormBody } from '../../forms/public.js';

/** How many tables the form has room for without scripts. */
export const TABLES = MOST_TABLES;

/** What the form says, as the input of the API. A table without rows is one that was not asked for. */
export function publicationFrom(form: FormBody): Partial<Record<keyof PreparePublicationInput, unknown>> {
  const tables = Array.from({ length: TABLES }, (_, n) => ({ rows: textOf(form, `rows${n}`), columns: textOf(form, `columns${n}`) }));
  const threshold = textOf(form, 'threshold');
  const said = {
    ...Object.fromEntries((['title', 'intro', 'language', 'from', 'to', 'region', 'embargo', 'replacesId'] as const).map((name) => [name, textOf(form, name)])),
    tables: tables.filter(({ rows }) => rows).map(({ rows, columns }) => (columns ? { rows, columns } : { rows })),
    named: textOf(form, 'named') === 'yes',
    ...(threshold ? { threshold: Number(threshold) } : {}),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== null));
}
