import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf, characters, lengthOf, placeOf, storedOf, type Layout } from './card.js';
import { codesOf, numbered } from './codes.js';
import { ANY_DAY_AFTER, ANY_DAY_BEFORE, dayOfNumber, numberOfDay } from './day-number.js';
import { rulingsOf } from './rulings-of.js';

const layout = { small: ['number', 1], middle: ['number', 3], large: ['number', 5] } as const satisfies Layout;

describe('a card', () => {
  it('gives every number back as it was written, of each of many cards', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 93 }), fc.integer({ min: 0, max: 94 ** 3 - 1 }), fc.integer({ min: 0, max: 2_000_000_001 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const cards = rows.map(([small, middle, large]) => characters(small, 1) + characters(middle, 3) + characters(large, 5)).join('');
        const read = ['small', 'middle', 'large'].map((name) => [...storedOf([cards.slice(0, lengthOf(layout)), cards.slice(lengthOf(layout))].map(bytesOf), lengthOf(layout), placeOf(layout, name))]);
        expect(rows.map((_, n) => read.map((field) => field[n]))).toEqual(rows);
      }),
    );
  });

  it('holds of what is too large the most it can, and refuses a field it has not', () => {
    expect([...storedOf([bytesOf(characters(1_000_000, 3))], 3, { form: 'number', width: 3, at: 0 })]).toEqual([94 ** 3 - 1]);
    expect(() => placeOf(layout, 'missing')).toThrow('no card has missing');
  });

  it('holds days so that they sort as they do, with open sides and nothing', () => {
    const days = ['', ANY_DAY_BEFORE, '1931-05-31', '2000-02-29', '2021-01-10', '2021-12-31', ANY_DAY_AFTER];
    expect(days.map(numberOfDay).map(dayOfNumber)).toEqual(days);
    expect(days.map(numberOfDay)).toEqual(days.map(numberOfDay).toSorted((a, b) => a - b));
  });
});

describe('records alike', () => {
  it('are put together by all of their fields, however many values there are', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 2_000_000_000 })), { maxLength: 40 });
    fc.assert(
      fc.property(values, (rows) => {
        const fields = [0, 1].map((n) => numbered(Int32Array.from(rows, (row) => row[n] ?? 0)));
        const { places, firsts } = codesOf(fields, rows.length);
        for (const [n, row] of rows.entries()) expect(rows[firsts[places[n] ?? -1] ?? -1]).toEqual(row);
        expect(firsts.length).toBe(new Set(rows.map(String)).size);
      }),
    );
  });
});

describe('rulings of one detention', () => {
  const ruling = { kind: 'ruling_fine', withdrawn: false, articleToken: 'a', placeId: null, sanctionDays: null, fineAmount: 20, fineUnit: 'kz_mci' };

  it('told by several accounts are one, with the least and the most; what was withdrawn is none', () => {
    const told = rulingsOf([ruling, { ...ruling, fineAmount: 25, articleToken: 'b' }, { ...ruling, kind: 'ruling_warning', withdrawn: true }, { ...ruling, kind: 'released_pending' }]);
    expect(told).toEqual([{ sanction: 'ruling_fine', article: 'a', article_other: 'b', court: null, court_other: null, unit: 'kz_mci', unit_other: 'kz_mci', days_min: null, days_max: null, fine_min: 20, fine_max: 25 }]);
  });

  it('count the order of arrest and the ruling on it as one sanction', () => {
    expect(rulingsOf([{ ...ruling, kind: 'ruling_admin_arrest' }, { ...ruling, kind: 'arrest_order_pronounced' }]).map(({ sanction }) => sanction)).toEqual(['ruling_admin_arrest']);
  });
});
