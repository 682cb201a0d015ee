import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importFields } from '../../src/intake/public.js';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { exitCodes } from '../../src/launch/public.js';
import { filesUnder } from '../architecture/sources.js';
import { commands } from '../../src/cli/public.js';

const read = (path: string): string => readFileSync(join(projectRoot(), path), 'utf8');

const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort();

describe('what the documents say about the command line', () => {
  it('is every setting there is, and none that is not', () => {
    const known = sorted(filesUnder('src/kernel/settings', /^(?!.*\.spec\.ts$).*\.ts$/).flatMap((file) => [...read(file).matchAll(/env\.(HABEAS_\w+)/g)].map((match) => match[1] ?? '')));
    const told = sorted([...read('docs/operations/settings.md').matchAll(/^\| `(HABEAS_\w+)` \|/gm)].map((match) => match[1] ?? ''));
    expect(told).toEqual(known);
  });

  it('is every exit code', () => {
    const told = [...read('docs/operations/exit-codes.md').matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
    expect(told).toEqual([0, 1, ...Object.values(exitCodes), 130]);
  });

  it('names no command that is not there', () => {
    const texts = ['README.md', 'docs/operations/install.md', 'docs/operations/backup.md', 'docs/operations/exit-codes.md', 'docs/users/import.md'].map(read);
    const named = sorted(texts.flatMap((text) => [...text.matchAll(/npm run habeas -- ([a-z]+)/g)].map((match) => match[1] ?? '')));
    expect(named.filter((name) => name !== 'help' && !commands.some((command) => command.name === name))).toEqual([]);
  });

  it('is every field a column of an import can become', () => {
    const page = read('docs/users/import.md');
    const missing = Object.values(importFields).flatMap((fields) => Object.keys(fields)).filter((field) => !new RegExp(`\\b${field}\\b`).test(page));
    expect(missing).toEqual([]);
  });
});
