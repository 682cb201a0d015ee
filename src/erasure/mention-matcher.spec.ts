import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mentionsOf } from './mention-matcher.js';

describe('mentions of somebody', () => {
  const find = mentionsOf(['Асқар Серікұлы Жұмабаев', 'Askar Zhumabayev'], ['+7 701 555-01-23', '900101350123']);
  const found = (text: string): string[] => find(text).map(({ from, to, sure }) => `${text.slice(from, to)}${sure ? '' : '?'}`);

  it('are found in any script and with the endings of cases', () => {
    expect(found('Her mother saw Askar Zhumabaev in the bus.')).toEqual(['Askar', 'Zhumabaev']);
    expect(found('Говорили с Аскаром Жумабаевым у ОВД.')).toEqual(['Аскаром', 'Жумабаевым']);
    expect(found('Асқар Серікұлының анасы')).toEqual(['Асқар', 'Серікұлының']);
  });

  it('are only likely where a single word may be anybody’s', () => {
    expect(found('Askar from the next cell')).toEqual(['Askar?']);
    expect(found('the minister Zhumabayev said')).toEqual(['Zhumabayev?']);
  });

  it('are found by a number however it is spaced, and not by a date or an article', () => {
    expect(found('ring 8 (701) 555 01 23 after six')).toEqual(['8 (701) 555 01 23']);
    expect(found('ИИН 900101350123')).toEqual(['900101350123']);
    expect(found('10.01.2021, art. 488 (1), 14:30–15:10')).toEqual([]);
  });

  it('lie within the text, do not overlap for a name, and are stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} Askar Zhumabayev ${after}`;
        const mentions = find(text);
        expect(mentions.some(({ from, to, sure }) => sure && text.slice(from, to) === 'Zhumabayev')).toBe(true);
        expect(mentions.every(({ from, to }) => from >= 0 && to <= text.length && from < to)).toBe(true);
      }),
    );
  });
});
