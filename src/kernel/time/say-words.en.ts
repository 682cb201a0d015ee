import type { Speech } from './say-words.js';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const monthName = (month: number): string => months[month - 1] ?? '';

export const englishSpeech: Speech = {
  day: (day, weekday) => `${weekdays[weekday - 1]} ${englishSpeech.date(day)}`,
  date: ({ year, month, day }) => `${day} ${monthName(month)} ${year}`,
  shortDay: ({ year, month, day }) => `${day} ${monthName(month).slice(0, 3)} ${year}`,
  month: (year, month) => `${monthName(month)} ${year}`,
  shortMonth: (year, month) => `${monthName(month).slice(0, 3)} ${year}`,
  year: (year) => String(year),
  at: (day, clock) => `${day}, ${clock}`,
  about: (clock) => `about ${clock}`,
  between: (from, to) => `between ${from} and ${to}`,
  betweenMoments: (from, to) => `between ${from} and ${to}`,
  before: (moment) => `before ${moment}`,
  after: (moment) => `after ${moment}`,
  earliestOpen: 'earliest not known',
  latestOpen: 'latest not known',
  hourUnknown: 'hour not known',
  unknown: 'not known',
  parts: {
    early_morning: 'early in the morning',
    morning: 'in the morning',
    daytime: 'during the day',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    night: 'at night',
    night_into: 'the night before',
  },
  clocksChanged: 'the clocks were changed at this hour',
  zone: (place, offsets) => `${place} time (${offsets})`,
  places: { UTC: 'universal', 'Asia/Qostanay': 'Kostanay', 'Asia/Qyzylorda': 'Kyzylorda', 'Asia/Aqtau': 'Aktau', 'Asia/Aqtobe': 'Aktobe' },
  or: 'or',
  decimalComma: '.',
  units: { minute: 'min', hour: 'h', day: 'd' },
  atLeast: (amount) => `at least ${amount}`,
  atMost: (amount) => `at most ${amount}`,
  notComputable: 'not computable',
};
