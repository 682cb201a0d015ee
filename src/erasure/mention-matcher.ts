import { skeletonOf } from '../kernel/text/public.js';

export interface Mention {
  readonly from: number;
  readonly to: number;
  /** Two words of one name side by side, or a number of the person: no other reading is likely. A single word may be anybody's. */
  readonly sure: boolean;
}

/** Shorter words are prepositions and initials; shorter numbers are dates and articles. */
const SHORTEST_WORD = 3;
const SHORTEST_NUMBER = 6;
/** Letters that case endings put after a name: Сериковым, Серікұлының. */
const ENDING = 3;

interface Word {
  readonly skeleton: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds where a text speaks of somebody: by the sounds of the words, so that a name is found in any of the three scripts
 * and with the endings of its cases, and by the digits of telephones and papers, however they are spaced.
 */
export function mentionsOf(names: readonly string[], numbers: readonly string[]): (text: string) => Mention[] {
  const variants = names.map((name) => wordsIn(name).map(({ skeleton }) => skeleton)).filter((words) => words.length > 0);
  const known = numbers.map(digitsOf).filter((digits) => digits.length >= SHORTEST_NUMBER);
  return (text) => [...namesIn(text, variants), ...numbersIn(text, known)].sort((a, b) => a.from - b.from);
}

function namesIn(text: string, variants: readonly (readonly string[])[]): Mention[] {
  const words = wordsIn(text);
  const of = words.map(({ skeleton }) => variants.map((variant) => variant.findIndex((part) => same(part, skeleton))));
  return words.flatMap(({ from, to }, n) => {
    const mine = of[n] ?? [];
    if (mine.every((place) => place < 0)) return [];
    const beside = [of[n - 1], of[n + 1]];
    // Another word of the same name stands beside it.
    const sure = mine.some((place, variant) => place >= 0 && beside.some((other) => (other?.[variant] ?? -1) >= 0 && other?.[variant] !== place));
    return [{ from, to, sure }];
  });
}

const same = (part: string, word: string): boolean => word === part || (part.length > 2 && word.startsWith(part) && word.length - part.length <= ENDING);

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}’'ʼ-]+/gu)].flatMap((match) => {
    const [word] = match;
    const skeleton = skeletonOf(word);
    return word.length < SHORTEST_WORD || skeleton.length < 2 ? [] : [{ skeleton, from: match.index, to: match.index + word.length }];
  });
}

function numbersIn(text: string, known: readonly string[]): Mention[] {
  return [...text.matchAll(/\+?\d[\d\s().-]{4,}\d/g)].flatMap((match) => {
    const digits = digitsOf(match[0]);
    // A telephone is told with or without the number of the country before it.
    const hit = known.some((number) => digits.includes(number) || (digits.length >= SHORTEST_NUMBER + 3 && number.endsWith(digits.slice(-9))));
    return hit ? [{ from: match.index, to: match.index + match[0].length, sure: true }] : [];
  });
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
