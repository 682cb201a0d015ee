import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTyped, sayMinutes, type Bounds, type Instant } from '../kernel/time/public.js';
import { columnsOf } from '../kernel/db/public.js';
import type { Account, CustodyFigures } from './custody-figures.js';
import { figuresOf } from './figures-of.js';

const now = '2021-01-12T06:00:00.000Z' as Instant;

function at(text: string): Bounds {
  const read = readTyped(text, { zone: 'Asia/Almaty', onDate: '2021-01-10', now });
  if (!read.ok) throw new Error(`${text}: ${read.code}`);
  return read.bounds;
}

const told = (account: Account, kind: string, start: string, end: string | null) => ({
  ...{ id: `${account}-${kind}-${start}`, kind, account, withdrawn: false },
  start: columnsOf(at(start)),
  end: columnsOf(end === null ? null : at(end)),
});

type Told = ReturnType<typeof told>;

/** Figures of a stay whose release is told as `ended`; several hours are several sources. */
function figures(periods: readonly Told[], ended: readonly string[], account?: Account): CustodyFigures {
  const events = ended.map((text, n) => ({ id: String(n), kind: 'released_no_charge', account: account ?? ('observed' as const), at: columnsOf(at(text)), withdrawn: false }));
  const found = figuresOf(periods, events, now, account);
  if (!found) throw new Error('no stay');
  return found;
}

describe('the ring of 10 January 2021', () => {
  const ring = told('observed', 'street_containment', 'between 10:30 and 11:15', 'between 20:30 and 20:45');
  const protocol = told('official', 'police_station', '16:00', '20:40');
  const periods = [ring, protocol];

  it('counts the whole stay from what was seen, not from the protocol', () => {
    const found = figures(periods, ['20:30-20:45']);
    expect(found.total).toEqual({ min: 555, max: 615 });
    expect(sayMinutes(found.total, 'en')).toBe('9 h 15 min – 10 h 15 min');
  });

  it('shows the hours that no paper admits', () => {
    // Most: 10:30-16:00 and 20:40-20:45. Least: 11:15-16:00.
    const found = figures(periods, ['20:30-20:45']);
    expect(found.unrecorded).toEqual({ min: 285, max: 335 });
    expect(found.open).toBe(false);
    expect(found.methodVersion).toBe('2');
  });

  it('keeps what each account says beside the others', () => {
    const { perPeriod } = figures(periods, ['20:30-20:45']);
    expect(perPeriod.map(({ account, duration }) => [account, duration])).toEqual([
      ['observed', { min: 555, max: 615 }],
      ['official', { min: 280, max: 280 }],
    ]);
  });

  it('can be told by the protocol alone, which then leaves nothing unrecorded', () => {
    const found = figures(periods, [], 'official');
    expect(found.total).toEqual({ min: 280, max: 280 });
    expect(found.unrecorded).toEqual({ min: 0, max: 0 });
  });

  it('has no stay by an account that says nothing', () => {
    expect(figuresOf(periods, [], now, 'media')).toBeNull();
    expect(figuresOf([], [], now)).toBeNull();
  });
});

describe('the whole stay', () => {
  it('holds the way between two places, which nobody recorded as a period', () => {
    const periods = [told('observed', 'street_containment', '12:00', '14:00'), told('official', 'police_station', '17:00', '19:00')];
    const found = figures(periods, ['19:00']);
    expect(found.total).toEqual({ min: 420, max: 420 });
    expect(found.unrecorded).toEqual({ min: 300, max: 300 });
  });

  it('starts with the first of several periods, no later than any of them', () => {
    const mixed = [told('observed', 'a', '10:00-13:00', null), told('observed', 'b', '11:00-12:00', null)];
    expect(figures(mixed, ['18:00']).total).toEqual({ min: 360, max: 480 });
  });

  it('prefers a publication to the protocol when nobody saw the start', () => {
    const periods = [told('official', 'police_station', '16:00', null), told('media', 'street_containment', '11:00', null)];
    expect(figures(periods, ['18:00']).total).toEqual({ min: 420, max: 420 });
  });

  it('spans every hour of release that is told, as long as nobody knows which is right', () => {
    const periods = [told('observed', 'street_containment', 'between 10:30 and 11:15', null)];
    expect(sayMinutes(figures(periods, ['16:30', '18:30', '20:30']).total, 'en')).toBe('5 h 15 min – 10 h');
  });

  it('is certain until the last word while nobody tells of an end, and possible until now', () => {
    const periods = [told('observed', 'police_station', '11.01.2021 09:00', null)];
    const seen = { id: 'seen', kind: 'access_lawyer', account: 'observed' as const, at: columnsOf(at('11.01.2021 15:00')), withdrawn: false };
    const found = figuresOf(periods, [seen], now);
    expect(found?.total).toEqual({ min: 360, max: 1620 });
    expect(found?.perPeriod[0]?.duration).toEqual({ min: 360, max: 1620 });
    expect(found?.open).toBe(true);
  });

  it('stays uncomputable when the release is unknown', () => {
    const periods = [told('observed', 'police_station', '12:00', null)];
    const found = figures(periods, ['unknown']);
    expect(found.total).toEqual({ min: null, max: null });
    expect(found.perPeriod[0]?.duration).toEqual({ min: null, max: null });
  });

  it('has no upper bound when the start is only known not to be later', () => {
    const periods = [told('observed', 'police_station', 'before 10.01.2021 12:00', null)];
    expect(figures(periods, ['18:00']).total).toEqual({ min: 360, max: null });
  });

  it('lets a paper without an end cover the rest of the stay', () => {
    const periods = [told('observed', 'street_containment', '10:00', '12:00'), told('official', 'police_station', 'between 13:00 and 14:00', null)];
    expect(figures(periods, ['20:00']).unrecorded).toEqual({ min: 180, max: 240 });
  });

  it('never leaves more unrecorded than the stay is long', () => {
    const clock = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(clock, clock), { minLength: 1, maxLength: 4 }), (hours) => {
        const periods = hours.map(([a, b], index) => told(index % 2 ? 'official' : 'observed', 'cell', [a, b].sort()[0] ?? a, [a, b].sort()[1] ?? b));
        const { total, unrecorded } = figures(periods, ['24:00']);
        expect((unrecorded.min ?? 0) <= (unrecorded.max ?? Infinity) && (unrecorded.max ?? 0) <= (total.max ?? Infinity)).toBe(true);
      }),
    );
  });
});
