import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadDemo, type DemoAccount } from '../../src/demo/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import { axeViolations, inPage, openBrowser, screenshot } from '../support/browser.js';

/** Two pages are of one kind when only ids, codes and filters tell them apart; a few of each kind are visited. */
const OF_A_KIND = 2;
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/(rule-packs|retention)\/.+$/, '/$1/:code')
    .replace(/^\/reports\/[^/]+\/records$/, '/reports/:report/records')
    .replace(/^\/(evidence\/of|consents|history)\/[a-z-]+\/:id/, '/$1/:kind/:id');

/** Everything a role can click to, starting at home, must answer, read well to everyone, and fit a phone. */
describe('every page of the invented day', () => {
  let habeas: TestApp;
  let browser: Browser;
  let accounts: DemoAccount[];
  /** What pages that were read already are built of. */
  const read = new Set<string>();

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

  async function visit(page: Page): Promise<{ path: string; wrong: unknown[] }[]> {
    const queue = ['/', '/account'];
    const seen = new Map<string, number>();
    const visited: { path: string; wrong: unknown[] }[] = [];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const times = (seen.get(kindOf(path)) ?? 0) + 1;
      seen.set(kindOf(path), times);
      if (times > OF_A_KIND) continue;
      const answer = await page.goto(habeas.url + path);
      const wrong: unknown[] = [];
      if (answer?.status() !== 200) wrong.push(`answered ${answer?.status()}`);
      else if (times === 1 && (await isNew(page, path))) wrong.push(...(await readings(page, path)));
      visited.push({ path, wrong });
      queue.push(...(await links(page)));
    }
    return visited;
  }

  /** Whether nobody has read a page of this kind that is built of the same elements: most roles see the same ones. */
  async function isNew(page: Page, path: string): Promise<boolean> {
    const built = await inPage<string>(
      page,
      `[...new Set([...document.querySelectorAll('html, body *')].map((one) => [one.tagName, one.getAttribute('class'), one.getAttribute('role'), one.getAttribute('type'), one.getAttribute('lang')].join()))].sort().join()`,
    );
    const mark = `${kindOf(path)} ${built}`;
    if (read.has(mark)) return false;
    read.add(mark);
    return true;
  }

  /** Light and wide, then dark and narrow. */
  async function readings(page: Page, path: string): Promise<unknown[]> {
    const wrong: unknown[] = [...(await axeViolations(page))];
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 800 });
    wrong.push(...(await axeViolations(page)).map((violation) => ({ ...violation, in: 'dark, on a phone' })));
    const wide = await inPage<number>(page, 'document.documentElement.scrollWidth');
    if (wide > 360) wrong.push(`is ${wide} pixels wide on a phone of 360`);
    if (wrong.length > 0) await screenshot(page, `wrong-${kindOf(path)}`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    return wrong;
  }

  /** Links within the product that show a page, not a file. */
  async function links(page: Page): Promise<string[]> {
    const all = await inPage<string[]>(page, `[...document.querySelectorAll('a[href]:not([download])')].map((a) => a.href)`);
    const own = all.filter((href) => href.startsWith(habeas.url)).map((href) => href.slice(habeas.url.length).replace(/#.*/, ''));
    return [...new Set(own)].filter((path) => path.startsWith('/') && !/^\/(assets|api)\//.test(path) && !/\.(csv|json|xlsx|pdf|docx|ics)(\?|$)/.test(path));
  }
});
