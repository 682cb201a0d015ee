import { describe, expect, it } from '@jest/globals';
import { readInstant, type Instant } from '../kernel/time/public.js';
import { readSettings, type OpenHours } from '../kernel/settings/public.js';
import { deadline, hoursEnded, isOpenAt } from './deadline.js';

const at = (text: string): Instant => readInstant(`${text}:00.000Z`)!;
const hours = readSettings({ HABEAS_OPEN_HOURS: 'Mon-Fri 08:00-19:00' }).openHours as OpenHours;

describe('when a server locks itself', () => {
  it('counts from the last check-in, or from its opening, and never when nothing is set', () => {
    expect(deadline(0, at('2026-11-25T08:00'), null)).toBeNull();
    expect(deadline(8, at('2026-11-25T08:00'), null)).toBe(at('2026-11-25T16:00'));
    expect(deadline(8, at('2026-11-25T08:00'), at('2026-11-24T23:00'))).toBe(at('2026-11-25T16:00'));
    expect(deadline(8, at('2026-11-25T08:00'), at('2026-11-25T09:30'))).toBe(at('2026-11-25T17:30'));
  });

  it('knows the hours in the zone of the installation', () => {
    // 25 November 2026 is a Wednesday; Almaty is five hours ahead.
    expect(isOpenAt(at('2026-11-25T03:00'), hours, 'Asia/Almaty')).toBe(true);
    expect(isOpenAt(at('2026-11-25T02:59'), hours, 'Asia/Almaty')).toBe(false);
    expect(isOpenAt(at('2026-11-25T14:00'), hours, 'Asia/Almaty')).toBe(false);
    expect(isOpenAt(at('2026-11-28T06:00'), hours, 'Asia/Almaty')).toBe(false);
  });

  it('does so at the end of its hours, also when the machine slept over it, and not when opened at night', () => {
    expect(hoursEnded(at('2026-11-25T13:59'), at('2026-11-25T14:00'), hours, 'Asia/Almaty')).toBe(true);
    expect(hoursEnded(at('2026-11-25T13:00'), at('2026-11-26T05:00'), hours, 'Asia/Almaty')).toBe(true);
    expect(hoursEnded(at('2026-11-25T05:00'), at('2026-11-25T13:59'), hours, 'Asia/Almaty')).toBe(false);
    expect(hoursEnded(at('2026-11-25T20:00'), at('2026-11-26T01:00'), hours, 'Asia/Almaty')).toBe(false);
    expect(hoursEnded(at('2026-11-25T20:00'), at('2026-11-26T08:00'), hours, 'Asia/Almaty')).toBe(false);
  });

  it('refuses hours it cannot read', () => {
    for (const text of ['9-5', 'Mon-Fri 19:00-08:00', 'Fri-Mon 08:00-19:00', 'Mon-Fri 08:70-19:00', 'Mon-Fri 08:00-25:00']) {
      expect(() => readSettings({ HABEAS_OPEN_HOURS: text })).toThrow('HABEAS_OPEN_HOURS must be');
    }
  });
});
