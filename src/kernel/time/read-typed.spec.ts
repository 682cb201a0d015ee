import { describe, expect, it } from '@jest/globals';
import { faultInBounds } from './bounds.js';
import type { Instant } from './instant.js';
import { readTyped } from './read-typed.js';
import { localParts } from './zone.js';

const zone = 'Asia/Almaty';
const now = '2021-01-12T06:00:00.000Z' as Instant;
const day = '2021-01-10';

const shown = (moment: Instant | null): string | null => {
  if (moment === null) return null;
  const p = localParts(moment, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = p.millisecond === 999 ? '24:00' : `${two(p.hour)}:${two(p.minute)}`;
  return `${p.year}-${two(p.month)}-${two(p.day)} ${clock}`;
};

/** precision, earliest, latest on the clocks of Almaty; 24:00 is the last millisecond of the day. */
function reading(text: string, onDate?: string): [string, string | null, string | null] | string {
  const read = readTyped(text, { zone, now, onDate });
  if (!read.ok) return read.code;
  expect(read.bounds.asSaid).toBe(text);
  expect(faultInBounds(read.bounds)).toBeNull();
  return [read.bounds.precision, shown(read.bounds.earliest), shown(read.bounds.latest)];
}

const on = (clock: string): string => `${day} ${clock}`;

describe('typed times', () => {
  it.each([
    '10.01.2021 14:30', '2021-01-10 14:30', '2021-01-10T14:30', '10.01.21 14.30', '10 января 2021 г., 14:30', '10 января 14:30',
    '10 янв 14:30', '10 Jan 2021 14:30', 'January 10, 2021 at 2:30 pm', 'Sunday 10 January 2021, 14:30', '10th of January 2021, 14:30',
    '14:30 10.01.2021', '10.01.2021 - 14:30', '10.01.2021 в 14 часов 30 минут', '10.01.2021 14ч30',
    '2021 жылғы 10 қаңтар, сағат 14:30', '2021 жылдың 10 қаңтарында 14:30-да', '10 кантар 2021 14:30', '13/01/2021 14:30', '01/13/2021 14:30',
  ])('reads the moment in %p', (text) => {
    const date = text.includes('13') ? '2021-01-13' : day;
    expect(reading(text)).toEqual(['exact', `${date} 14:30`, `${date} 14:30`]);
  });

  it.each([
    ['10.01.2021 8 утра', '08:00'], ['10.01.2021 в 7 вечера', '19:00'], ['10.01.2021, 2 ночи', '02:00'], ['10.01.2021 3 дня', '15:00'],
    ['10.01.2021 12 am', '00:00'], ['10.01.2021 12 p.m.', '12:00'], ['10.01.2021 noon', '12:00'], ['10 января 2021 в полдень', '12:00'],
    ['10.01.2021 кешкі 7:30', '19:30'], ['10.01.2021 таңғы сағат 8-де', '08:00'], ['2021 жылғы 10 қаңтар, түсте', '12:00'],
    ['10.01.2021 в 9 часов', '09:00'], ['10.01.2021 сағат 9-да', '09:00'], ['10.01.2021 evening 20:15', '20:15'], ['10.01.2021 07:05', '07:05'],
  ])('reads the hour in %p', (text, clock) => {
    expect(reading(text)).toEqual(['exact', on(clock), on(clock)]);
  });

  it.each([
    'about 14:30', '~14:30', 'около 14:30', 'примерно в 14:30', 'шамамен 14:30', '14:30 шамасында', '14:30-ға жуық',
    '10 января 2021 около 14:30', 'about 10 January 2021 14:30', '10 қаңтар 2021 шамамен 14:30', 'approx. 14:30',
  ])('takes %p for half an hour on both sides', (text) => {
    expect(reading(text, day)).toEqual(['about', on('14:00'), on('15:00')]);
  });

  it.each([
    'between 10:30 and 11:15', '10:30-11:15', '10:30 – 11:15', 'from 10:30 to 11:15', 'с 10:30 до 11:15', 'между 10:30 и 11:15',
    '10:30 бен 11:15 арасында', '10:30-11:15 аралығында', '10:30-дан 11:15-ке дейін', '10.01.2021 10:30-11:15', '10.01.2021, с 10:30 по 11:15',
    'between 10:30 and 11:15 on 10 January 2021', '10 января 2021 между 10:30 и 11:15', '2021 жылғы 10 қаңтар, 10:30–11:15 аралығында',
    '10.01.2021 10:30 - 10.01.2021 11:15',
  ])('reads the window in %p', (text) => {
    expect(reading(text, day)).toEqual(['between', on('10:30'), on('11:15')]);
  });

  it('takes a window that passes midnight into the next day', () => {
    expect(reading('between 23:30 and 00:45', day)).toEqual(['between', on('23:30'), '2021-01-11 00:45']);
    expect(reading('10.01.2021 23:30-00:45')).toEqual(['between', on('23:30'), '2021-01-11 00:45']);
    expect(reading('10.01.2021 23:30 - 11.01.2021 00:45')).toEqual(['between', on('23:30'), '2021-01-11 00:45']);
    expect(reading('22:00-24:00', day)).toEqual(['between', on('22:00'), '2021-01-11 00:00']);
  });

  it('takes a window that would last most of a day for a slip', () => {
    expect(reading('between 11:15 and 10:30', day)).toBe('time.reversed');
    expect(reading('12.01.2021 - 10.01.2021')).toBe('time.reversed');
  });

  it('reads windows of days, months and years', () => {
    expect(reading('10-12 January 2021')).toEqual(['between', '2021-01-10 00:00', '2021-01-12 24:00']);
    expect(reading('с 10 по 12 января 2021')).toEqual(['between', '2021-01-10 00:00', '2021-01-12 24:00']);
    expect(reading('10 қаңтардан 12 қаңтарға дейін')).toEqual(['between', '2021-01-10 00:00', '2021-01-12 24:00']);
    expect(reading('November - December 2020')).toEqual(['between', '2020-11-01 00:00', '2020-12-31 24:00']);
    expect(reading('2019-2020')).toEqual(['between', '2019-01-01 00:00', '2020-12-31 24:00']);
  });

  it.each(['before noon', 'до полудня', 'түске дейін', '10.01.2021 before 12:00', '10 января 2021, до 12:00', '10.01.2021 12:00-ге дейін'])(
    'keeps %p on the day that was named first',
    (text) => expect(reading(text, day)).toEqual(['before', on('00:00'), on('12:00')]),
  );

  it('leaves the other side open when the day is part of the limit', () => {
    expect(reading('before 10.01.2021 12:00')).toEqual(['before', null, on('12:00')]);
    expect(reading('after 18:00 on 10 January 2021')).toEqual(['after', on('18:00'), null]);
    expect(reading('до 10 января 2021')).toEqual(['before', null, '2021-01-09 24:00']);
    expect(reading('10 қаңтарға дейін')).toEqual(['before', null, '2021-01-09 24:00']);
    expect(reading('не позднее 10.01.2021')).toEqual(['before', null, '2021-01-10 24:00']);
    expect(reading('after 10 January 2021')).toEqual(['after', '2021-01-11 00:00', null]);
    expect(reading('с 10 января 2021')).toEqual(['after', '2021-01-10 00:00', null]);
    expect(reading('10 қаңтардан кейін')).toEqual(['after', '2021-01-11 00:00', null]);
  });

  it.each(['after 18:00', 'после 18:00', '18:00-ден кейін', '10.01.2021 18:00 уақытынан кейін'])('keeps %p on the day of the form', (text) => {
    expect(reading(text, day)).toEqual(['after', on('18:00'), on('24:00')]);
  });

  it.each([
    ['morning', '05:00', '12:00'], ['10 января утром', '05:00', '12:00'], ['таңертең', '05:00', '12:00'],
    ['в 2021 году 10 января днём', '10:00', '18:00'], ['afternoon', '12:00', '18:00'],
    ['evening', '17:00', '24:00'], ['вечером', '17:00', '24:00'], ['10 қаңтар, кешке', '17:00', '24:00'],
  ])('reads the part of the day in %p', (text, from, to) => {
    expect(reading(text, day)).toEqual(['part_of_day', on(from), on(to)]);
  });

  it('lets a night be that of the day and the one after its evening', () => {
    expect(reading('ночью', day)).toEqual(['part_of_day', on('00:00'), '2021-01-11 06:00']);
    expect(reading('в ночь на 11 января 2021')).toEqual(['part_of_day', on('22:00'), '2021-01-11 06:00']);
  });

  it.each([
    ['2021-01-10', 'day', day, day], ['10.01.2021.', 'day', day, day], ['10.01.2021, время неизвестно', 'day', day, day],
    ['yesterday', 'day', '2021-01-11', '2021-01-11'], ['вчера', 'day', '2021-01-11', '2021-01-11'], ['кеше', 'day', '2021-01-11', '2021-01-11'], ['позавчера', 'day', day, day], ['бүгін', 'day', '2021-01-12', '2021-01-12'],
    ['January 2021', 'month', '2021-01-01', '2021-01-31'], ['январь 2021', 'month', '2021-01-01', '2021-01-31'],
    ['2021 жылғы қаңтар', 'month', '2021-01-01', '2021-01-31'], ['2021-01', 'month', '2021-01-01', '2021-01-31'],
    ['2021', 'year', '2021-01-01', '2021-12-31'], ['2021 год', 'year', '2021-01-01', '2021-12-31'], ['in 2020', 'year', '2020-01-01', '2020-12-31'],
  ])('reads %p as a whole %s', (text, precision, first, last) => {
    expect(reading(text)).toEqual([precision, `${first} 00:00`, `${last} 24:00`]);
  });

  it.each(['not known', 'unknown', 'неизвестно', 'нет данных', 'белгісіз', '?'])('reads %p as unknown and open', (text) => {
    expect(reading(text)).toEqual(['unknown', null, null]);
  });

  it('takes a day without a year for the last one that came, or the one nearest to the form', () => {
    expect(reading('10 января')).toEqual(['day', '2021-01-10 00:00', '2021-01-10 24:00']);
    expect(reading('20 декабря')).toEqual(['day', '2020-12-20 00:00', '2020-12-20 24:00']);
    expect(reading('1 January', '2019-12-31')).toEqual(['day', '2020-01-01 00:00', '2020-01-01 24:00']);
  });

  it('counts yesterday on the calendar of the place', () => {
    const late = readTyped('yesterday', { zone, now: '2021-01-10T19:00:00.000Z' as Instant });
    expect(late).toMatchObject({ ok: true, bounds: { earliest: '2021-01-09T18:00:00.000Z' } });
  });

  it.each([
    ['14:30', 'time.needs_date'], ['утром', 'time.needs_date'], ['10', 'time.needs_date'], ['January 2021 14:30', 'time.needs_date'],
    ['30.02.2021', 'time.impossible_date'], ['2021-13-01', 'time.impossible_date'], ['10.01.1021', 'time.impossible_date'],
    ['10.01.2021 25:00', 'time.impossible_hour'], ['10.01.2021 14:75', 'time.impossible_hour'],
    ['01/10/2021', 'time.ambiguous'], ['10.11', 'time.ambiguous'], ['10.01.2021 midnight', 'time.ambiguous'],
    ['10.01.2021 вечером 7:00', 'time.ambiguous'], ['Monday 10 January 2021', 'time.weekday_mismatch'], ['about 10 January 2021', 'time.too_vague'],
    ['', 'time.unreadable'], ['   ', 'time.unreadable'], ['soon', 'time.unreadable'], ['10.01.2021 11.01.2021', 'time.unreadable'],
    ['between 10:30', 'time.unreadable'], ['10.01.2021 14:30?', 'time.unreadable'], ['10.01.2021 14:30 Bolat', 'time.unreadable'],
    ['2021-01-10T14:30Z', 'time.unreadable'], ['9'.repeat(300), 'time.unreadable'],
  ])('refuses %p with %s', (text, code) => {
    expect(reading(text)).toBe(code);
  });

  it('refuses a zone that is not one', () => {
    expect(readTyped('10.01.2021', { zone: '+06:00', now })).toEqual({ ok: false, code: 'time.zone_unknown' });
  });

  it('uses the zone of the place at that date', () => {
    expect(readTyped('10.01.2021 14:30', { zone, now })).toMatchObject({ bounds: { earliest: '2021-01-10T08:30:00.000Z' } });
    expect(readTyped('10.01.2025 14:30', { zone, now })).toMatchObject({ bounds: { earliest: '2025-01-10T09:30:00.000Z' } });
  });

  it('holds both readings of an hour that came twice', () => {
    expect(readTyped('29.02.2024 23:30', { zone, now })).toMatchObject({
      bounds: { earliest: '2024-02-29T17:30:00.000Z', latest: '2024-02-29T18:30:00.000Z', precision: 'exact' },
    });
  });
});
