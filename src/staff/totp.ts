import { Secret, TOTP } from 'otpauth';
import { millisecondsOf, type Instant } from '../kernel/time/public.js';

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, 30 seconds. */
const form = { issuer: 'Habeas', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Half minutes by which a telephone's clock may be off, either way. */
const WINDOW = 1;

const made = (secret: string, label: string): TOTP => new TOTP({ ...form, label, secret: Secret.fromBase32(secret) });

/** 160 random bits, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address an authenticator app reads from the picture. */
export const totpAddress = (secret: string, label: string): string => made(secret, label).toString();

/** The half minute a code belongs to, counted from 1970; null when the code is not right about now. */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  const timestamp = millisecondsOf(now);
  const totp = made(secret, '');
  const delta = totp.validate({ token: code.replace(/\s/g, ''), window: WINDOW, timestamp });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
