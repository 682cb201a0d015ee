import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proposed, redacted, unmarked } from './marked-text.js';

describe('a text with marked passages', () => {
  it('gives nothing of what was marked, and the rest as it was', () => {
    expect(redacted('She was with [[Rustem]] and [[his\nbrother]].')).toBe('She was with […] and […].');
    expect(unmarked('She was with [[Rustem]].\r\nThen home.')).toBe('She was with Rustem.\nThen home.');
  });

  it('is the same text without its marks, wherever they are proposed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-я .\n]{0,60}$/u), fc.nat(60), fc.nat(60), (text, one, other) => {
        const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const marked = proposed(text, from < to ? [{ from, to }] : []);
        expect(unmarked(marked)).toBe(text);
        if (from < to) expect(redacted(marked)).toBe(`${text.slice(0, from)}[…]${text.slice(to)}`);
      }),
    );
  });
});
