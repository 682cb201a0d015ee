import { describe, expect, it } from '@jest/globals';
import type { Instant } from './instant.js';
import { daysIn, localDate, localMoments, localParts, offsetMinutes, readDay, weekdayOf, zoneExists } from './zone.js';

const at = (text: string): Instant => text as Instant;

describe('zones of places', () => {
  it('knows that Almaty was six hours ahead in 2021 and is five hours ahead since March 2024', () => {
    expect(offsetMinutes(at('2021-01-10T06:00:00.000Z'), 'Asia/Almaty')).toBe(360);
    expect(offsetMinutes(at('2025-01-10T06:00:00.000Z'), 'Asia/Almaty')).toBe(300);
    expect(offsetMinutes(at('2021-01-10T06:00:00.000Z'), 'Asia/Aqtau')).toBe(300);
  });

  it('refuses offsets and places that are not zones', () => {
    expect(['Asia/Almaty', 'UTC', 'America/Argentina/Ushuaia'].every(zoneExists)).toBe(true);
    expect(['+06:00', 'UTC+6', 'Asia/Atlantis', '', 'EST'].some(zoneExists)).toBe(false);
  });

  it('shows what the clocks of the place showed', () => {
    expect(localParts(at('2021-01-09T18:30:15.000Z'), 'Asia/Almaty')).toEqual({
      year: 2021, month: 1, day: 10, hour: 0, minute: 30, second: 15, millisecond: 0, weekday: 7,
    });
    expect(localDate(at('2021-01-09T18:30:00.000Z'), 'Asia/Almaty')).toBe('2021-01-10');
  });

  it('gives both moments for an hour that came twice', () => {
    expect(localMoments({ year: 2024, month: 2, day: 29 }, 23.5 * 3_600_000, 'Asia/Almaty')).toEqual({
      earliest: '2024-02-29T17:30:00.000Z', latest: '2024-02-29T18:30:00.000Z', skipped: false,
    });
  });

  it('holds the readings by the old and the new clocks for an hour that never came', () => {
    expect(localMoments({ year: 2021, month: 3, day: 14 }, 2.5 * 3_600_000, 'America/New_York')).toEqual({
      earliest: '2021-03-14T06:30:00.000Z', latest: '2021-03-14T07:30:00.000Z', skipped: true,
    });
  });

  it('makes days of 23 and 25 hours where the clocks were changed', () => {
    expect(daysIn('America/New_York', { year: 2021, month: 3, day: 14 })).toEqual({
      earliest: '2021-03-14T05:00:00.000Z', latest: '2021-03-15T03:59:59.999Z',
    });
    expect(daysIn('Asia/Almaty', { year: 2024, month: 2, day: 29 })).toEqual({
      earliest: '2024-02-28T18:00:00.000Z', latest: '2024-02-29T18:59:59.999Z',
    });
  });

  it('begins a day at the jump where midnight itself was skipped', () => {
    expect(daysIn('America/Sao_Paulo', { year: 2018, month: 11, day: 4 }).earliest).toBe('2018-11-04T03:00:00.000Z');
  });

  it('reads only days that exist', () => {
    expect(readDay('2021-02-29')).toBeNull();
    expect(readDay('2020-02-29')).toEqual({ year: 2020, month: 2, day: 29 });
    expect(weekdayOf({ year: 2021, month: 1, day: 10 })).toBe(7);
  });
});
