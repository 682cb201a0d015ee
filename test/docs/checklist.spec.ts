import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../src/kernel/settings/public.js';

const root = projectRoot();
const rows = readFileSync(join(root, 'docs', 'security-checklist.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the security checklist', () => {
  it('names a test that exists, or says why there is none', () => {
    expect(rows.length).toBeGreaterThan(60);
    for (const [, id, , , shown = ''] of rows) {
      const named = [...shown.matchAll(/((?:test|src)\/[\w./-]+\.spec\.tsx?)(?:: ([^;]+?))?(?:;|\.\s|$)/g)];
      for (const [, file = '', words] of named) {
        const path = join(root, file);
        expect([id, file, existsSync(path)]).toEqual([id, file, true]);
        if (words) expect([id, file, words, readFileSync(path, 'utf8').includes(words)]).toEqual([id, file, words, true]);
      }
      const excused = /not yet|does not apply/.test(shown);
      expect([id, named.length > 0 || excused]).toEqual([id, true]);
    }
  });

  it('has each row of the first and second level once', () => {
    const ids = rows.flatMap(([, id = '']) => id.split(', '));
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  });
});
