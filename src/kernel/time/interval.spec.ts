import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { notComputable, unknownMoment, type Bounds, type MinMax } from './bounds.js';
import { durationOf, overlapOf, uncoveredOf, unionOf, type Span } from './interval.js';
import { instantOf, type Instant } from './instant.js';

const zone = 'Asia/Almaty';
const minute = (value: number): Instant => instantOf(Date.UTC(2021, 0, 10) + value * 60_000);
const known = (a: number, b: number): Bounds => ({ earliest: minute(a), latest: minute(b), precision: 'between', zone, asSaid: null });
const after = (a: number): Bounds => ({ earliest: minute(a), latest: null, precision: 'after', zone, asSaid: null });
const before = (b: number): Bounds => ({ earliest: null, latest: minute(b), precision: 'before', zone, asSaid: null });
const now = minute(2000);

/** A concrete history and, around it, bounds that leave room on each side. */
interface Sample {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

const slack = fc.integer({ min: 0, max: 120 });
const sample: fc.Arbitrary<Sample> = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 0, max: 600 }), slack, slack, slack, slack)
  .map(([from, length, a, b, c, d]) => ({
    span: { start: known(from - a, from + b), end: known(from + length - c, from + length + d) },
    from,
    to: from + length,
  }));

/** The same, with an end that has not come yet. */
const lasting: fc.Arbitrary<Sample> = sample.map(({ span, from }) => ({ span: { ...span, end: null }, from, to: Infinity }));

const holds = ({ min, max }: MinMax, value: number): boolean => (min ?? 0) <= value && (max === null || value <= max);

/** Minutes of [from, to) that satisfy a rule, counted one by one: slow and beyond doubt. */
const countMinutes = (rule: (at: number) => boolean): number => {
  let count = 0;
  for (let at = -200; at < 2400; at += 1) if (rule(at)) count += 1;
  return count;
};

const covers = ({ from, to }: Sample, at: number): boolean => at >= from && at < to;

describe('durations', () => {
  it('lie between least and most for every history that fits the bounds', () => {
    fc.assert(fc.property(sample, ({ span, from, to }) => holds(durationOf(span, now), to - from)));
  });

  it('reach both ends, so they are no wider than what is known', () => {
    fc.assert(
      fc.property(sample, ({ span }) => {
        const { min, max } = durationOf(span, now);
        const end = span.end as Bounds;
        const ends = [span.start.earliest, span.start.latest, end.earliest, end.latest].map((at) => Date.parse(at ?? '') / 60_000);
        const [a = 0, b = 0, c = 0, d = 0] = ends;
        expect(max).toBe(d - a);
        expect(min).toBe(Math.max(0, c - b));
      }),
    );
  });

  it('run up to now while there is no end', () => {
    expect(durationOf({ start: known(600, 660), end: null }, minute(900))).toEqual({ min: 240, max: 300 });
  });

  it('have no upper bound when the release is not known', () => {
    expect(durationOf({ start: known(600, 660), end: unknownMoment(zone) }, now)).toEqual(notComputable);
    expect(durationOf({ start: known(600, 660), end: after(900) }, now)).toEqual({ min: 240, max: null });
    expect(durationOf({ start: before(600), end: known(900, 930) }, now)).toEqual({ min: 300, max: null });
  });

  it('have an upper bound and no lower one when the start is only known not to be before', () => {
    expect(durationOf({ start: after(600), end: known(900, 900) }, now)).toEqual({ min: 0, max: 300 });
  });

  it('are not computable when the end lies before the start', () => {
    expect(durationOf({ start: known(900, 930), end: known(600, 660) }, now)).toEqual(notComputable);
  });

  it('round outwards to whole minutes', () => {
    const start = { ...known(0, 0), latest: instantOf(Date.parse(minute(0)) + 1) };
    expect(durationOf({ start, end: known(60, 60) }, now)).toEqual({ min: 59, max: 60 });
  });
});

describe('overlap and union', () => {
  it('hold every history that fits the bounds', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const both = countMinutes((at) => covers(a, at) && covers(b, at));
        const either = countMinutes((at) => covers(a, at) || covers(b, at));
        expect(holds(overlapOf(a.span, b.span, now), both)).toBe(true);
        expect(holds(unionOf([a.span, b.span], now), either)).toBe(true);
      }),
    );
  });

  it('count time covered twice once', () => {
    expect(unionOf([{ start: known(0, 0), end: known(60, 60) }, { start: known(30, 30), end: known(90, 90) }], now)).toEqual({ min: 90, max: 90 });
  });
});

describe('time that no acknowledged span covers', () => {
  it('lies between least and most for every history that fits the bounds', () => {
    fc.assert(
      fc.property(sample, fc.array(fc.oneof(sample, lasting), { maxLength: 3 }), (stay, acknowledged) => {
        const outside = countMinutes((at) => covers(stay, at) && !acknowledged.some((one) => covers(one, at)));
        expect(holds(uncoveredOf(stay.span, acknowledged.map(({ span }) => span), now), outside)).toBe(true);
      }),
    );
  });

  it('never says less when a span is dropped, nor more when one is added', () => {
    fc.assert(
      fc.property(sample, sample, sample, (stay, a, b) => {
        const one = uncoveredOf(stay.span, [a.span], now);
        const two = uncoveredOf(stay.span, [a.span, b.span], now);
        expect((two.min ?? 0) <= (one.min ?? 0) && (two.max ?? 0) <= (one.max ?? 0)).toBe(true);
      }),
    );
  });

  it('is the whole stay when nothing was acknowledged', () => {
    fc.assert(fc.property(sample, ({ span }) => expect(uncoveredOf(span, [], now)).toEqual(durationOf(span, now))));
  });

  it('takes an acknowledged span without an end to last as long as the stay', () => {
    const stay = { start: known(600, 600), end: known(1200, 1260) };
    expect(uncoveredOf(stay, [{ start: known(900, 960), end: null }], now)).toEqual({ min: 300, max: 360 });
  });

  it('is bounded even for an unknown release when the paper covers the rest of the stay', () => {
    const stay = { start: known(600, 660), end: after(1000) };
    expect(uncoveredOf(stay, [{ start: known(900, 900), end: null }], now)).toEqual({ min: 240, max: 300 });
    expect(uncoveredOf(stay, [{ start: known(900, 900), end: known(960, 960) }], now)).toEqual({ min: 280, max: null });
  });

  it('has no upper bound when the start of the stay has no earliest', () => {
    expect(uncoveredOf({ start: before(600), end: known(900, 900) }, [], now)).toEqual({ min: 300, max: null });
  });

  it('does not count as covered what an acknowledged span of unknown length may not have covered', () => {
    const stay = { start: known(600, 600), end: known(900, 900) };
    expect(uncoveredOf(stay, [{ start: known(700, 700), end: unknownMoment(zone) }], now)).toEqual({ min: 100, max: 300 });
  });
});
