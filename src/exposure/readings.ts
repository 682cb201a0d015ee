/** What nobody sees: soft hyphens, joiners, marks of direction, spaces of no width. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Letters of other scripts that are drawn like Cyrillic ones. */
const alike = new Map(
  Object.entries({ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У', a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' }),
);
const toLatin = new Map([...alike].map(([latin, cyrillic]) => [cyrillic, latin]));
/** Greek ones by their Latin twins. */
const greek = new Map(Object.entries({ Α: 'A', Β: 'B', Ε: 'E', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Χ: 'X', Υ: 'Y', α: 'a', ε: 'e', ι: 'i', κ: 'k', ο: 'o', ρ: 'p', υ: 'y', χ: 'x' }));

const mapped = (text: string, by: ReadonlyMap<string, string>): string => [...text].map((letter) => by.get(letter) ?? letter).join('');

/** A text as it looks to somebody who reads it: digits and letters in their plain forms, and nothing that is not seen. */
export const visible = (text: string, unseenAs = ''): string =>
  text
    .replace(unseen, unseenAs)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => digitOf(digit))
    .replace(/[Α-ω]/g, (letter) => greek.get(letter) ?? letter);

/** Digits of any script stand in tens, each beginning with its nought. */
function digitOf(digit: string): string {
  if (digit <= '9') return digit;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/**
 * The ways a text may be read: word by word as it stands, also where words run together by capitals or figures; and with what
 * was cut at the end of a line, by a hyphen or by spaces between letters, put together again.
 */
export function readingsOf(text: string): string[] {
  const seen = visible(text);
  const parted = visible(text, ' ').replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2$3 ');
  const joined = seen.replace(/(?<=\p{L})(?:[-\u2010\u2011'’`][ \t]*(?:\r?\n)?[ \t]*|\r?\n[ \t]*)(?=\p{L})/gu, '');
  const closed = seen.replace(/(?<!\p{L})\p{Lu}(?: \p{L}(?!\p{L})){3,}/gu, (spaced) => spaced.replaceAll(' ', ''));
  return [...new Set([seen, parted, joined, closed])];
}

/** A word with letters of two scripts, as it would be in each; any other as it is. */
export function inOneScript(word: string): string[] {
  if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return [word];
  return [word, mapped(word, alike), mapped(word, toLatin)];
}
