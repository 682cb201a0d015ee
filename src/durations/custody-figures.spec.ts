import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTyped, sayMinutes, type Bounds, type Instant, type Span } from '../kernel/time/public.js';
import { custodyFigures, stayOf, type Account, type PeriodOfCustody } from './custody-figures.js';

const now = '2021-01-12T06:00:00.000Z' as Instant;

function at(text: string): Bounds {
  const read = readTyped(text, { zone: 'Asia/Almaty', onDate: '2021-01-10', now });
  if (!read.ok) throw new Error(`${text}: ${read.code}`);
  return read.bounds;
}

const told = (account: Account, kind: string, start: string, end: string | null): PeriodOfCustody => ({
  id: `${account}-${kind}-${start}`,
  kind,
  account,
  span: { start: at(start), end: end === null ? null : at(end) },
});

const stay = (periods: readonly PeriodOfCustody[], ended: string | null, account?: Account): Span => {
  const found = stayOf(periods, ended === null ? null : at(ended), account);
  if (!found) throw new Error('no stay');
  return found;
};

describe('the ring of 10 January 2021', () => {
  const ring = told('observed', 'street_containment', 'between 10:30 and 11:15', 'between 20:30 and 20:45');
  const protocol = told('official', 'police_station', '16:00', '20:40');
  const periods = [ring, protocol];

  it('counts the whole stay from what was seen, not from the protocol', () => {
    const figures = custodyFigures({ stay: stay(periods, '20:30-20:45'), periods, now });
    expect(figures.total).toEqual({ min: 555, max: 615 });
    expect(sayMinutes(figures.total, 'en')).toBe('9 h 15 min – 10 h 15 min');
  });

  it('shows the hours that no paper admits', () => {
    // Most: 10:30-16:00 and 20:40-20:45. Least: 11:15-16:00.
    const figures = custodyFigures({ stay: stay(periods, '20:30-20:45'), periods, now });
    expect(figures.unrecorded).toEqual({ min: 285, max: 335 });
    expect(figures.open).toBe(false);
    expect(figures.methodVersion).toBe('1');
  });

  it('keeps what each account says beside the others', () => {
    const { perPeriod } = custodyFigures({ stay: stay(periods, '20:30-20:45'), periods, now });
    expect(perPeriod.map(({ account, duration }) => [account, duration])).toEqual([
      ['observed', { min: 555, max: 615 }],
      ['official', { min: 280, max: 280 }],
    ]);
  });

  it('can be told by the protocol alone, which then leaves nothing unrecorded', () => {
    const figures = custodyFigures({ stay: stay(periods, '20:30-20:45', 'official'), periods, now });
    expect(figures.total).toEqual({ min: 280, max: 280 });
    expect(figures.unrecorded).toEqual({ min: 0, max: 0 });
  });

  it('has no stay by an account that says nothing', () => {
    expect(stayOf(periods, null, 'media')).toBeNull();
    expect(stayOf([], at('20:30'))).toBeNull();
  });
});

describe('the whole stay', () => {
  it('holds the way between two places, which nobody recorded as a period', () => {
    const periods = [told('observed', 'street_containment', '12:00', '14:00'), told('official', 'police_station', '17:00', '19:00')];
    const figures = custodyFigures({ stay: stay(periods, '19:00'), periods, now });
    expect(figures.total).toEqual({ min: 420, max: 420 });
    expect(figures.unrecorded).toEqual({ min: 300, max: 300 });
  });

  it('starts with the first of several periods and keeps the words where one of them decides', () => {
    const clear = [told('observed', 'vehicle', '14:00', '15:00'), told('observed', 'street_containment', 'about 12:00', null)];
    expect(stay(clear, null).start).toMatchObject({ asSaid: 'about 12:00', precision: 'about' });
    const mixed = [told('observed', 'a', '10:00-13:00', null), told('observed', 'b', '11:00-12:00', null)];
    expect(stay(mixed, null).start).toMatchObject({ ...at('10:00-12:00'), asSaid: null });
  });

  it('prefers a publication to the protocol when nobody saw the start', () => {
    const periods = [told('official', 'police_station', '16:00', null), told('media', 'street_containment', '11:00', null)];
    expect(stay(periods, null).start.asSaid).toBe('11:00');
  });

  it('runs until now while the person is held, and says that it is open', () => {
    const periods = [told('observed', 'police_station', '12.01.2021 09:00', null)];
    const figures = custodyFigures({ stay: stay(periods, null), periods, now });
    expect(figures.total).toEqual({ min: 180, max: 180 });
    expect(figures.open).toBe(true);
  });

  it('stays uncomputable when the release is unknown', () => {
    const periods = [told('observed', 'police_station', '12:00', null)];
    const figures = custodyFigures({ stay: stay(periods, 'unknown'), periods, now });
    expect(figures.total).toEqual({ min: null, max: null });
    expect(figures.perPeriod[0]?.duration).toEqual({ min: null, max: null });
  });

  it('has no upper bound when the start is only known not to be later', () => {
    const periods = [told('observed', 'police_station', 'before 10.01.2021 12:00', null)];
    expect(custodyFigures({ stay: stay(periods, '18:00'), periods, now }).total).toEqual({ min: 360, max: null });
  });

  it('lets a paper without an end cover the rest of the stay', () => {
    const periods = [told('observed', 'street_containment', '10:00', '12:00'), told('official', 'police_station', 'between 13:00 and 14:00', null)];
    expect(custodyFigures({ stay: stay(periods, '20:00'), periods, now }).unrecorded).toEqual({ min: 180, max: 240 });
  });

  it('never leaves more unrecorded than the stay is long', () => {
    const clock = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(clock, clock), { minLength: 1, maxLength: 4 }), (hours) => {
        const periods = hours.map(([a, b], index) => told(index % 2 ? 'official' : 'observed', 'cell', [a, b].sort()[0] ?? a, [a, b].sort()[1] ?? b));
        const { total, unrecorded } = custodyFigures({ stay: stay(periods, '24:00'), periods, now });
        expect((unrecorded.min ?? 0) <= (unrecorded.max ?? Infinity) && (unrecorded.max ?? 0) <= (total.max ?? Infinity)).toBe(true);
      }),
    );
  });
});
