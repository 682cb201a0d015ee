import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { filesUnder } from '../architecture/sources.js';

const root = projectRoot();
const folder = 'tools/verify-log';

describe('the verifier for outsiders', () => {
  it('stands on nothing but Node and itself, so that a fault of this program is not also one of it', () => {
    const files = filesUnder(folder, /\.mjs$/);
    expect(files.length).toBeGreaterThan(4);
    const imported = files.flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? ''));
    expect(imported.filter((name) => !/^(?:node:[a-z/]+|\.\/[a-z-]+\.mjs)$/.test(name))).toEqual([]);
  });

  it('agrees with the published vectors of RFC 6962, RFC 8785 and C2SP', () => {
    const said = execFileSync(process.execPath, ['--test', '--test-reporter=tap', join(root, folder, 'verify-log.test.mjs')], { encoding: 'utf8', env: { PATH: process.env.PATH } });
    expect(said).toMatch(/^# pass 7$/m);
    expect(said).toMatch(/^# fail 0$/m);
  });
});
