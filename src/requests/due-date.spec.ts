import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, localParts, millisecondsOf, type Instant } from '../kernel/time/public.js';
import { dueAfter } from './due-date.js';

const zone = 'Asia/Almaty';

describe('the last day to answer a request', () => {
  it('bears the number of the day it came, or is the last of a shorter month', () => {
    expect(dueAfter('2026-03-10T05:00:00.000Z' as Instant, 1, zone)).toBe('2026-04-10T18:59:59.999Z');
    expect(dueAfter('2026-01-31T05:00:00.000Z' as Instant, 1, zone)).toBe('2026-02-28T18:59:59.999Z');
    expect(dueAfter('2027-12-31T05:00:00.000Z' as Instant, 2, zone)).toBe('2028-02-29T18:59:59.999Z');
  });

  it('is counted on the calendar of the office, not of the server', () => {
    expect(dueAfter('2026-03-09T20:00:00.000Z' as Instant, 1, zone)).toBe('2026-04-10T18:59:59.999Z'); // the 10th in Almaty already
  });

  it('never lies more than 31 days a month away, and a later request never has the earlier end', () => {
    const moments = fc.integer({ min: millisecondsOf('2015-01-01T00:00:00.000Z' as Instant), max: millisecondsOf('2060-01-01T00:00:00.000Z' as Instant) });
    fc.assert(
      fc.property(moments, moments, fc.integer({ min: 1, max: 3 }), (one, other, months) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map(instantOf) as [Instant, Instant];
        expect(dueAfter(first, months, zone) <= dueAfter(second, months, zone)).toBe(true);
        const days = (millisecondsOf(dueAfter(first, months, zone)) - millisecondsOf(first)) / 86_400_000;
        expect(days > 27 * months && days < 32 * months).toBe(true);
        const [from, to] = [localParts(first, zone), localParts(dueAfter(first, months, zone), zone)];
        expect(to.day === from.day || to.day < from.day).toBe(true);
      }),
    );
  });
});
