import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textDiff } from './text-diff.js';

const text = fc.array(fc.constantFrom('taken', 'at', 'the', 'square', ' ', '\n', 'Алматы'), { maxLength: 20 }).map((words) => words.join(' '));

describe('what became of a text', () => {
  it('gives both texts back when one side is left out: nothing is lost and nothing made up', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = textDiff(before, after);
        expect(pieces.filter(({ is }) => is !== 'new').map((piece) => piece.text).join('')).toBe(before);
        expect(pieces.filter(({ is }) => is !== 'gone').map((piece) => piece.text).join('')).toBe(after);
      }),
    );
  });

  it('marks the words that changed and no others', () => {
    expect(textDiff('Taken at the square.', 'Taken near the square.')).toEqual([
      { is: 'same', text: 'Taken ' },
      { is: 'gone', text: 'at' },
      { is: 'new', text: 'near' },
      { is: 'same', text: ' the square.' },
    ]);
  });

  it('does not count out very long texts word by word', () => {
    expect(textDiff('a '.repeat(5000), 'b')).toHaveLength(2);
  });
});
