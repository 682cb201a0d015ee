import type { Speech } from './say-words.js';

const months = [
  'января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря',
];
const monthsAlone = [
  'январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь',
];
const shortMonths = ['янв.', 'февр.', 'марта', 'апр.', 'мая', 'июня', 'июля', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];
const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];

export const russianSpeech: Speech = {
  day: (day, weekday) => `${weekdays[weekday - 1]}, ${russianSpeech.date(day)}`,
  date: ({ year, month, day }) => `${day} ${months[month - 1]} ${year} года`,
  shortDay: ({ year, month, day }) => `${day} ${shortMonths[month - 1]} ${year}`,
  month: (year, month) => `${monthsAlone[month - 1]} ${year} года`,
  shortMonth: (year, month) => `${monthsAlone[month - 1]} ${year}`,
  year: (year) => `${year} год`,
  at: (day, clock) => `${day}, ${clock}`,
  about: (clock) => `около ${clock}`,
  between: (from, to) => `между ${from} и ${to}`,
  betweenMoments: (from, to) => `в промежутке: ${from} – ${to}`,
  // Days stand in the nominative, so "до" and "после" cannot govern them.
  before: (moment) => (/^\d\d:/.test(moment) ? `до ${moment}` : `раньше, чем ${moment}`),
  after: (moment) => (/^\d\d:/.test(moment) ? `после ${moment}` : `позже, чем ${moment}`),
  earliestOpen: 'самое раннее время неизвестно',
  latestOpen: 'самое позднее время неизвестно',
  hourUnknown: 'час неизвестен',
  unknown: 'неизвестно',
  parts: {
    early_morning: 'рано утром',
    morning: 'утром',
    daytime: 'днём',
    afternoon: 'после обеда',
    evening: 'вечером',
    night: 'ночью',
    night_into: 'ночь на этот день',
  },
  clocksChanged: 'в этот час переводили часы',
  zone: (place, offsets) => `по времени ${place} (${offsets})`,
  // Genitive.
  places: {
    'Asia/Almaty': 'Алматы',
    'Asia/Aqtau': 'Актау',
    'Asia/Aqtobe': 'Актобе',
    'Asia/Atyrau': 'Атырау',
    'Asia/Oral': 'Уральска',
    'Asia/Qostanay': 'Костаная',
    'Asia/Qyzylorda': 'Кызылорды',
    'Asia/Bishkek': 'Бишкека',
    'Asia/Tashkent': 'Ташкента',
    'Europe/Minsk': 'Минска',
    'Europe/Moscow': 'Москвы',
  },
  or: 'или',
  decimalComma: ',',
  units: { minute: 'мин', hour: 'ч', day: 'сут' },
  atLeast: (amount) => `не менее ${amount}`,
  atMost: (amount) => `не более ${amount}`,
  notComputable: 'вычислить нельзя',
};
