import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { projectRoot } from '../../kernel/settings/public.js';
import { catalogueOf } from './catalogue.js';
import { languages, wordsFor } from './words.js';

const english = catalogueOf('en');

const sources = readdirSync(join(projectRoot(), 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name))
  .map((name) => ({ name, code: readFileSync(join(projectRoot(), 'src', name), 'utf8') }));

/** Every text that a pattern finds in the sources, with the file it stands in. */
const found = (pattern: RegExp): { name: string; text: string }[] =>
  sources.flatMap(({ name, code }) => [...code.matchAll(pattern)].map((match) => ({ name, text: match[1] ?? '' })));

const keys = [...english.keys()];

/** A page may shorten its own keys by the area they stand in. */
const isOf = (key: string, asked: string, beginning = false): boolean =>
  [key, key.slice(key.indexOf('.') + 1)].some((one) => (beginning ? one.startsWith(asked) : one === asked));

/** Names of the places to fill in a message, however deep in its plurals. */
function places(message: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, options } = node as { type?: number; value?: unknown; options?: Record<string, { value: unknown }> };
    if (type !== undefined && type >= 1 && type <= 6 && typeof value === 'string') names.add(value);
    for (const option of Object.values(options ?? {})) walk(option.value);
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...names].sort();
}

describe('the words', () => {
  it.each(languages)('%s: are readable messages with the same places to fill as in English', (language) => {
    const wrong = [...catalogueOf(language)].filter(([key, text]) => {
      const original = english.get(key);
      return original === undefined || JSON.stringify(places(text)) !== JSON.stringify(places(original));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('stand under each key once: of two the one above would be lost', () => {
    const folder = join(projectRoot(), 'words');
    const twice = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).flatMap((name) => {
      const own = [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
      return own.filter((key, n) => own.indexOf(key) < n).map((key) => `${name}: ${key}`);
    });
    expect(twice).toEqual([]);
  });

  it('exist for every key that the pages ask for', () => {
    const asked = found(/\bsay\(\s*['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(({ text }) => !keys.some((key) => isOf(key, text))).map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it('exist for every family of keys that the pages put together', () => {
    const asked = found(/\bsay\(\s*`([\w-]+\.[^`$]*)\$\{/g);
    expect(asked.filter(({ text }) => !keys.some((key) => isOf(key, text, true))).map(({ name, text }) => `${name}: ${text}…`)).toEqual([]);
  });

  it('exist for every refusal', () => {
    const codes = found(/\b(?:new Problem|refusal|Unreadable)\([^()]*?'([a-z][\w-]*\.\w+)'/g);
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter(({ text }) => !english.has(`problems.${text}`)).map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it('fall back to English, and at last to the key, so that a page never breaks for want of a word', () => {
    expect(wordsFor('kk').say('lists.filter.active', { count: 2 })).toContain('2');
    expect(wordsFor('ru').say('lists.filter.active', { count: 5 })).toBe('применено 5 фильтров');
    expect(wordsFor('kk').say('nowhere.at_all')).toBe('nowhere.at_all');
  });
});
