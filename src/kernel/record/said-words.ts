import type { SaidBounds } from '../db/public.js';

/**
 * The words a moment was told in. The moment itself stays readable, because lists sort and reports count by it; its words
 * are kept with the private part, by the name of the field: `{ start: 'about nine' }`.
 */
export type SaidWords = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, unknown>>;

const isMoment = (value: unknown): value is Partial<SaidBounds> => typeof value === 'object' && value !== null && 'precision' in value;

/** The fields as they may be read by whoever has a copy of the database. */
export const withoutWords = (fields: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isMoment(value) ? wordless(value) : value]));

export const wordsIn = (fields: Values): SaidWords =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (isMoment(value) && value.asSaid ? [[name, value.asSaid]] : [])));

/** The fields as they were given: every moment has its words again, or null where there are none. */
export const withWords = (fields: Values, said: SaidWords = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isMoment(value) ? { ...wordless(value), asSaid: said[name] ?? null } : value]));

function wordless({ asSaid: _words, ...moment }: Partial<SaidBounds>): object {
  return moment;
}
