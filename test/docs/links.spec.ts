import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { filesUnder } from '../architecture/sources.js';

const root = projectRoot();

/** Taken of the running demonstration by hand, not with every change. */
const pictures = 'docs/pictures/';

const pages = ['README.md', ...filesUnder('docs', /\.md$/)];

/** Relative links of a page, with its pictures, without what stands in code. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link) && !link.startsWith(pictures));
}

/** The name a heading is reached by. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replace(/\s/g, '-');

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(file) || relative(root, file).startsWith('..')) return false;
  if (anchor === undefined) return true;
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].some((match) => anchorOf(match[1] ?? '') === anchor);
}

describe('the documents', () => {
  it('link to nothing that is not there', () => {
    const broken = pages.flatMap((page) => linksOf(page).filter((link) => !isThere(page, link)).map((link) => `${page}: ${link}`));
    expect(broken).toEqual([]);
  });

  it('can all be reached from the README', () => {
    const reached = new Set<string>();
    const waiting = ['README.md'];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      if (reached.has(page)) continue;
      reached.add(page);
      const targets = linksOf(page).map((link) => relative(root, join(root, dirname(page), link.split('#')[0] ?? '')));
      waiting.push(...pages.filter((other) => targets.some((target) => other === target || dirname(other) === target)));
    }
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });
});
