import type { Language } from '../kernel/actor/public.js';

/** Says the labels of a document (`documents.…`) in its language. */
export interface DocumentWords {
  readonly language: Language;
  say(key: string, params?: Readonly<Record<string, string | number>>): string;
}
