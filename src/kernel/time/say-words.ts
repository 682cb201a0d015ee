import type { DayPart } from './day-parts.js';
import { englishSpeech } from './say-words.en.js';
import { kazakhSpeech } from './say-words.kk.js';
import { russianSpeech } from './say-words.ru.js';
import type { CalendarDay } from './zone.js';

export type Language = 'en' | 'ru' | 'kk';

/**
 * How one language says times. Written out here and not taken from Intl, because the words of Intl change with the
 * version of Node, and a printed document must say the same tomorrow.
 */
export interface Speech {
  /** "Sunday 10 January 2021" */
  readonly day: (day: CalendarDay, weekday: number) => string;
  /** "10 January 2021" */
  readonly date: (day: CalendarDay) => string;
  /** "10 Jan 2021" */
  readonly shortDay: (day: CalendarDay) => string;
  readonly month: (year: number, month: number) => string;
  readonly shortMonth: (year: number, month: number) => string;
  readonly year: (year: number) => string;
  /** Day and hour side by side: "Sunday 10 January 2021, 14:30". */
  readonly at: (day: string, clock: string) => string;
  readonly about: (clock: string) => string;
  /** Two hours of one day. */
  readonly between: (from: string, to: string) => string;
  /** Two moments on different days. */
  readonly betweenMoments: (from: string, to: string) => string;
  readonly before: (moment: string) => string;
  readonly after: (moment: string) => string;
  readonly earliestOpen: string;
  readonly latestOpen: string;
  readonly hourUnknown: string;
  readonly unknown: string;
  readonly parts: Readonly<Record<DayPart, string>>;
  /** The clocks were set back and showed this hour twice, or were set forward over it. */
  readonly clocksChanged: string;
  /** "Almaty time (UTC+6)" */
  readonly zone: (place: string, offsets: string) => string;
  /** Names of zones; others are said by the last piece of their IANA name. */
  readonly places: Readonly<Record<string, string>>;
  readonly or: string;
  readonly decimalComma: string;
  readonly units: { readonly minute: string; readonly hour: string; readonly day: string };
  readonly atLeast: (amount: string) => string;
  readonly atMost: (amount: string) => string;
  readonly notComputable: string;
}

const speeches: Readonly<Record<Language, Speech>> = { en: englishSpeech, ru: russianSpeech, kk: kazakhSpeech };

export const speechOf = (language: Language): Speech => speeches[language];

export const placeOf = (zone: string, speech: Speech): string =>
  speech.places[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
