import { describe, expect, it } from '@jest/globals';
import { isSpec, sourcesUnder } from './sources.js';

/** Files that may name a database for a reason of their own. */
const exceptions: Readonly<Record<string, string>> = {
  'src/kernel/settings/settings.ts': 'tells the administrator how the address of a team database begins',
};

/** Files that match codes, not names, by pattern. */
const codesOnly: readonly string[] = ['src/individuals/find-individuals.ts', 'src/places/find-places.ts'];

describe('the two databases', () => {
  it('are named in kernel/db and the migrations only: everywhere else the code is the same for both', () => {
    const leaks = sourcesUnder('src')
      .filter(({ path }) => !isSpec(path) && !path.startsWith('src/kernel/db/') && !(path in exceptions))
      .flatMap(({ path, code }) => [...new Set(code.match(/\w*(?:sqlite|postgres)\w*/gi) ?? [])].map((word) => `${path}: ${word}`));
    expect(leaks).toEqual([]);
  });

  it('are not asked to fold the case of names, which one of them cannot do in Cyrillic', () => {
    const folding = sourcesUnder('src', 'migrations')
      .filter(({ path }) => !isSpec(path) && !codesOnly.includes(path))
      .filter(({ code }) => /\b(?:I?LIKE\s*(?:\?|:|\$|')|lower\s*\(|upper\s*\()|\b(?:Like|ILike)\(/.test(code))
      .map(({ path }) => path);
    expect(folding).toEqual([]);
  });
});
