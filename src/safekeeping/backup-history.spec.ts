import { describe, expect, it } from '@jest/globals';
import type { BackupSettings } from '../kernel/settings/public.js';
import { addDays, addHours, type Instant } from '../kernel/time/public.js';
import { healthOf, isBad, nextDue, type BackupEntry, type BackupHistory } from './backup-history.js';

const now = '2026-11-25T08:00:00.000Z' as Instant;
const settings: BackupSettings = { to: '/media/disk', recipients: '', every: 24, keep: { last: 1, daily: 0, weekly: 0, monthly: 0 } };
const ago = (hours: number): BackupEntry => ({ at: addHours(now, -hours), backup: null, facts: {} });
const history = (parts: Partial<BackupHistory>): BackupHistory => ({ made: null, failed: null, verified: null, ...parts });

describe('how it stands with backups', () => {
  it.each([
    ['not_set', history({}), null],
    ['never', history({}), settings],
    ['failed', history({ made: ago(20), failed: ago(1) }), settings],
    ['failed', history({ failed: ago(1) }), settings],
    ['old', history({ made: ago(49), verified: ago(300) }), settings],
    ['old', history({ made: ago(7 * 24 + 1), verified: ago(300) }), { ...settings, every: 0 }],
    ['never_verified', history({ made: ago(2) }), settings],
    ['verified_long_ago', history({ made: ago(2), verified: ago(93 * 24) }), settings],
    ['well', history({ made: ago(2), failed: ago(5), verified: ago(300) }), settings],
  ] as const)('is %s', (health, entries, set) => {
    expect(healthOf(entries, set, now)).toBe(health);
    expect(isBad(health)).toBe(!['well', 'verified_long_ago'].includes(health));
  });

  it('says when the next one is due: at once the first time, an hour after one that failed, never when nobody wants it', () => {
    expect(nextDue(history({}), settings, now)).toBe(now);
    expect(nextDue(history({ made: ago(20) }), settings, now)).toBe(addHours(now, 4));
    expect(nextDue(history({ made: ago(20), failed: ago(0.5) }), settings, now)).toBe(addHours(now, 0.5));
    expect(nextDue(history({ made: ago(1), failed: ago(30) }), settings, now)).toBe(addDays(addHours(now, -1), 1));
    expect(nextDue(history({}), { ...settings, every: 0 }, now)).toBeNull();
    expect(nextDue(history({}), null, now)).toBeNull();
  });
});
