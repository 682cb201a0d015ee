import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeOf } from './merge.js';

const fields = fc.record({ title: fc.string(), links: fc.array(fc.string()), count: fc.option(fc.integer()) });

describe('importing a file again', () => {
  it('takes what only the file changed', () => {
    expect(mergeOf({ title: 'a' }, { title: 'a' }, { title: 'b' })).toEqual({ changes: { title: 'b' }, apart: [] });
  });

  it('leaves alone what somebody corrected here', () => {
    expect(mergeOf({ title: 'a' }, { title: 'corrected' }, { title: 'a' })).toEqual({ changes: {}, apart: [] });
  });

  it('tells what both changed, and keeps ours', () => {
    expect(mergeOf({ title: 'a' }, { title: 'ours' }, { title: 'theirs' })).toEqual({ changes: {}, apart: ['title'] });
  });

  it('changes nothing when the file says what it said before, whatever was done here since', () => {
    fc.assert(fc.property(fields, fields, (base, current) => Object.keys(mergeOf(base, current, base).changes).length === 0));
  });

  it('takes everything new when nobody touched the record', () => {
    fc.assert(
      fc.property(fields, fields, (base, incoming) => {
        const { changes, apart } = mergeOf(base, base, incoming);
        expect(apart).toEqual([]);
        expect(mergeOf(base, { ...base, ...changes }, incoming).changes).toEqual({});
      }),
    );
  });
});
