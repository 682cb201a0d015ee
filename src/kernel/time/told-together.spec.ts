import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bounds } from './bounds.js';
import { addMinutes, type Instant } from './instant.js';
import { readTyped } from './read-typed.js';
import { toldTogether } from './told-together.js';

const now = '2021-01-12T06:00:00.000Z' as Instant;

function at(text: string): Bounds {
  const read = readTyped(text, { zone: 'Asia/Almaty', onDate: '2021-01-10', now });
  if (!read.ok) throw new Error(`${text}: ${read.code}`);
  return read.bounds;
}

const ends = (bounds: Bounds | null): (Instant | null)[] => [bounds?.earliest ?? null, bounds?.latest ?? null];

describe('a moment told several times', () => {
  it('spans all tellings when two of them contradict', () => {
    const together = toldTogether([at('16:30'), at('18:30'), at('20:30')]);
    expect(ends(together)).toEqual([at('16:30').earliest, at('20:30').latest]);
    expect(together).toMatchObject({ precision: 'between', asSaid: null });
  });

  it('is as narrow as the tellings that agree allow', () => {
    expect(toldTogether([at('between 18:30 and 20:45'), at('20:30')])).toEqual(at('20:30'));
    expect(ends(toldTogether([at('after 18:00'), at('before 20:00')]))).toEqual([at('after 18:00').earliest, at('before 20:00').latest]);
  });

  it('leaves a side open when the tellings contradict and one of them leaves it open', () => {
    expect(ends(toldTogether([{ ...at('18:00'), latest: null, precision: 'after' }, at('16:00')]))).toEqual([at('16:00').earliest, null]);
  });

  it('is not made unknown by somebody who does not know', () => {
    expect(toldTogether([at('unknown'), at('16:00')])).toEqual(at('16:00'));
    expect(ends(toldTogether([at('unknown')]))).toEqual([null, null]);
    expect(toldTogether([])).toBeNull();
  });

  it('never lies outside of what was told, and holds every telling when they contradict', () => {
    const telling = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 120 })).map(([from, length]) => ({
      ...{ earliest: addMinutes(now, from), latest: addMinutes(now, from + length), precision: 'between' as const, zone: 'Asia/Almaty', asSaid: null },
    }));
    fc.assert(
      fc.property(fc.array(telling, { minLength: 1, maxLength: 5 }), (tellings) => {
        const together = toldTogether(tellings);
        const [first, last] = [tellings.map((one) => one.earliest).sort()[0] ?? '', tellings.map((one) => one.latest).sort().at(-1) ?? ''];
        const [earliest, latest] = ends(together);
        expect((earliest ?? '') >= first && (latest ?? '') <= last && (earliest ?? '') <= (latest ?? '')).toBe(true);
        const agree = tellings.every((a) => tellings.every((b) => a.earliest <= b.latest));
        expect(agree || (earliest === first && latest === last)).toBe(true);
      }),
    );
  });
});
