import { describe, expect, it } from '@jest/globals';
import type { SourceView } from '../../../sources/public.js';
import { sourceFrom, sourceValues } from './source-form.js';

describe('the form of a source', () => {
  it('leaves alone what it did not show: a lawyer\'s edit does not wipe the identity out', () => {
    const said = sourceFrom({ label: 'witness A', statement: '', protected: 'yes' }, true);
    expect(said).toEqual({ label: 'witness A', statement: null, protected: true });
  });

  it('takes an emptied time away, and a box without a tick as no', () => {
    expect(sourceFrom({ label: 'x', stated: '' }, true)).toEqual({ label: 'x', stated: null, protected: false });
  });

  it('does not offer what is withheld', () => {
    const view = { label: 'witness A', identity: { withheld: 'source' }, stated: null, protected: true } as unknown as SourceView;
    expect(sourceValues(view)).not.toHaveProperty('identity');
  });
});
