import { describe, expect, it } from '@jest/globals';
import { ownPath } from './language.page.controller.js';

describe('where a change of language leads back to', () => {
  it('is a path of this site', () => {
    expect(ownPath('/individuals?sort=-recorded&region=KZ-75')).toBe('/individuals?sort=-recorded&region=KZ-75');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nSet-Cookie: x=1', undefined, ''])(
    'is the home page for %j, because a form must not send anybody elsewhere',
    (back) => expect(ownPath(back)).toBe('/'),
  );
});
