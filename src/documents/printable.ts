/** Latin, Greek, Cyrillic and the signs of ordinary writing, which the font is known to have. */
const known = /^[\n\x20-\x7e\xa0-\u052f\u2010-\u2027\u20ac\u2116]$/u;

/** A text in which every letter that cannot be printed is replaced by its number, such as `[U+4E2D]`. */
export function printable(text: string, canBePrinted: (letter: string) => boolean): string {
  const missing = new Set([...new Set(text)].filter((letter) => !known.test(letter) && !canBePrinted(letter)));
  return [...text].map((letter) => (missing.has(letter) ? numberOf(letter) : letter)).join('');
}

const numberOf = (letter: string): string => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Without the signs that steer machines and show nothing; line ends and tabs stay. */
export const withoutControls = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
