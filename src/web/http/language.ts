import type { Signed } from '../../access/public.js';
import type { Language } from '../../kernel/actor/public.js';

const known: readonly Language[] = ['en', 'ru', 'kk'];

/** The account's language; before sign-in the choice kept in a cookie, else what the browser asks for. */
export function languageOf(request: Signed): Language {
  if (request.actor) return request.actor.language;
  const chosen = /(?:^|;\s*)habeas_language=(en|ru|kk)/.exec(request.headers.cookie ?? '')?.[1];
  const asked = chosen ?? (request.headers['accept-language'] ?? '').slice(0, 2).toLowerCase();
  return known.find((language) => language === asked) ?? 'en';
}
