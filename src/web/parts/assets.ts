import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../kernel/settings/public.js';

/** Where the built files for browsers lie; they are served under /assets. */
export const assetFolder = (): string => join(projectRoot(), 'dist', 'public');

let manifest: Readonly<Record<string, string>> | undefined;

/** The address of a built file: `ui.css` -> `/assets/ui.3fa9c1d2.css`; without a build, `/assets/ui.css`. */
export function assetUrl(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}

function readManifest(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(assetFolder(), 'manifest.json'), 'utf8')) as Record<string, string>;
  } catch {
    // Specs run without a build.
    return {};
  }
}
