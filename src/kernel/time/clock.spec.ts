import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FixedClock, SteadyClock } from './clock.js';
import { addMilliseconds, type Instant } from './instant.js';

const noon = '2026-11-24T12:00:00.000Z' as Instant;

describe('a clock that is set while the server runs', () => {
  it('never says an earlier moment after steps of up to two minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -120_000, max: 600_000 })), (steps) => {
        const machine = new FixedClock(noon);
        const steady = new SteadyClock(machine);
        let [last, furthest] = [steady.now(), noon];
        for (const step of steps) {
          machine.set(addMilliseconds(furthest, step));
          const now = steady.now();
          expect(now >= last).toBe(true);
          last = now;
          furthest = now;
        }
      }),
    );
  });

  it('follows a greater step back, and tells of it once', () => {
    const machine = new FixedClock(noon);
    const told: number[] = [];
    const steady = new SteadyClock(machine, (minutes) => told.push(minutes));
    machine.advance(-180);
    expect([steady.now(), steady.now()]).toEqual(['2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z']);
    machine.advance(1);
    expect([steady.now(), told]).toEqual(['2026-11-24T09:01:00.000Z', [180]]);
  });

  it('goes on when the machine has caught up', () => {
    const machine = new FixedClock(noon);
    const steady = new SteadyClock(machine);
    machine.advance(-1);
    expect(steady.now()).toBe(noon);
    machine.advance(3);
    expect(steady.now()).toBe('2026-11-24T12:02:00.000Z');
  });
});
