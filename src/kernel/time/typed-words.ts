import type { DayPart } from './day-parts.js';
import { englishWords } from './typed-words.en.js';
import { kazakhWords } from './typed-words.kk.js';
import { russianWords } from './typed-words.ru.js';

/** Words that say how the moment is bounded, or nothing at all. */
export type Sign =
  | 'about'
  | 'before'
  | 'by'
  | 'after'
  | 'since'
  | 'between'
  | 'and'
  | 'unknown'
  | 'noon'
  | 'midnight'
  | 'today'
  | 'yesterday'
  | 'day_before_yesterday'
  | 'filler';

/** What one language calls things. Written folded (see foldTyped), in every form that is typed. */
export interface TypedWords {
  readonly signs: Readonly<Record<Sign, readonly string[]>>;
  readonly parts: Readonly<Partial<Record<DayPart, readonly string[]>>>;
  /** January first; each with its forms and short forms. */
  readonly months: readonly (readonly string[])[];
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[];
}

export type WordMeaning =
  | { readonly is: Exclude<Sign, 'filler'> }
  | { readonly is: 'filler' }
  | { readonly is: 'part'; readonly part: DayPart }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'weekday'; readonly weekday: number };

const folds: Readonly<Record<string, string>> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е',
};

/**
 * Lower case, one kind of dash and space, and Kazakh letters as they come from a Russian keyboard,
 * so that `қаңтар` and `кантар` are one word.
 */
export const foldTyped = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => folds[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const meanings = new Map<string, WordMeaning>();

for (const words of [englishWords, russianWords, kazakhWords]) {
  const learn = (forms: readonly string[], meaning: WordMeaning): void => {
    for (const form of forms) meanings.set(foldTyped(form), meaning);
  };
  for (const [sign, forms] of Object.entries(words.signs)) learn(forms, { is: sign as Sign });
  for (const [part, forms] of Object.entries(words.parts)) learn(forms, { is: 'part', part: part as DayPart });
  words.months.forEach((forms, index) => learn(forms, { is: 'month', month: index + 1 }));
  words.weekdays.forEach((forms, index) => learn(forms, { is: 'weekday', weekday: index + 1 }));
}

export const meaningOf = (phrase: string): WordMeaning | undefined => meanings.get(phrase);

/** Every known phrase, longest first, as alternatives of a regular expression. */
export const knownPhrases: string = [...meanings.keys()]
  .sort((a, b) => b.length - a.length)
  .map((phrase) => phrase.replace(/[.?~'/]/g, '\\$&'))
  .join('|');
