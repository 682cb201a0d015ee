/**
 * Endings of Russian cases of names and of adjectives that names are, as folding leaves them (й is и, ё is е). Longest first:
 * what is left must be the same for all cases of one name, whatever else it is.
 */
const russian = 'ыми ими ами ями ого его ому ему ою ею ои еи ом ем ым им ых их ах ях ам ям ов ев а я у ю е о и ы ь'.split(' ');

/** Endings of the six Kazakh cases, by which names are written in both cases of vowels. */
const kazakh = 'ның нің дың дің тың тің ды ді ты ті ны ні нан нен дан ден тан тен мен бен пен нда нде да де та те ға ге қа ке на не'.split(' ');

/** Shorter remains say nothing. */
const SHORTEST = 2;
const SHORTEST_KAZAKH = 4;

const without = (word: string, endings: readonly string[], shortest: number): string[] =>
  endings.flatMap((ending) => (word.endsWith(ending) && word.length - ending.length >= shortest ? [word.slice(0, -ending.length)] : []));

/** What a Cyrillic word may be a case of, itself first. The word is folded. */
export const stemsOf = (word: string): string[] =>
  /^\p{Script=Cyrillic}+$/u.test(word) ? [...new Set([word, ...without(word, russian, SHORTEST), ...without(word, kazakh, SHORTEST_KAZAKH)])] : [word];

/** What stays of a name in its other cases. Consonants stay, a last vowel does not. */
export const rootOf = (word: string): string => (word.length > SHORTEST && /^\p{Script=Cyrillic}+[аяуюеоиыьії]$/u.test(word) ? word.slice(0, -1) : word);
