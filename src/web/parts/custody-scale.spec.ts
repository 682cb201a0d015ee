import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { axisLabels } from './axis-labels.js';
import { custodyScale, placeRow, type EndMinutes } from './custody-scale.js';

const HOUR = 60;
const now = 27_000_000;

const minute = fc.integer({ min: now - 500_000, max: now });
const end: fc.Arbitrary<EndMinutes> = fc.tuple(fc.option(minute), fc.option(minute)).map(([a, b]) =>
  a !== null && b !== null ? { earliest: Math.min(a, b), latest: Math.max(a, b) } : { earliest: a, latest: b },
);
const row = fc.record({ start: end, end: fc.option(end) });

describe('where a stretch of custody is drawn', () => {
  it('is within the window, and certain only where it is possible: the drawing never claims more than the bounds', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const scale = custodyScale(rows, now);
        for (const one of rows) {
          const { possible, certain } = placeRow(one, scale);
          expect(possible.x).toBeGreaterThanOrEqual(0);
          expect(possible.x + possible.width).toBeLessThanOrEqual(100.011);
          if (certain && (one.start.earliest ?? 0) <= (one.start.latest ?? 0)) {
            expect(certain.x).toBeGreaterThanOrEqual(possible.x - 0.011);
            expect(certain.width).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('is solid from the latest start to the earliest end and hatched around it', () => {
    const scale = { from: 0, to: 1000, ticks: [] };
    const placed = placeRow({ start: { earliest: 100, latest: 200 }, end: { earliest: 600, latest: 800 } }, scale);
    expect(placed).toEqual({ possible: { x: 10, width: 70 }, certain: { x: 20, width: 40 }, openStart: false, openEnd: false });
  });

  it('is nowhere solid when the ends may touch: a ride of nought to four hours', () => {
    const scale = { from: 0, to: 1000, ticks: [] };
    expect(placeRow({ start: { earliest: 100, latest: 400 }, end: { earliest: 300, latest: 500 } }, scale).certain).toBeNull();
  });

  it('fades where no end is known, and is hatched from the last word to now where somebody may still be held', () => {
    const scale = { from: 0, to: 1000, ticks: [] };
    const start = { earliest: 100, latest: 100 };
    expect(placeRow({ start, end: null }, scale)).toMatchObject({ certain: null, openEnd: true });
    const since = placeRow({ start, end: { earliest: 500, latest: 900 } }, scale);
    expect(since).toMatchObject({ possible: { x: 10, width: 80 }, certain: { x: 10, width: 40 }, openEnd: false });
  });

  it('marks round hours of the place, few enough to read', () => {
    const rows = [{ start: { earliest: now - 70 * HOUR, latest: null }, end: { earliest: now - 70 * HOUR, latest: now } }];
    const { ticks } = custodyScale(rows, now, 6 * HOUR);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThanOrEqual(9);
    for (const tick of ticks) expect((tick + 6 * HOUR) % (12 * HOUR)).toBe(0);
  });

  it('shows only labels that do not run into each other, fewer still on a phone', () => {
    const ticks = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((at) => ({ at, label: '10 Jan 2021, 12:00' }));
    const labels = axisLabels(ticks, { from: 0, to: 100 });
    expect(labels.map(({ at }) => at)).toEqual([0, 30, 50, 70, 100].filter((at) => labels.some((label) => label.at === at)));
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.filter(({ few }) => !few).length).toBeLessThan(labels.length);
  });
});
