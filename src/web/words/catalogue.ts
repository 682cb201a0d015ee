import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../kernel/actor/public.js';
import { projectRoot } from '../../kernel/settings/public.js';

/** Every text of a language by its full key, read from words/<language>/*.json. */
export function catalogueOf(language: Language, root: string = projectRoot()): ReadonlyMap<string, string> {
  const folder = join(root, 'words', language);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const area = name.slice(0, -'.json'.length);
      const read = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
      return Object.entries(read).map(([key, text]): [string, string] => [`${area}.${key}`, text]);
    });
  return new Map(texts);
}
