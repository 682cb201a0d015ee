import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../kernel/settings/public.js';

describe('what a browser loads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-assets-'));
  let manifest: Record<string, string> = {};

  beforeAll(() => {
    execFileSync(process.execPath, [join(projectRoot(), 'scripts/assets.mjs'), folder], { env: { ...process.env, NODE_OPTIONS: '' } });
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sent = (name: string): number => gzipSync(readFileSync(join(folder, manifest[name] ?? '')), { level: 9 }).length;

  it('is small enough for a phone on a bad line', () => {
    expect(sent('enhance.js')).toBeLessThanOrEqual(3 * 1024);
    expect(sent('passkey.js')).toBeLessThanOrEqual(4 * 1024); // on the few pages that ask for one
    expect(sent('ui.css')).toBeLessThanOrEqual(8 * 1024);
  });

  it('changes its name with its content', () => {
    expect(manifest['ui.css']).toMatch(/^ui\.[0-9a-f]{10}\.css$/);
    expect(manifest['enhance.js']).toMatch(/^enhance\.[0-9a-f]{10}\.js$/);
  });

  it('never puts text into a page as HTML', () => {
    expect(readFileSync(join(folder, manifest['enhance.js'] ?? ''), 'utf8')).not.toMatch(/innerHTML|insertAdjacentHTML|outerHTML|document\.write|eval\(/);
  });
});
