import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addHours, type Instant } from '../kernel/time/public.js';
import { kept, type Aged } from './keep-rule.js';

const ZONE = 'Asia/Almaty';
const now = '2026-11-25T08:00:00.000Z' as Instant;
/** One backup every so many hours, the newest first. */
const every = (hours: number, count: number): Aged[] => Array.from({ length: count }, (_, n) => ({ id: `b${String(count - n).padStart(4, '0')}`, made: addHours(now, -n * hours) }));
const madeOf = (backups: readonly Aged[], stay: ReadonlySet<string>): string[] => backups.filter(({ id }) => stay.has(id)).map(({ made }) => made.slice(0, 13));

describe('which backups stay', () => {
  it('the newest of each day, by the calendar of the office', () => {
    const backups = every(6, 12);
    // 08:00Z is 13:00 in Almaty; the day there begins at 19:00Z.
    expect(madeOf(backups, kept(backups, { last: 1, daily: 3, weekly: 0, monthly: 0 }, ZONE, null))).toEqual(['2026-11-25T08', '2026-11-24T14', '2026-11-23T14']);
  });

  it('the newest of each week, which begins on Monday, and of each month', () => {
    const backups = every(24, 70);
    const weeks = kept(backups, { last: 1, daily: 0, weekly: 3, monthly: 0 }, ZONE, null);
    expect(madeOf(backups, weeks)).toEqual(['2026-11-25T08', '2026-11-22T08', '2026-11-15T08']);
    const months = kept(backups, { last: 1, daily: 0, weekly: 0, monthly: 3 }, ZONE, null);
    expect(madeOf(backups, months)).toEqual(['2026-11-25T08', '2026-10-31T08', '2026-09-30T08']);
  });

  it('always the newest and the one last tried out, and never more than the rule asks for', () => {
    const count = fc.nat({ max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 50 }), count, count, count, count, fc.nat(), (hours, many, last, daily, weekly, monthly, pick) => {
        const backups = every(hours, many);
        const verified = backups[pick % many]?.id ?? null;
        const stay = kept(backups, { last, daily, weekly, monthly }, ZONE, verified);
        expect(stay.has(backups[0]?.id ?? '')).toBe(true);
        expect(stay.has(verified ?? '')).toBe(true);
        expect(stay.size).toBeLessThanOrEqual(Math.max(1, last) + daily + weekly + monthly + 1);
      }),
    );
  });
});
