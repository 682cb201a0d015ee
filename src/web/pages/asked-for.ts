import type { Request } from 'express';
import { readForm } from '../forms/public.js';

/**
 * The query of a list as its filter form sends it. A browser sends every field of a form: an empty one is no filter.
 * @throws Problem `input.invalid` (400) with the fields at fault.
 */
export function askedFor<T extends object>(input: new () => T, request: Request): { input: T; query: Record<string, string> } {
  const pairs = Object.entries(request.query).flatMap(([name, value]): [string, string][] => {
    const text = String(Array.isArray(value) ? value[0] : value).trim();
    return text === '' ? [] : [[name, text]];
  });
  const query = Object.fromEntries(pairs);
  return { input: readForm(input, query), query };
}
