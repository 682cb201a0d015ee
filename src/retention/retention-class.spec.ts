import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, type Instant } from '../kernel/time/public.js';
import { before, erasingClasses, retentionSet } from './retention-class.js';

describe('the retention classes', () => {
  it('each have words, a ground and a period that can be read, and wait for a lawyer', () => {
    expect(retentionSet.needs_legal_review).toBe(true);
    expect(retentionSet.classes.filter(({ en, ru, kk, ground }) => !en || !ru || !kk || Object.values(ground).length !== 3 || Object.values(ground).some((one) => one.length < 10))).toEqual([]);
    expect(new Set(retentionSet.classes.map(({ id }) => id)).size).toBe(retentionSet.classes.length);
    for (const { period } of erasingClasses) expect(before(period, '2026-11-25T12:00:00.000Z' as Instant, 'Asia/Almaty') < '2026-11-25').toBe(true);
    expect(erasingClasses.every(({ selects }) => selects.length > 0)).toBe(true);
  });

  it('are counted on the calendar of the office, the last of February in shorter years', () => {
    expect(before('P1Y', '2024-02-29T10:00:00.000Z' as Instant, 'Asia/Almaty')).toBe('2023-02-27T18:00:00.000Z');
    expect(before('P30D', '2026-03-31T10:00:00.000Z' as Instant, 'Asia/Almaty')).toBe('2026-02-28T19:00:00.000Z');
  });

  it('never let something run out earlier because a day has passed less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1.5e12, max: 2e12 }), fc.integer({ min: 0, max: 1e10 }), fc.constantFrom('P1Y', 'P10Y', 'P30D'), (at, later, period) => {
        expect(before(period, instantOf(at), 'Asia/Almaty') <= before(period, instantOf(at + later), 'Asia/Almaty')).toBe(true);
      }),
    );
  });
});
