import { randomBytes, randomInt } from 'node:crypto';
import type { Instant } from '../time/public.js';
import { millisecondsOf } from '../time/public.js';

/** What is written in one transaction bears one moment, so ids count on: rows keep the order they were made in. */
const COUNTED = 2 ** 26;
let counted = randomInt(COUNTED / 2);

/** A UUID of version 7 (RFC 9562, 6.2 method 1): sorts by the time it was made, so new rows land at the end of an index. */
export function newId(now: Instant): string {
  counted = (counted + 1) % COUNTED;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(millisecondsOf(now), 0, 6);
  bytes.writeUInt16BE(0x7000 | (counted >>> 14), 6);
  bytes.writeUInt16BE(0x8000 | (counted & 0x3fff), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: unknown): text is string => typeof text === 'string' && pattern.test(text);
