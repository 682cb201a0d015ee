import { describe, expect, it } from '@jest/globals';
import { pageOfSorted } from './page-by-name.js';

const rows = Array.from({ length: 7 }, (_, n) => ({ id: `00000000-0000-7000-8000-00000000000${n}` }));

describe('a page of a list sorted by name', () => {
  it('leads through the whole list and back without losing or repeating a row', () => {
    const first = pageOfSorted(rows, { limit: 3 });
    const second = pageOfSorted(rows, { limit: 3, cursor: first.next ?? '' });
    const third = pageOfSorted(rows, { limit: 3, cursor: second.next ?? '' });
    expect([...first.items, ...second.items, ...third.items]).toEqual(rows);
    expect(third.next).toBeNull();
    expect(first.previous).toBeNull();
    expect(pageOfSorted(rows, { limit: 3, cursor: third.previous ?? '' }).items).toEqual(second.items);
  });

  it('begins anew when the row beside the page has gone, and refuses what is no cursor', () => {
    expect(pageOfSorted(rows, { limit: 3, cursor: `after.${'f'.repeat(36)}` }).items).toEqual(rows.slice(0, 3));
    expect(pageOfSorted(rows, { limit: 3, cursor: `before.${'f'.repeat(36)}` }).items).toEqual(rows.slice(0, 3));
    expect(() => pageOfSorted(rows, { cursor: 'x' })).toThrow('list.cursor_malformed');
  });
});
