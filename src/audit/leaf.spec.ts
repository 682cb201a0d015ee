import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemActor } from '../kernel/actor/public.js';
import type { LedgerEntry } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { acts } from './acts.js';
import { leafOf } from './leaf.js';

const at = '2026-11-25T10:00:00.000Z' as Instant;
const leaf = (entry: Partial<LedgerEntry>): string => leafOf({ act: 'detention.exported', kind: 'detention', recordId: null, actor: systemActor('test'), at, ...entry }, 'habeas/x', 0, null);

describe('an entry of the log', () => {
  it('holds nobody\'s words, whatever is done and by whatever name they come', () => {
    const words = fc.tuple(fc.constantFrom('her sister', 'Айгүл', 'в суде', 'передано'), fc.constantFrom('', ' by hand', ' 12.01', '\n')).map((parts) => parts.join(''));
    const name = fc.constantFrom('purpose', 'reason', 'recipient', 'note', 'because', 'slot', 'file');
    fc.assert(
      fc.property(fc.constantFrom(...acts), name, words, (act, fact, text) => {
        expect(() => leaf({ act, facts: { [fact]: text } })).toThrow(`the fact "${fact}" of ${act} is no code`);
        expect(() => leaf({ act, fields: [text] })).toThrow('no name of a field');
      }),
    );
    expect(() => leaf({ facts: { ids: '018f, Айгүл' } })).toThrow('the fact "ids"');
    expect(() => leaf({ facts: { rows: 1.5 } })).toThrow('the fact "rows"');
  });

  it('holds codes, ids, moments, digests, keys and counts', () => {
    const facts = { purpose: 'court', asOf: at, ids: '018f0000-0000-7000-8000-000000000001 018f0000-0000-7000-8000-000000000002', key: 'habeas/x+0a1b2c3d+AfG/+w==', rows: 3, whole: true, to: null, given: '' };
    expect(JSON.parse(leaf({ facts, fields: ['names', 'born.earliest'] }))).toMatchObject({ facts, fields: ['names', 'born.earliest'] });
  });
});
