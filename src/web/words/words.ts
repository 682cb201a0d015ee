import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../kernel/actor/public.js';
import { catalogueOf } from './catalogue.js';

export type WordParams = Readonly<Record<string, string | number>>;

/** The words of one language. Keys are `<area>.<key>`; the texts lie in words/<language>/<area>.json. */
export interface Words {
  readonly language: Language;
  /** The text in this language, else in English, else the key itself: a page never breaks for want of a word. */
  say(key: string, params?: WordParams): string;
  has(key: string): boolean;
}

export const languages: readonly Language[] = ['en', 'ru', 'kk'];

const made = new Map<Language, Words>();

export function wordsFor(language: Language): Words {
  const known = made.get(language);
  if (known) return known;
  const words = new Catalogue(language);
  made.set(language, words);
  return words;
}

class Catalogue implements Words {
  private readonly own: ReadonlyMap<string, string>;
  private readonly english: ReadonlyMap<string, string>;
  private readonly formats = new Map<string, IntlMessageFormat>();

  constructor(readonly language: Language) {
    this.own = catalogueOf(language);
    this.english = language === 'en' ? this.own : catalogueOf('en');
  }

  has(key: string): boolean {
    return this.own.has(key) || this.english.has(key);
  }

  say(key: string, params?: WordParams): string {
    const text = this.own.get(key) ?? this.english.get(key);
    if (text === undefined) return key;
    // Most words are plain; the parser is only for those with a place to fill.
    if (!text.includes('{') && !text.includes("'")) return text;
    return String(this.formatOf(key, text).format(params));
  }

  private formatOf(key: string, text: string): IntlMessageFormat {
    const known = this.formats.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(text, this.own.has(key) ? this.language : 'en');
    this.formats.set(key, format);
    return format;
  }
}
