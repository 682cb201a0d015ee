import { describe, expect, it } from '@jest/globals';
import { checkPlace, goesBy, placeKey } from './place-rules.js';

describe('finding a place again by its name', () => {
  it('takes spellings that differ in case, marks, punctuation and number sign for one', () => {
    expect(placeKey('РОВД №1, Алмалинский')).toBe(placeKey('ровд  1 алмалинский'));
    expect(placeKey('Әуезов РІІБ')).toBe(placeKey('ӘУЕЗОВ РІІБ'));
  });

  it('keeps departments with different numbers apart, because every town numbers them', () => {
    expect(placeKey('Police department No. 1')).not.toBe(placeKey('Police department No. 11'));
  });

  it('knows a place by an alias and by its name in another language', () => {
    const place = { name: 'Almaly police', nameRu: 'Алмалинский РУП', nameKk: null, aliases: ['Almaly ROVD'] };
    expect(goesBy(place, placeKey('алмалинский руп'))).toBe(true);
    expect(goesBy(place, placeKey('ALMALY ROVD'))).toBe(true);
    expect(goesBy(place, placeKey('Bostandyk ROVD'))).toBe(false);
  });

  it('refuses a zone that does not exist and a place closed before it opened', () => {
    expect(() => checkPlace({ zone: 'Asia/Atlantis', validFrom: null, validTo: null })).toThrow('time.no_such_zone');
    expect(() => checkPlace({ zone: 'Asia/Almaty', validFrom: '2020-01-02', validTo: '2020-01-01' })).toThrow('place.closed_before_opened');
  });
});
