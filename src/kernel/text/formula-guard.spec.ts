import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guarded, unguarded } from './formula-guard.js';

describe('a cell', () => {
  it('does not run in a spreadsheet, whatever somebody typed', () => {
    for (const text of ['=HYPERLINK("https://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠SUM(A1)']) expect(guarded(text)).toBe(`'${text}`);
    fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(guarded(text))));
  });

  it('comes back as it was', () => {
    fc.assert(fc.property(fc.string().filter((text) => !text.startsWith("'")), (text) => unguarded(guarded(text)) === text));
  });
});
