import { Unreadable } from './typed-fault.js';
import { knownPhrases, meaningOf, type WordMeaning } from './typed-words.js';

export type Token =
  | Exclude<WordMeaning, { is: 'filler' }>
  /** A date as far as it was given in one piece; null for what it lacks. */
  | { readonly is: 'date'; readonly year: number; readonly month: number | null; readonly day: number | null }
  /** Seconds after 00:00; 24:00 is allowed. */
  | { readonly is: 'clock'; readonly seconds: number }
  /** A day of a month that stands alone. */
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'dash' }
  /** The Kazakh ending "from" (-дан, -ден …). */
  | { readonly is: 'from_ending' };

type Rule = readonly [RegExp, (match: RegExpExecArray) => Token | null];

const thirds = 'утра|дня|вечера|ночи|a\\.?m\\.?|p\\.?m\\.?';
const kazakhThirds = 'тангы|танертенги|тусти|туски|кешки|тунги';
const hourWords = "o'clock|hours?|hrs?|h|часов|часа|час|ч|сагат|саг";
const minuteWords = 'minutes?|min|m|минуты|минут|мин|м';
const end = '(?![\\p{L}\\d])';

/** Tried in this order at each place of the folded text. */
const rules: readonly Rule[] = [
  [/[\s,;]+|\.(?!\d)/uy, () => null],
  [/(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)t?/uy, (m) => date(m[1], m[2], m[3])],
  [/(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d:]|\.\d)/uy, (m) => date(century(m[3]), m[2], m[1])],
  [/(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/uy, (m) => slashed(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/(\d{4})-(\d{2})(?![\d:])/uy, (m) => date(m[1], m[2], null)],
  [new RegExp(`(\\d{1,2})(?::(\\d{2}))?\\s*(${thirds})${end}`, 'uy'), (m) => inThird(m[1], m[2], m[3])],
  [new RegExp(`(?:${kazakhThirds})\\s+(?:сагат\\s+)?(\\d{1,2})(?::(\\d{2}))?(?!\\d)`, 'uy'), (m) => inThird(m[1], m[2], m[0])],
  [/(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/uy, (m) => clock(m[1], m[2], m[3])],
  [
    new RegExp(`(\\d{1,2})\\s*(?:${hourWords})(?:(\\d{2})|\\.?\\s*(\\d{1,2})\\s*(?:${minuteWords}))?${end}`, 'uy'),
    (m) => clock(m[1], m[2] ?? m[3]),
  ],
  [/(?:сагат)\s+(\d{1,2})(?![\d:.])/uy, (m) => clock(m[1])],
  [/(\d{1,2})\.(\d{2})(?![\d:]|\.\d)/uy, (m) => dotted(m[1], m[2])],
  [/(\d{4})(?!\d)/uy, (m) => date(m[1], null, null)],
  [/(\d{1,2})(?!\d)(?:(?:st|nd|rd|th)(?!\p{L}))?/uy, (m) => ({ is: 'number', value: Number(m[1]) })],
  [/(?<=\d)-?(?:дан|ден|тан|тен|нан|нен)(?!\p{L})/uy, () => ({ is: 'from_ending' })],
  [/(?<=\d)-?(?:да|де|та|те|га|ге|ка|ке|на|не|ы|и|шы|ши|го|ого|е|ое|х|ти|ми)(?!\p{L})/uy, () => null],
  [/-/uy, () => ({ is: 'dash' })],
  [/[~≈]/uy, () => ({ is: 'about' })],
  [new RegExp(`(?:${knownPhrases})${end}`, 'uy'), (m) => word(m[0])],
];

const kazakhEnding = /^(.{4,}?)(дан|ден|тан|тен|нан|нен|да|де|та|те|га|ге|ка|ке|дын|дин|тын|тин|нын|нин|ында|инде|ынан|инен|ына|ине|ы|и)$/u;

/** Folded text cut into what it says; throws Unreadable for the first piece that is none of it. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  while (place < folded.length) {
    const found = nextToken(folded, place) ?? endedMonth(folded, place);
    if (!found) throw new Unreadable('time.unreadable');
    tokens.push(...found.tokens);
    place = found.place;
  }
  return tokens;
}

function nextToken(text: string, place: number): { tokens: Token[]; place: number } | null {
  for (const [rule, read] of rules) {
    rule.lastIndex = place;
    const match = rule.exec(text);
    if (match) {
      const token = read(match);
      return { tokens: token ? [token] : [], place: rule.lastIndex };
    }
  }
  return null;
}

/** A Kazakh month or weekday with a case ending: `қаңтарда`, `қаңтардан`, `жексенбіге`. */
function endedMonth(text: string, place: number): { tokens: Token[]; place: number } | null {
  const whole = /\p{L}+/uy;
  whole.lastIndex = place;
  const [, stem, ending] = kazakhEnding.exec(whole.exec(text)?.[0] ?? '') ?? [];
  if (!stem || !ending) return null;
  const meaning = meaningOf(stem);
  if (meaning?.is !== 'month' && meaning?.is !== 'weekday') return null;
  const from = /^(дан|ден|тан|тен|нан|нен|ынан|инен)$/.test(ending);
  return { tokens: from ? [meaning, { is: 'from_ending' }] : [meaning], place: whole.lastIndex };
}

function word(phrase: string): Token | null {
  const meaning = meaningOf(phrase);
  if (!meaning) throw new Unreadable('time.unreadable');
  return meaning.is === 'filler' ? null : meaning;
}

const date = (year: string | undefined, month: string | null | undefined, day: string | null | undefined): Token => ({
  is: 'date',
  year: Number(year),
  month: month ? Number(month) : null,
  day: day ? Number(day) : null,
});

/** dd.mm.yy is of this century: the records begin after 2000, and the echo shows the whole year. */
const century = (year: string | undefined): string => (year?.length === 2 ? `20${year}` : (year ?? ''));

/** Slashes are day first in Europe and month first in America: read only where one order is possible. */
function slashed(a: number, b: number, year: number): Token {
  if (a <= 12 && b <= 12 && a !== b) throw new Unreadable('time.ambiguous');
  return b > 12 ? { is: 'date', year, month: a, day: b } : { is: 'date', year, month: b, day: a };
}

function clock(hour: string | undefined, minute = '0', second = '0'): Token {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (m > 59 || s > 59 || h > 24 || (h === 24 && m + s > 0)) throw new Unreadable('time.impossible_hour');
  return { is: 'clock', seconds: h * 3600 + m * 60 + s };
}

/** `14.30` is a time, `10.11` may be 11 minutes past ten or 10 November. */
function dotted(hour: string | undefined, minute: string | undefined): Token {
  if (Number(minute) >= 1 && Number(minute) <= 12) throw new Unreadable('time.ambiguous');
  return clock(hour, minute);
}

/** An hour of the twelve-hour clock, with the part of the day that it is in. */
function inThird(hour: string | undefined, minute: string | undefined, third: string | undefined): Token {
  const h = Number(hour);
  const says = (pattern: RegExp): boolean => pattern.test(third ?? '');
  if (h > 12) return clock(hour, minute);
  if (h === 0) throw new Unreadable('time.impossible_hour');
  if (says(/^(ночи|тунги)/)) {
    if (h === 12) throw new Unreadable('time.ambiguous');
    return clock(String(h >= 9 ? h + 12 : h), minute);
  }
  if (says(/^(утра|тан)/)) return clock(hour, minute);
  if (says(/^a/)) return clock(String(h % 12), minute);
  if (says(/^(дня|туски|тусти)/)) return clock(String(h >= 10 ? h : h + 12), minute);
  return clock(String((h % 12) + 12), minute);
}
