import type { Random } from './random.js';

const surnames = ['Қалиев', 'Умбетов', 'Сериков', 'Ахметов', 'Ким', 'Иванов', 'Петренко', 'Жақсыбеков', 'Әбдіров', 'Оспанов', 'Нұрланов', 'Тлеубаев'];
const given = ['Айгүл', 'Серік', 'Данияр', 'Гүлнар', 'Бауыржан', 'Ольга', 'Мария', 'Ержан', 'Жұлдыз', 'Тимур', 'Сауле', 'Асхат'];
const syllables = ['ар', 'бек', 'дин', 'жан', 'кул', 'мұр', 'нұр', 'сәу', 'тай', 'шын', 'ғали', 'ұлан'];

/** An invented name; the syllable keeps most of them apart from each other. */
export const inventedName = (random: Random): string =>
  `${random.of(given)} ${random.of(surnames)}${random.of(syllables)}${random.of(syllables)}`;

export const inventedNote = (random: Random): string =>
  `Taken near the square, ${random.below(40) + 3} others with them. `.repeat(1 + random.below(4));
