import { randomBytes } from 'node:crypto';
import type { Instant } from '../time/public.js';
import { millisecondsOf } from '../time/public.js';

/** A UUID of version 7 (RFC 9562): sorts by the time it was made, so new rows land at the end of an index. */
export function newId(now: Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(millisecondsOf(now), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: unknown): text is string => typeof text === 'string' && pattern.test(text);
