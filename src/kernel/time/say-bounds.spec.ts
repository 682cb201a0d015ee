import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bounds } from './bounds.js';
import { instantOf, type Instant } from './instant.js';
import { readTyped } from './read-typed.js';
import { sayBounds, sayInstant, sayShort } from './say-bounds.js';
import { sayMinutes } from './say-minutes.js';
import type { Language } from './say-words.js';

const zone = 'Asia/Almaty';
const now = '2021-01-12T06:00:00.000Z' as Instant;

function typed(text: string): Bounds {
  const read = readTyped(text, { zone, now });
  if (!read.ok) throw new Error(`${text}: ${read.code}`);
  return read.bounds;
}

describe('bounds in words', () => {
  it.each<[string, string, string, string]>([
    [
      '10.01.2021 10:30-11:15',
      'Sunday 10 January 2021, between 10:30 and 11:15, Almaty time (UTC+6)',
      'воскресенье, 10 января 2021 года, между 10:30 и 11:15, по времени Алматы (UTC+6)',
      '2021 жылғы 10 қаңтар, жексенбі, 10:30–11:15 аралығында, Алматы уақыты (UTC+6)',
    ],
    [
      '10.01.2021 около 14:30',
      'Sunday 10 January 2021, about 14:30 (14:00–15:00), Almaty time (UTC+6)',
      'воскресенье, 10 января 2021 года, около 14:30 (14:00–15:00), по времени Алматы (UTC+6)',
      '2021 жылғы 10 қаңтар, жексенбі, шамамен 14:30 (14:00–15:00), Алматы уақыты (UTC+6)',
    ],
    [
      '10.01.2025 23:30-00:45',
      'between Friday 10 January 2025, 23:30 and Saturday 11 January 2025, 00:45, Almaty time (UTC+5)',
      'в промежутке: пятница, 10 января 2025 года, 23:30 – суббота, 11 января 2025 года, 00:45, по времени Алматы (UTC+5)',
      '2025 жылғы 10 қаңтар, жұма, 23:30 – 2025 жылғы 11 қаңтар, сенбі, 00:45 аралығында, Алматы уақыты (UTC+5)',
    ],
    [
      '10.01.2021 до полудня',
      'Sunday 10 January 2021, before 12:00, Almaty time (UTC+6)',
      'воскресенье, 10 января 2021 года, до 12:00, по времени Алматы (UTC+6)',
      '2021 жылғы 10 қаңтар, жексенбі, 12:00 уақытына дейін, Алматы уақыты (UTC+6)',
    ],
    [
      'before 10.01.2021',
      'before Sunday 10 January 2021 (earliest not known), Almaty time (UTC+6)',
      'раньше, чем воскресенье, 10 января 2021 года (самое раннее время неизвестно), по времени Алматы (UTC+6)',
      '2021 жылғы 10 қаңтар, жексенбі уақытына дейін (ең ерте уақыты белгісіз), Алматы уақыты (UTC+6)',
    ],
    [
      '10.01.2021 ночью',
      'Sunday 10 January 2021, at night (00:00 – Monday 11 January 2021, 06:00), Almaty time (UTC+6)',
      'воскресенье, 10 января 2021 года, ночью (00:00 – понедельник, 11 января 2021 года, 06:00), по времени Алматы (UTC+6)',
      '2021 жылғы 10 қаңтар, жексенбі, түнде (00:00 – 2021 жылғы 11 қаңтар, дүйсенбі, 06:00), Алматы уақыты (UTC+6)',
    ],
    [
      '10.01.2021',
      'Sunday 10 January 2021, hour not known, Almaty time (UTC+6)',
      'воскресенье, 10 января 2021 года, час неизвестен, по времени Алматы (UTC+6)',
      '2021 жылғы 10 қаңтар, жексенбі, сағаты белгісіз, Алматы уақыты (UTC+6)',
    ],
    ['январь 2021', 'January 2021', 'январь 2021 года', '2021 жылғы қаңтар'],
    ['2021', '2021', '2021 год', '2021 жыл'],
    ['unknown', 'not known', 'неизвестно', 'белгісіз'],
    [
      '29.02.2024 23:30',
      'Thursday 29 February 2024, 23:30 (the clocks were changed at this hour), Almaty time (UTC+6 or UTC+5)',
      'четверг, 29 февраля 2024 года, 23:30 (в этот час переводили часы), по времени Алматы (UTC+6 или UTC+5)',
      '2024 жылғы 29 ақпан, бейсенбі, 23:30 (осы сағатта уақыт ауыстырылды), Алматы уақыты (UTC+6 немесе UTC+5)',
    ],
  ])('says %p', (text, en, ru, kk) => {
    expect(sayBounds(typed(text), 'en')).toBe(en);
    expect(sayBounds(typed(text), 'ru')).toBe(ru);
    expect(sayBounds(typed(text), 'kk')).toBe(kk);
  });

  it('is short in tables', () => {
    expect(sayShort(typed('10.01.2021 10:30-11:15'), 'en')).toBe('10 Jan 2021, 10:30–11:15');
    expect(sayShort(typed('10.01.2021 14:30'), 'ru')).toBe('10 янв. 2021, 14:30');
    expect(sayShort(typed('evening 10.01.2021'), 'kk')).toBe('2021 ж. 10 қаң., кешке');
    expect(sayShort(typed('10-12 January 2021'), 'en')).toBe('10 Jan 2021 – 12 Jan 2021');
    expect(sayShort(typed('в ночь на 11.01.2021'), 'en')).toBe('11 Jan 2021, the night before');
    expect(sayInstant('2021-01-10T08:30:00.000Z' as Instant, zone, 'en')).toBe('10 Jan 2021, 14:30');
  });

  it('is understood again when it is typed back, in every language', () => {
    const minute = fc.integer({ min: Date.UTC(2018, 0, 1) / 60_000, max: Date.UTC(2023, 0, 1) / 60_000 });
    const said = fc.constantFrom('exact', 'about', 'before', 'day', 'month', 'year', 'evening', 'night', 'window');
    const language = fc.constantFrom<Language>('en', 'ru', 'kk');
    fc.assert(
      fc.property(minute, said, language, (at, kind, lang) => {
        const once = typed(phraseFor(kind, instantOf(at * 60_000)));
        const again = typed(sayShort(once, lang));
        expect({ ...again, asSaid: null }).toEqual({ ...once, asSaid: null });
      }),
      { numRuns: 400 },
    );
  });
});

function phraseFor(kind: string, at: Instant): string {
  const [day, clock] = [at.slice(0, 10), at.slice(11, 16)];
  const phrases: Record<string, string> = {
    exact: `${day} ${clock}`,
    about: `${day} about ${clock}`,
    before: `${day} before ${clock}`,
    day,
    month: day.slice(0, 7),
    year: day.slice(0, 4),
    evening: `${day} evening`,
    night: `${day} night`,
    window: `${day} ${clock} - 2023-02-01 12:00`,
  };
  return phrases[kind] ?? '';
}

describe('durations in words', () => {
  it.each<[number | null, number | null, string, string]>([
    [510, 600, '8.5–10 h', '8,5–10 ч'],
    [555, 615, '9 h 15 min – 10 h 15 min', '9 ч 15 мин – 10 ч 15 мин'],
    [0, 240, '0–4 h', '0–4 ч'],
    [120, 120, '2 h', '2 ч'],
    [510, null, 'at least 8.5 h', 'не менее 8,5 ч'],
    [null, 600, 'at most 10 h', 'не более 10 ч'],
    [null, null, 'not computable', 'вычислить нельзя'],
    [5, 45, '5–45 min', '5–45 мин'],
    [45, 75, '45 min – 1 h 15 min', '45 мин – 1 ч 15 мин'],
    [0, 0, '0 min', '0 мин'],
    [2460, 2940, '41–49 h', '41–49 ч'],
    [21_600, 21_600, '15 d', '15 сут'],
    [21_545, 21_605, '14 d 23 h – 15 d 1 h', '14 сут 23 ч – 15 сут 1 ч'],
  ])('says %p to %p minutes', (min, max, en, ru) => {
    expect(sayMinutes({ min, max }, 'en')).toBe(en);
    expect(sayMinutes({ min, max }, 'ru')).toBe(ru);
  });

  it('says them in Kazakh', () => {
    expect(sayMinutes({ min: 510, max: null }, 'kk')).toBe('кемінде 8,5 сағ');
  });
});
