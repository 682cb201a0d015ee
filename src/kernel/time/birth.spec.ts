import { describe, expect, it } from '@jest/globals';
import { birthFromAge, readBirth } from './birth.js';

describe('birth dates', () => {
  it.each([
    ['1987', 1987, 1987, '1987'],
    ['1987-05-03', 1987, 1987, '1987-05-03'],
    ['03.05.1987', 1987, 1987, '1987-05-03'],
    ['198X', 1980, 1989, '198X'],
    ['1987~', 1987, 1987, '1987~'],
    ['1985/1988', 1985, 1988, '1985/1988'],
  ])('reads %s', (text, earliestYear, latestYear, written) => {
    expect(readBirth(text)).toEqual({ ok: true, edtf: written, earliestYear, latestYear });
  });

  it.each(['', 'young', '1987-02-30', '1985/..', '31.02.1990', '12345'])('refuses %p', (text) => {
    expect(readBirth(text)).toEqual({ ok: false, code: 'birth.unreadable' });
  });

  it('gives two years for an age, since the birthday may have been to come', () => {
    expect(birthFromAge(17, '2021-01-10')).toEqual({ ok: true, edtf: '2003/2004', earliestYear: 2003, latestYear: 2004 });
    expect(birthFromAge(17, '2021-12-31')).toMatchObject({ edtf: '2004', earliestYear: 2004 });
    expect(birthFromAge(-1, '2021-01-10')).toEqual({ ok: false, code: 'birth.impossible_age' });
  });
});
