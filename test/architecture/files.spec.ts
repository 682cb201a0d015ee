import { describe, expect, it } from '@jest/globals';
import { filesUnder, isSpec, sourcesUnder } from './sources.js';

const most = 300;

/** Lists rather than code; their length is the length of the thing itself. */
const data: readonly string[] = [];

describe('the files', () => {
  it('are short enough to read in one go', () => {
    const long = sourcesUnder('src', 'migrations', 'bench')
      .filter(({ path, lines }) => !isSpec(path) && lines > most && !data.includes(path))
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('are named after what they hold', () => {
    const vague = ['src', 'migrations', 'test', 'bench', 'scripts']
      .flatMap((folder) => filesUnder(folder, /./))
      .filter((path) => /(?:^|[/.-])(?:utils?|helpers?|common|misc)(?:[/.-]|$)/i.test(path));
    expect(vague).toEqual([]);
  });

  it('do not switch the checks off', () => {
    const off = sourcesUnder('src', 'migrations', 'bench').filter(({ code }) => /\bforwardRef\(|\bas any\b|:\s*any\b|<any>/.test(code));
    expect(off.map(({ path }) => path)).toEqual([]);
  });
});
