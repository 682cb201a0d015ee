import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from '../../../kernel/record/public.js';
import { listNames } from '../../../vocabularies/public.js';
import { languages, wordsFor } from '../../words/words.js';
import { shownKind, shownKinds, type ShownKind } from './kinds.js';
import { isForPeople, valueText } from './value-text.js';

const reader = { language: 'en' as const, zone: 'Asia/Almaty', names: new Map([['id-1', 'Almaly police']]) };
const period = shownKind('custody-period') as ShownKind;
const person = shownKind('individual') as ShownKind;

describe('a stored value in the history of a record', () => {
  it('is said in words, not in codes', () => {
    expect(valueText(person, 'sex', 'female', reader)).toBe('Female');
    expect(valueText(person, 'minor', true, reader)).toBe('yes');
    expect(valueText(person, 'names', [{ text: 'Жұлдыз', kind: 'full' }, { text: 'Zhuldyz', kind: 'full' }], reader)).toBe('Жұлдыз\nZhuldyz');
  });

  it('says bounds with their zone, and nothing for a moment nobody spoke of', () => {
    const start = { earliest: '2021-01-10T04:30:00.000Z', latest: '2021-01-10T05:15:00.000Z', precision: 'between', zone: 'Asia/Almaty', asSaid: null };
    expect(valueText(period, 'start', start, reader)).toMatch(/10:30.*11:15/);
    expect(valueText(period, 'end', { earliest: null, latest: null, precision: null, zone: null, asSaid: null }, reader)).toBeNull();
  });

  it('names another record only when the reader reaches it', () => {
    expect(valueText(period, 'placeId', 'id-1', reader)).toBe('Almaly police');
    expect(valueText(period, 'placeId', 'id-2', reader)).toBe(wordsFor('en').say('fields.out_of_reach'));
  });
});

describe('the kinds of record that have a history', () => {
  it('name only code lists that exist', () => {
    expect(shownKinds.flatMap((one) => Object.values(one.codes)).filter((list) => !listNames().includes(list))).toEqual([]);
  });

  it.each(languages)('have a word for every field in %s', (language) => {
    const words = wordsFor(language);
    const fields = shownKinds.flatMap((one) => Object.keys(fieldsOf(one.kind)).filter(isForPeople));
    const missing = [...new Set(fields)].filter((field) => !words.has(`fields.${field}`));
    const kinds = shownKinds.map((one) => one.kind.name).filter((name) => !words.has(`kinds.${name}`));
    expect([...missing, ...kinds]).toEqual([]);
  });
});
