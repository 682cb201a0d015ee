import type { Speech } from './say-words.js';

const months = [
  'қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан',
];
const shortMonths = ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'];
const weekdays = ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'];

/**
 * The case ending of a figure follows its last spoken sound (14:30-да, 14:40-та), so the endings are put on a word
 * that does not change: "12:00 уақытына дейін", "10:30–11:15 аралығында".
 */
export const kazakhSpeech: Speech = {
  day: (day, weekday) => `${kazakhSpeech.date(day)}, ${weekdays[weekday - 1]}`,
  date: ({ year, month, day }) => `${year} жылғы ${day} ${months[month - 1]}`,
  shortDay: ({ year, month, day }) => `${year} ж. ${day} ${shortMonths[month - 1]}`,
  month: (year, month) => `${year} жылғы ${months[month - 1]}`,
  shortMonth: (year, month) => `${year} ж. ${months[month - 1]}`,
  year: (year) => `${year} жыл`,
  at: (day, clock) => `${day}, ${clock}`,
  about: (clock) => `шамамен ${clock}`,
  between: (from, to) => `${from}–${to} аралығында`,
  betweenMoments: (from, to) => `${from} – ${to} аралығында`,
  before: (moment) => `${moment} уақытына дейін`,
  after: (moment) => `${moment} уақытынан кейін`,
  earliestOpen: 'ең ерте уақыты белгісіз',
  latestOpen: 'ең кеш уақыты белгісіз',
  hourUnknown: 'сағаты белгісіз',
  unknown: 'белгісіз',
  parts: {
    early_morning: 'таң ата',
    morning: 'таңертең',
    daytime: 'күндіз',
    afternoon: 'түстен кейін',
    evening: 'кешке',
    night: 'түнде',
    night_into: 'қараған түні',
  },
  clocksChanged: 'осы сағатта уақыт ауыстырылды',
  zone: (place, offsets) => `${place} уақыты (${offsets})`,
  places: {
    'Asia/Almaty': 'Алматы',
    'Asia/Aqtau': 'Ақтау',
    'Asia/Aqtobe': 'Ақтөбе',
    'Asia/Atyrau': 'Атырау',
    'Asia/Oral': 'Орал',
    'Asia/Qostanay': 'Қостанай',
    'Asia/Qyzylorda': 'Қызылорда',
    'Asia/Bishkek': 'Бішкек',
    'Asia/Tashkent': 'Ташкент',
    'Europe/Minsk': 'Минск',
    'Europe/Moscow': 'Мәскеу',
  },
  or: 'немесе',
  decimalComma: ',',
  units: { minute: 'мин', hour: 'сағ', day: 'тәул' },
  atLeast: (amount) => `кемінде ${amount}`,
  atMost: (amount) => `ең көбі ${amount}`,
  notComputable: 'есептеу мүмкін емес',
};
