import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FixedClock, SystemClock } from './clock.js';
import { addDays, addHours, instantOf, isInstant, millisecondsOf, minutesBetween, readInstant } from './instant.js';

const milliseconds = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('instants', () => {
  it('sort as text in the order of time', () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
        expect(instantOf(a)).toHaveLength(24);
        expect(millisecondsOf(instantOf(a))).toBe(a);
      }),
    );
  });

  it('refuse text that looks like a moment but never was one', () => {
    expect(isInstant('2021-02-30T00:00:00.000Z')).toBe(false);
    expect(isInstant('2021-01-10T25:00:00.000Z')).toBe(false);
    expect(isInstant('2021-01-10T08:30:00Z')).toBe(false);
    expect(isInstant('2021-01-10T08:30:00.000Z')).toBe(true);
  });

  it('are read from ISO text with an offset, and only with one', () => {
    expect(readInstant('2021-01-10T14:30+06:00')).toBe('2021-01-10T08:30:00.000Z');
    expect(readInstant('2021-01-10T08:30:00Z')).toBe('2021-01-10T08:30:00.000Z');
    expect(readInstant('2021-01-10T08:30:00')).toBeNull();
    expect(readInstant('2021-02-30T08:30:00Z')).toBeNull();
  });

  it('count in minutes, hours and days', () => {
    const noon = instantOf(Date.UTC(2021, 0, 10, 12));
    expect(minutesBetween(noon, addHours(noon, -2))).toBe(-120);
    expect(addDays(noon, 1)).toBe('2021-01-11T12:00:00.000Z');
  });
});

describe('clocks', () => {
  it('stand still in tests until told otherwise', () => {
    const clock = new FixedClock(instantOf(0));
    clock.advance(90);
    expect(clock.now()).toBe('1970-01-01T01:30:00.000Z');
  });

  it('tell the time of the system', () => {
    expect(isInstant(new SystemClock().now())).toBe(true);
  });
});
