import { fold } from './fold.js';

/**
 * Letters of the Russian and Kazakh alphabets as Latin sounds. Not a transliteration to show to anyone: it only has to bring
 * Қалиева, Калиева and Kaliyeva to one form. Folding has already turned й into и and ё into е.
 */
const sounds: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', к: 'k', қ: 'k', л: 'l', м: 'm',
  н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 's',
  ч: 'c', ш: 'x', щ: 'x', ъ: '', ы: 'i', і: 'i', ь: '', э: 'e', ю: 'u', я: 'a', ı: 'i', ə: 'a', ŋ: 'n',
};

/** Latin spellings of one sound, longest first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'x'],
  [/tch|ch/g, 'c'],
  [/zh|dzh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ts|tz/g, 's'],
  [/ph/g, 'f'],
  [/ng(?![aeiou])/g, 'n'],
  [/ck|q/g, 'k'],
  [/w/g, 'v'],
  [/y([aeou])|i([aou])/g, '$1$2'],
  [/y/g, 'i'],
];

/** One word of a name in any of the three scripts, brought to its sounds. */
export function soundsOf(word: string): string {
  const latin = [...fold(word)].map((letter) => sounds[letter] ?? letter).join('');
  return spellings.reduce((text, [from, to]) => text.replace(from, to), latin).replace(/(.)\1+/g, '$1');
}

/** The consonants of a word with its first letter: what stays when vowels are heard or written differently. */
export function skeletonOf(word: string): string {
  const whole = soundsOf(word);
  return whole.slice(0, 1) + whole.slice(1).replace(/[aeiou]/g, '');
}

export const wordsOf = (name: string): string[] => fold(name).split(' ').filter((word) => word.length > 1);
