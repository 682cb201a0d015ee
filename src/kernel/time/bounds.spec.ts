import { describe, expect, it } from '@jest/globals';
import { contradicts, exactly, faultInBounds, gapMinutes, intersects, unknownMoment, type Bounds } from './bounds.js';
import type { Instant } from './instant.js';

const zone = 'Asia/Almaty';
const at = (clock: string): Instant => `2021-01-10T${clock}:00.000Z` as Instant;
const between = (a: string | null, b: string | null, precision: Bounds['precision'] = 'between'): Bounds => ({
  earliest: a === null ? null : at(a), latest: b === null ? null : at(b), precision, zone, asSaid: null,
});

describe('bounds', () => {
  it('are refused when the earliest is after the latest', () => {
    expect(faultInBounds(between('11:00', '10:00'))).toBe('time.reversed');
    expect(faultInBounds(between('10:00', '10:00'))).toBeNull();
  });

  it('are refused in a zone that does not exist', () => {
    expect(faultInBounds({ ...between('10:00', '11:00'), zone: '+06:00' })).toBe('time.zone_unknown');
  });

  it('may be open only on the side that their precision leaves open', () => {
    expect(faultInBounds(between(null, '12:00', 'before'))).toBeNull();
    expect(faultInBounds(between('12:00', null, 'before'))).toBe('time.open_side');
    expect(faultInBounds(between(null, '12:00'))).toBe('time.open_side');
    expect(faultInBounds(unknownMoment(zone, 'не знаю'))).toBeNull();
    expect(faultInBounds(between('10:00', null, 'unknown'))).toBe('time.open_side');
  });

  it('contradict when no moment satisfies both, and say by how much', () => {
    expect(contradicts(between('10:30', '11:15'), between('16:00', '16:00', 'exact'))).toBe(true);
    expect(gapMinutes(between('16:00', '16:00', 'exact'), between('10:30', '11:15'))).toBe(285);
    expect(intersects(between('10:30', '11:15'), between('11:15', '12:00'))).toBe(true);
  });

  it('do not contradict what is open or unknown', () => {
    expect(contradicts(between(null, '12:00', 'before'), exactly(at('03:00'), zone))).toBe(false);
    expect(contradicts(unknownMoment(zone), exactly(at('03:00'), zone))).toBe(false);
  });
});
