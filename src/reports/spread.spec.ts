import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { among, banded, only, UNKNOWN, type Dimension, type Standing } from './dimension.js';
import { esfDate } from './esf-date.js';
import { daysUntil, nextAfter } from './next-time.js';
import { periodBefore } from './period-before.js';
import type { Scope } from './scope.js';
import { spread } from './spread.js';
import type { Groups } from './count-groups.js';
import { folded, membersOf, MOST_MEMBERS, OTHERS, shownOf } from './members.js';

const scope: Scope = { from: null, to: null, region: null, authority: null, kind: null, outcome: null, incident: null, borders: 'event', now: '2021-01-10T12:00:00.000Z' as Scope['now'] };
const names = ['a', 'b', 'c', 'd'];

/** Members between two places of the list; no place: not known. */
const ordered: Dimension = {
  id: 'ordered',
  reads: () => ['from', 'to'],
  stand: ([from = '', to = '']) => (from === '' ? { sure: [], possible: [] } : among(names.slice(Number(from), Number(to) + 1))),
  ...{ named: { by: 'text' }, order: names, between: true },
};

interface One {
  readonly of: readonly Standing[];
  readonly sure: boolean;
  readonly records: number;
  readonly least: number;
  readonly most: number;
}

const groupsOf = (list: readonly One[], dimensions = 1): Groups => ({
  count: list.length,
  standings: Array.from({ length: dimensions }, (_, n) => ({ places: Int32Array.from(list.keys()), all: list.map(({ of }) => of[n] ?? only('')) })),
  ...{ sure: Uint8Array.from(list, ({ sure }) => Number(sure)), records: Int32Array.from(list, ({ records }) => records) },
  figures: [{ least: Float64Array.from(list, ({ least }) => least), most: Float64Array.from(list, ({ most }) => most), known: Float64Array.from(list, ({ records }) => records) }],
});

const group = fc
  .record({ from: fc.integer({ min: 0, max: 3 }), length: fc.integer({ min: 0, max: 3 }), known: fc.boolean(), sure: fc.boolean(), records: fc.integer({ min: 1, max: 9 }), extra: fc.integer({ min: 0, max: 5 }), open: fc.boolean() })
  .map(({ from, length, known, sure, records, extra, open }): One => {
    const keys = known ? [String(from), String(Math.min(3, from + length))] : ['', ''];
    return { of: [ordered.stand(keys, scope)], sure, records, least: records, most: open ? Infinity : records + extra };
  });

describe('figures spread over rows', () => {
  it('always have their bounds in order, and no row says more than the total', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 30 }), (groups) => {
        const { rows, total } = spread(groupsOf(groups), [ordered, null]);
        const each = rows.names.map((name) => rows.get(name) ?? []);
        for (const [figure] of [...each, total]) if (figure && figure.most !== null) expect(figure.least).toBeLessThanOrEqual(figure.most);
        for (const [figure] of each) expect(figure?.least).toBeLessThanOrEqual(total[0]?.least ?? 0);
      }),
    );
  });

  it('make up the denominator: surely in one row, between several, and not known', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 30 }), (given) => {
        const groups = given.map((one) => ({ ...one, sure: true }));
        const { rows, of, total } = spread(groupsOf(groups), [ordered, null]);
        const sure = names.reduce((all, name) => all + (rows.get(name)?.[0]?.least ?? 0), 0);
        const unknown = rows.get(UNKNOWN)?.[0]?.records ?? 0;
        expect(sure + of.between + unknown).toBe(of.records);
        expect(of.known + unknown).toBe(of.records);
        expect(total[0]?.records).toBe(groups.reduce((all, { records }) => all + records, 0));
      }),
    );
  });

  it('add up over columns to the row, where no column is in doubt', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), (given) => {
        const groups = given.map((one) => ({ ...one, of: [one.of[0] ?? only(''), only(one.of[0]?.possible[0] ?? '')] }));
        const { cells, rows } = spread(groupsOf(groups, 2), [ordered, ordered]);
        for (const [row, across] of cells ?? []) {
          expect(across.names.reduce((all, name) => all + (across.get(name)?.[0]?.least ?? 0), 0)).toBe(rows.get(row)?.[0]?.least);
        }
      }),
    );
  });
});

describe('a table with more rows than are shown', () => {
  const plainly: Dimension = { ...{ id: 'plain', reads: () => [], named: { by: 'text' }, order: 'size' }, stand: () => only('') };
  const one = (name: string, records: number): One => ({ of: [only(name)], sure: true, records, least: records, most: records });
  const many = Array.from({ length: MOST_MEMBERS + 20 }, (_, n) => one(`m${n}`, 1000 - n));

  it('tells the smallest ones together, in the period before too, and what is not known apart from them', () => {
    const now = spread(groupsOf([...many, one('', 5)]), [plainly, null]);
    const shown = shownOf(membersOf(plainly, now.rows));
    expect([shown.length, shown[0], shown.slice(-2)]).toEqual([MOST_MEMBERS + 2, 'm0', [OTHERS, UNKNOWN]]);
    const small = many.slice(MOST_MEMBERS).reduce((all, { records }) => all + records, 0);
    expect(folded(now, shown).rows.get(OTHERS)?.[0]).toEqual({ least: small, most: small, known: small, records: small });
    const before = folded(spread(groupsOf([one('m3', 7), one('m110', 2), one('gone since', 4), one('', 9)]), [plainly, null]), shown);
    expect(['m3', OTHERS, UNKNOWN].map((name) => before.rows.get(name)?.[0]?.least)).toEqual([7, 6, 9]);
    expect(before.rows.get('m0')).toBeUndefined();
  });
});

describe('bands', () => {
  const bands = banded('x', 'l', 'm', { names: ['short', 'middle', 'long'], from: [0, 60, 120] }, 'band');
  const stand = (low: string, high: string) => bands.stand([low, high], scope);

  it('hold what lies in one for sure, and what crosses a limit in each it may be', () => {
    expect(stand('60', '119')).toEqual({ sure: ['middle'], possible: ['middle'] });
    expect(stand('59', '120')).toEqual({ sure: [], possible: ['short', 'middle', 'long'] });
    expect(stand('90', '')).toEqual({ sure: [], possible: ['middle', 'long'] });
    expect(stand('', '120')).toEqual({ sure: [], possible: [] });
  });
});

describe('the period before', () => {
  it('is as many days, or as many whole months', () => {
    expect(periodBefore({ from: '2021-01-10', to: '2021-01-10' })).toEqual({ from: '2021-01-09', to: '2021-01-09' });
    expect(periodBefore({ from: '2021-03-01', to: '2021-03-31' })).toEqual({ from: '2021-02-01', to: '2021-02-28' });
    expect(periodBefore({ from: '2021-01-01', to: '2021-06-30' })).toEqual({ from: '2020-07-01', to: '2020-12-31' });
  });
});

describe('the next time of a report', () => {
  const now = '2021-01-10T12:00:00.000Z' as Scope['now'];

  it('is the coming night, the night to Monday, or the first of a month; it is about what has just ended', () => {
    expect([nextAfter(now, 'day'), nextAfter(now, 'week'), nextAfter(now, 'month')]).toEqual(['2021-01-11T03:00:00.000Z', '2021-01-11T03:00:00.000Z', '2021-02-01T03:00:00.000Z']);
    expect(daysUntil(nextAfter(now, 'week'), 'week')).toEqual({ from: '2021-01-04', to: '2021-01-10' });
    expect(daysUntil(nextAfter(now, 'month'), 'month')).toEqual({ from: '2021-01-01', to: '2021-01-31' });
  });
});

describe('a date of the Events Standard Formats', () => {
  it('is whole, or says that its day or its month is not known', () => {
    expect(esfDate('2021-01-10', '2021-01-10')).toEqual(['2021-01-10', '']);
    expect(esfDate('2021-01-09', '2021-01-10')).toEqual(['2021-01-01', 'MT48:02']);
    expect(esfDate('2021-01-31', '2021-02-01')).toEqual(['2021-01-01', 'MT48:03']);
    expect(esfDate('2020-12-31', '2021-01-01')).toEqual(['2020-12-31', 'MT48:01']);
    expect(esfDate('', '')).toEqual(['', '']);
  });
});
