import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../time/public.js';
import { isId, newId } from './ids.js';

describe('ids', () => {
  it('of one moment sort in the order they were made, so two head-counts saved together keep theirs', () => {
    const made = Array.from({ length: 5_000 }, () => newId('2021-01-10T04:30:00.000Z' as Instant));
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every(isId)).toBe(true);
  });

  it('of a later moment sort after those of an earlier one', () => {
    const later = newId('2021-01-10T04:30:00.001Z' as Instant);
    expect(newId('2021-01-10T04:30:00.000Z' as Instant) < later).toBe(true);
  });
});
