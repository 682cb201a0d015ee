import { describe, expect, it } from '@jest/globals';
import { isSpec, sourcesUnder } from './sources.js';

const sources = sourcesUnder('src', 'migrations').filter(({ path }) => !isSpec(path));
const outside = (folder: string) => sources.filter(({ path }) => !path.startsWith(folder));

describe('what has one door', () => {
  it('reads the environment in kernel/settings only', () => {
    const readers = outside('src/kernel/settings/').filter(({ code }) => /\bprocess\s*\.\s*env\b|\benv\s*}\s*(?:=|from)\s*(?:process|'node:process')/.test(code));
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it('knows dates and zones in kernel/time only: elsewhere they have no zone and no bounds', () => {
    const dates = /\bnew\s+Date\b|\bDate\s*\.\s*(?:now|parse|UTC)\b|\b(?:instanceof|as)\s+Date\b|[:<|]\s*Date\b/;
    const askers = outside('src/kernel/time/').filter(({ code, packages }) => dates.test(code) || packages.includes('luxon'));
    expect(askers.map(({ path }) => path)).toEqual([]);
  });

  it('speaks to the database driver in kernel/db only', () => {
    const drivers = outside('src/kernel/db/').filter(({ packages }) => packages.some((name) => ['pg', 'better-sqlite3-multiple-ciphers'].includes(name)));
    expect(drivers.map(({ path }) => path)).toEqual([]);
  });
});
