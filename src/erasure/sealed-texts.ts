import type { Struck } from '../kernel/record/public.js';

/** A sealed part as it is stored: fields and the reason of the version. */
export type Part = Readonly<Record<string, unknown>>;

export interface FoundText {
  /** `because`, `fields.title`, `fields.links.0` */
  readonly path: string;
  readonly text: string;
}

/** Every text of a sealed part with its path. */
export function textsIn(value: unknown, path = ''): FoundText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

const MARK = '█';

/** The part with the stretches blacked out, letter by letter: places of later ones stay right, and doing it twice changes nothing. */
export function blackedOut(part: Part, spans: readonly Struck[]): Part {
  return inner(part, '', spans) as Part;
}

function inner(value: unknown, path: string, spans: readonly Struck[]): unknown {
  if (typeof value === 'string') return spans.filter((span) => span.path === path).reduce(black, value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, inner(one, path ? `${path}.${key}` : key, spans)] as const);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

const black = (text: string, { from, to }: Struck): string => text.slice(0, from) + MARK.repeat(Math.max(0, Math.min(to, text.length) - from)) + text.slice(to);
