import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { filesUnder } from './sources.js';

const root = projectRoot();
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const having = (pattern: RegExp, files: readonly string[]): string[] => files.filter((path) => pattern.test(textOf(path)));
const sources = filesUnder('src').filter((path) => !/\.spec\.tsx?$/.test(path));

describe('the sources', () => {
  it('start no command, build no code from text and draw no lots that can be guessed', () => {
    expect(having(/child_process|new Function\(|\beval\(|Math\.random/, sources)).toEqual([]);
  });

  it('put text into pages as text', () => {
    expect(having(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/i, sources)).toEqual([]);
  });

  it('speak to nobody outside but the sign-in service that was set', () => {
    // The gate and the door for this machine listen; the command line asks that door.
    const own = ['src/launch/ask-server.ts', 'src/launch/control.ts', 'src/launch/gate.ts', 'src/launch/inside.ts', 'src/web/sealed/sealed-site.tsx'];
    expect(having(/from 'node:(?:https?|dns|dgram|tls)'|\bfetch\(/, sources.filter((path) => !path.startsWith('src/web/islands/'))).filter((path) => !own.includes(path))).toEqual([]);
    expect(readFileSync(join(root, 'src/launch/ask-server.ts'), 'utf8')).toContain("host: '127.0.0.1'");
    expect(having(/openid-client/, sources)).toEqual(['src/staff/oidc.ts']);
  });

  it('stand on packages of exact versions, each with its digest', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { resolved?: string; integrity?: string; inBundle?: boolean; optional?: boolean }> };
    // Optional parts for other systems were never fetched when the file was written, and are named in it without a digest.
    const unsure = Object.entries(lock.packages).filter(([path, one]) => path !== '' && !one.inBundle && !one.optional && !(one.integrity?.startsWith('sha512-') && (one.resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/')));
    expect(unsure.map(([path]) => path)).toEqual([]);
  });
});
