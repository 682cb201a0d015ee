import { describe, expect, it } from '@jest/globals';
import { acts, kindsOfActs, type AuditEntryView } from '../../../audit/public.js';
import { languages, wordsFor } from '../../words/public.js';
import { actText, detailText } from './entry-text.js';

const entry: AuditEntryView = {
  seq: 7,
  at: '2021-01-10T04:30:00.000Z',
  actorId: 'a',
  role: 'caseworker',
  act: 'individual.revised',
  kind: 'individual',
  recordId: '018f0000-0000-7000-8000-000000000001',
  versions: [1, 2],
  fields: ['occupation'],
  facts: {},
  allowed: true,
  session: null,
  request: null,
  hash: '',
  commitments: {},
};

describe('an entry of the log in words', () => {
  it.each(languages)('has words for every act and every kind in %s', (language) => {
    const words = wordsFor(language);
    expect(acts.filter((act) => actText(act, words) === act)).toEqual([]);
    expect(kindsOfActs.filter((kind) => !words.has(`kinds.${kind}`))).toEqual([]);
  });

  it('says which versions and fields, never a value', () => {
    expect(detailText(entry, wordsFor('en'))).toBe('version 1 → 2 · Occupation');
  });

  it('says facts in the language of the reader', () => {
    const imported = { ...entry, versions: null, fields: [], facts: { dryRun: true, rows: 3 } };
    expect(detailText(imported, wordsFor('kk'))).toBe('сынақ: иә · жолдар: 3');
    expect(detailText(imported, wordsFor('ru'))).toBe('пробный прогон: да · строки: 3');
  });

  it('gives long lists of ids as their number only', () => {
    const listed = { ...entry, versions: null, fields: [], facts: { count: 50, ids: 'many ids' } };
    expect(detailText(listed, wordsFor('en'))).toBe('records: 50');
  });
});
