import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seal, SealBroken, unseal } from './seal.js';

describe('a sealed text', () => {
  const key = randomBytes(32);

  it('opens with its key and in its place, and gives the text back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => unseal(key, seal(key, text, context), context) === text));
  });

  it('does not open when one byte of it is another, in another row or with another key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, flip) => {
        const sealed = seal(key, text, 'individual:1');
        const bytes = Buffer.from(sealed.slice(2), 'base64');
        bytes[place % bytes.length]! ^= flip;
        expect(() => unseal(key, `a1${bytes.toString('base64')}`, 'individual:1')).toThrow(SealBroken);
        expect(() => unseal(key, sealed, 'individual:2')).toThrow(SealBroken);
        expect(() => unseal(randomBytes(32), sealed, 'individual:1')).toThrow(SealBroken);
      }),
    );
  });

  it('never uses a nonce twice', () => {
    const seen = new Set(Array.from({ length: 100_000 }, () => seal(key, '', '').slice(2, 18)));
    expect(seen.size).toBe(100_000);
  });
});
