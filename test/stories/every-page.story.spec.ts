import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadDemo, type DemoAccount } from '../../src/demo/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import { axeViolations, inPage, openBrowser, screenshot } from '../support/browser.js';

/** What stands on these tells the state of one thing from another: every one is visited, and read when it is built of something nobody has read. */
const BY_STATE: ReadonlySet<string> = new Set(['/cases/:id', '/import/runs/:id']);

/** Two pages are of one kind when only ids, codes and filters tell them apart; a few of each kind are visited. */
const OF_A_KIND = 2;
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/(rule-packs|retention|roles|audit\/entries)\/.+$/, '/$1/:code')
    .replace(/^\/reports\/[^/]+\/(records|export)$/, '/reports/:report/$1')
    .replace(/^\/(evidence\/of|consents|history)\/[a-z-]+\/:id/, '/$1/:kind/:id');

/** Pages that are read, and printed to be taken along. */
const onPaper = /^\/(?:reports\/(?!saved|files|build)[^/]+|(?:publications|submissions)(?:\/:id)?|cases\/:id|import\/runs\/:id)$/;

/** Everything a role can click to, starting at home, must answer, read well to everyone, and fit a phone. */
describe('every page of the invented day', () => {
  let habeas: TestApp;
  let browser: Browser;
  let accounts: DemoAccount[];
  /** Kinds of pages that were read; and, wherever it was, which elements were there and which stood in which. */
  const read = new Map<string, Set<string>>();

  beforeAll(async () => {
    habeas = await TestApp.start('sqlite', new SystemClock(), false);
    accounts = await loadDemo(habeas.app);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await habeas.stop();
  });

  it('of somebody who is not signed in', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${habeas.url}/sign-in`);
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  it.each(['intake_volunteer', 'caseworker', 'lawyer', 'manager', 'auditor', 'administrator'] as const)('of the %s', async (role) => {
    const page = await signedIn(role);
    const visited = await visit(page);
    expect(visited.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(visited.length).toBeGreaterThan(2);
    await page.context().close();
  }, 300_000);

  async function signedIn(role: DemoAccount['role']): Promise<Page> {
    const account = accounts.find((one) => one.role === role);
    const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${habeas.url}/sign-in`);
    await page.fill('input[name=name]', account?.signInName ?? '');
    await page.fill('input[name=password]', account?.password ?? '');
    await page.click('main button.p, form[action="/sign-in"] button');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return page;
  }

  /** Every page is fetched with the cookies of the browser, and opened in it when it is built of something nobody has read on its kind. */
  async function visit(page: Page): Promise<{ path: string; wrong: unknown[] }[]> {
    const queue = ['/', '/account'];
    const seen = new Map<string, number>();
    const visited: { path: string; wrong: unknown[] }[] = [];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const byState = BY_STATE.has(kindOf(path));
      const [counted, most] = byState ? [path.replace(/\?.*/, ''), 1] : [kindOf(path), OF_A_KIND];
      const times = (seen.get(counted) ?? 0) + 1;
      seen.set(counted, times);
      if (times > most) continue;
      const answer = await page.request.get(habeas.url + path, { headers: { Accept: 'text/html' } });
      const text = await answer.text();
      const wrong: unknown[] = [];
      if (answer.status() !== 200) wrong.push(`answered ${answer.status()}`);
      else if (times === 1 && isToBeRead(kindOf(path), elements(text))) wrong.push(...(await readings(page, path)));
      visited.push({ path, wrong });
      queue.push(...links(text, answer.url()));
    }
    return visited;
  }

  /** The first of its kind; most roles see the same pages, and one that is built of nothing new need not be read again. */
  function isToBeRead(kind: string, parts: readonly string[]): boolean {
    const isFirst = isNew('kinds of pages', [kind]);
    return isNew('elements', parts) || isFirst;
  }

  /** Remembers what is there. */
  function isNew(where: string, parts: readonly string[]): boolean {
    const known = read.get(where) ?? new Set<string>();
    read.set(where, known);
    const before = known.size;
    for (const part of parts) known.add(part);
    return known.size > before;
  }

  /** The elements of a page with what decides how they look and what they are, and the order of its headings. */
  function elements(text: string): string[] {
    const tags = [...text.matchAll(/<(\w+)((?:\s[^<>]*)?)>/g)].map(([, tag, more = '']) => [tag, ...(more.match(/\b(?:class|role|type|lang)="[^"]*"/g) ?? [])].join(' '));
    return [...tags, [...text.matchAll(/<(h\d)/g)].map(([, level]) => level).filter((level, n, all) => level !== all[n - 1]).join()];
  }

  /** Light and wide; then narrow and dark. Colours only where elements stand as they stood nowhere before. */
  async function readings(page: Page, path: string): Promise<unknown[]> {
    await page.goto(habeas.url + path);
    const wrong: unknown[] = [...(await axeViolations(page, isNew('light', await nesting(page))))];
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 800 });
    const wide = await inPage<number>(page, 'document.documentElement.scrollWidth');
    if (wide > 360) wrong.push(`is ${wide} pixels wide on a phone of 360`);
    if (isNew('dark', await nesting(page))) wrong.push(...(await axeViolations(page)).map((violation) => ({ ...violation, in: 'dark, on a phone' })));
    if (onPaper.test(kindOf(path))) wrong.push(...(await controls(page)).map((control) => `prints ${control}`));
    if (wrong.length > 0) await screenshot(page, `wrong-${kindOf(path)}`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    return wrong;
  }

  /** What can be pressed or typed in, of a page that is read: paper has no use for it. */
  async function controls(page: Page): Promise<string[]> {
    await page.emulateMedia({ media: 'print' });
    const found = await inPage<string[]>(page, `[...document.querySelectorAll('main button, main select, main textarea, main input:not([type=hidden])')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML)`);
    await page.emulateMedia({ media: 'screen' });
    return found;
  }

  /** Which element stands in which. */
  function nesting(page: Page): Promise<string[]> {
    const told = `(one) => [one.tagName, ...['class', 'role', 'type', 'lang'].map((name) => one.getAttribute(name))].join()`;
    return inPage<string[]>(page, `[...new Set([...document.querySelectorAll('body *')].map((one) => [one, one.parentElement].map(${told}).join(' in ')))]`);
  }

  /** Links within the product that show a page, not a file. */
  function links(text: string, from: string): string[] {
    const all = [...text.matchAll(/<a\s[^>]*?\bhref="([^"]*)"[^>]*>/g)].filter(([tag]) => !/\sdownload\b/.test(tag)).map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), from).href);
    const own = all.filter((href) => href.startsWith(habeas.url)).map((href) => href.slice(habeas.url.length).replace(/#.*/, ''));
    return [...new Set(own)].filter((path) => path.startsWith('/') && !/^\/(assets|api)\//.test(path) && !/\.(csv|json|xlsx|pdf|docx|ics)(\?|$)/.test(path));
  }
});
