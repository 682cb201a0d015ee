import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { commit, OpenedCommitments } from './commitments.js';
import { SealBroken } from './seal.js';

const key = randomBytes(32);
const fields = fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,12}$/), fc.jsonValue(), { maxKeys: 5 });

describe('what an entry of the log vouches for', () => {
  it('opens to exactly what was committed to', () => {
    fc.assert(
      fc.property(fields, fields, fc.string(), (before, after, reason) => {
        const { commitments, opening } = commit(key, 's', { before, after, reason });
        const opened = new OpenedCommitments(key, opening.sealed);
        expect(opened.commitments).toEqual(commitments);
        expect(opened.values).toEqual(JSON.parse(JSON.stringify({ before, after, reason })));
        expect(Object.keys(commitments).sort()).toEqual(['after', 'before', 'reason']);
      }),
    );
  });

  it('can be opened field by field, the others staying shut', () => {
    const values = { before: { city: 'Almaty', name: 'Айгүл' }, after: { city: 'Astana', name: 'Айгүл К.' } };
    const { commitments, opening } = commit(key, 's', values);
    const opened = new OpenedCommitments(key, opening.sealed);
    const { salt, value } = opened.open('after/city');
    const one = createHash('sha256').update('habeas-audit/commit/v1\n').update(Buffer.from(salt, 'hex')).update('"Astana"').digest('hex');
    expect([value, opened.fields('after').city]).toEqual(['Astana', one]);
    const all = createHash('sha256').update(`habeas-audit/fields/v1\n${canonicalize(opened.fields('after'))}`).digest('hex');
    expect(all).toBe(commitments.after);
  });

  it('is not found out by trying: the same value never gives the same commitment', () => {
    const made = Array.from({ length: 200 }, () => commit(key, 's', { after: { outcome: 'fined' } }).commitments.after);
    expect(new Set(made).size).toBe(200);
  });

  it('stays shut without the key of its subject', () => {
    const { opening } = commit(key, 's', { reason: 'her sister says so' });
    expect(() => new OpenedCommitments(randomBytes(32), opening.sealed)).toThrow(SealBroken);
  });
});
