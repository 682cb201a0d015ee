import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { systemActor } from '../../src/kernel/actor/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { Accounts } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { openBrowser } from '../support/browser.js';
import { databases } from '../support/database.js';

const password = (name: string): string => `${name} remembers a long sentence`;
const colleagues = [
  ['aigerim', 'caseworker'],
  ['dana', 'lawyer'],
  ['yerlan', 'lawyer'],
  ['marat', 'manager'],
  ['saule', 'auditor'],
] as const;
type Colleague = 'rita' | (typeof colleagues)[number][0];

const list = [
  'id,title,date,region,kind,place,description,at least,at most,police stations,links',
  'a-1,Rally on the square,2021-01-10,KZ-75,protest,Republic Square,,40,44,,',
  'a-2,Picket at the court,2021-01-11,KZ-75,picket,steps of the court,,2,2,,',
  'a-3,March along the river,2021-02-28,KZ-71,protest,embankment,,9,,,',
].join('\n');

/** Election day as a new organisation lives through it, each person at their own browser. */
describe.each(databases)('from the first administrator to the auditor, on %s', (name) => {
  let habeas: TestApp;
  let browser: Browser;
  const desks = new Map<Colleague, Page>();
  const contexts: BrowserContext[] = [];
  let detention = '';
  let theCase = '';

  beforeAll(async () => {
    habeas = await TestApp.start(name, new SystemClock(), false);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await habeas.stop();
  });

  it('the first administrator sets a password by the single-use link and makes accounts for the roles', async () => {
    const { secret } = await habeas.app.get(Accounts).create(systemActor('launch'), {
      ...{ signInName: 'rita', name: 'Rita', role: 'administrator', language: 'en', expiresAt: null },
    });
    const rita = await arrive('rita', `${habeas.url}/welcome/${secret}`);
    for (const [who, role] of colleagues) {
      await rita.goto(`${habeas.url}/staff/new`);
      await rita.fill('[name=name]', `${who} of the office`);
      await rita.fill('[name=signInName]', who);
      await rita.check(`[name=role][value=${role}]`);
      await rita.click('form[action="/staff/new"] button.p');
      const link = habeas.url + new URL(await rita.inputValue('#link')).pathname;
      await arrive(who, link);
      expect((await fetch(link)).status).toBe(410);
    }
    expect((await rita.goto(`${habeas.url}/individuals`))?.status()).toBe(403);
  }, 120_000);

  it('the caseworker records the ring and the hours on which nobody agrees', async () => {
    const aigerim = desk('aigerim');
    await aigerim.goto(`${habeas.url}/intake`);
    await aigerim.fill('form[action="/intake"] [name=name]', 'Жұлдыз Қалиева');
    await aigerim.fill('[name=start]', '10.01.2021 between 10:30 and 11:15');
    await aigerim.fill('[name=end]', '10.01.2021 between 18:30 and 20:45');
    await aigerim.selectOption('[name=periodKind]', 'street_containment');
    await aigerim.selectOption('[name=kind]', 'containment');
    await aigerim.selectOption('[name=regionCode]', 'KZ-75');
    await aigerim.fill('[name=reporter]', 'her sister');
    await aigerim.selectOption('[name=reporterKind]', 'relative');
    expect(await echoOf(aigerim, 'start')).toContain('Sunday 10 January 2021');
    await aigerim.click('button[name=then][value=open]');
    await aigerim.waitForURL(/\/detentions\/[0-9a-f-]{36}/);
    detention = new URL(aigerim.url()).pathname;

    await say(aigerim, 'period', { kind: 'police_station', account: 'official', start: '10.01.2021 16:00', end: '10.01.2021 20:40' });
    for (const [said, note] of [['10.01.2021 16:30', 'six hours'], ['10.01.2021 18:30', 'eight hours'], ['10.01.2021 19:30', 'nine hours'], ['10.01.2021 20:30', 'ten hours']]) {
      await say(aigerim, 'event', { kind: 'released_no_charge', account: 'observed', at: said ?? '', note: note ?? '' });
    }
    await aigerim.goto(habeas.url + detention);
    const text = await aigerim.innerText('main');
    expect(text).toContain('Жұлдыз Қалиева');
    expect(text).toContain('10:30–11:15');
    expect(text).toContain('ten hours');
    expect(await aigerim.locator('main svg').count()).toBeGreaterThan(0);
  }, 60_000);

  it('the caseworker opens a case with it, asks the lawyer in and gives her a task', async () => {
    const aigerim = desk('aigerim');
    const reference = /D-\d{4}-\d{5}/.exec(await aigerim.innerText('main'))?.[0] ?? '';
    await aigerim.goto(`${habeas.url}/cases/new`);
    await aigerim.fill('[name=title]', 'The ring on the square');
    await aigerim.click('main form button.p');
    await aigerim.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    theCase = new URL(aigerim.url()).pathname;
    await aigerim.fill('[name=record]', reference);
    await aigerim.click(`form[action="${theCase}/records"] button`);
    await aigerim.selectOption('[name=staffId]', { label: 'dana of the office' });
    await aigerim.click(`form[action="${theCase}/members"] button`);
    await aigerim.click('a[href^="/follow-ups/new?case="]');
    await aigerim.selectOption('[name=kind]', 'appeal');
    await aigerim.selectOption('[name=ownerId]', { label: 'dana of the office' });
    await aigerim.fill('[name=due]', '20.01.2021');
    await aigerim.click('main form button.p');
    await aigerim.waitForURL(/\/follow-ups\/[0-9a-f-]{36}$/);
  }, 60_000);

  it('the lawyer on the case finds her overdue task at home and reads the timeline', async () => {
    const dana = desk('dana');
    await dana.goto(habeas.url);
    expect(await dana.innerText('main')).toContain('overdue');
    await dana.goto(habeas.url + theCase);
    const text = await dana.innerText('main');
    expect(text).toContain('Жұлдыз Қалиева');
    expect(text).toContain('5 h 15 min – 10 h');
    expect(await dana.locator('main svg').count()).toBeGreaterThan(0);
    await dana.click(`main a[href="${detention}"] >> nth=0`);
    expect(await dana.innerText('main')).toContain('10:30–11:15');
  }, 60_000);

  it('the lawyer who is not on the case cannot learn that it exists', async () => {
    const yerlan = desk('yerlan');
    const nowhere = '/019a0000-0000-7000-8000-000000000000';
    for (const [path, list] of [[theCase, '/cases'], [detention, '/detentions']] as const) {
      const hidden = await yerlan.goto(habeas.url + path);
      const said = await yerlan.innerText('main');
      const absent = await yerlan.goto(habeas.url + list + nowhere);
      expect([hidden?.status(), said]).toEqual([absent?.status(), await yerlan.innerText('main')]);
      expect(hidden?.status()).toBe(404);
      await yerlan.goto(habeas.url + list);
      expect(await yerlan.innerText('main')).not.toMatch(/ring on the square|Қалиева/i);
    }
    await yerlan.goto(habeas.url);
    expect(await yerlan.innerText('main')).not.toMatch(/Қалиева/);
  }, 60_000);

  it('the manager brings in a list and opens the report over it', async () => {
    const marat = desk('marat');
    await marat.goto(`${habeas.url}/import`);
    await marat.setInputFiles('[name=file]', { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await marat.selectOption('[name=mapping]', 'incidents-plain');
    await marat.click('form[action="/import/check"] button.p');
    expect(await marat.innerText('main')).toContain('Every row can be taken in.');
    await marat.click('form[action="/import/run"] button.p');
    await marat.waitForURL(/\/import\/runs\//);
    await marat.goto(`${habeas.url}/reports/month`);
    const report = await marat.innerText('main');
    expect(report).toContain('at least 51');
    expect(report).toContain('42–46');
    expect(await marat.locator('main svg').count()).toBeGreaterThan(0);
    await marat.click('a[href^="/reports/month/export"]');
    await marat.check('[name=format][value=xlsx]');
    await marat.selectOption('[name=purpose]', 'internal');
    const [file] = await Promise.all([marat.waitForEvent('download'), marat.click('form[action$="/export"] button.p')]);
    expect(file.suggestedFilename()).toMatch(/^report-month-\d{4}-\d\d-\d\d\.xlsx$/);
  }, 60_000);

  it('the auditor sees all of it, refused attempts included, and that the chain holds', async () => {
    const saule = desk('saule');
    await saule.goto(habeas.url);
    expect(await saule.innerText('main')).toContain('yerlan of the office');
    const log = async (query: string): Promise<string> => {
      await saule.goto(`${habeas.url}/audit?${query}`);
      return saule.innerText('main');
    };
    expect(await log(`record=${detention.split('/').at(-1)}`)).toContain('dana of the office');
    expect(await log('refused=yes')).toContain('yerlan of the office');
    expect(await log('kind=report')).toContain('marat of the office');
    expect(await log('kind=import')).toContain('marat of the office');
    await saule.click('form[action="/audit/verify"] button');
    expect(await saule.innerText('[role=status]')).toContain('none changed or missing');
    expect((await saule.goto(habeas.url + detention))?.status()).toBe(403);
  }, 60_000);

  function desk(who: Colleague): Page {
    const page = desks.get(who);
    if (!page) throw new Error(`${who} has not come in`);
    return page;
  }

  /** Opens a single-use link, sets a password and signs in with it. */
  async function arrive(who: Colleague, link: string): Promise<Page> {
    const page = await (await context()).newPage();
    await page.goto(link);
    await page.fill('[name=password]', password(who));
    await page.fill('[name=again]', password(who));
    await page.click('main form[action^="/welcome/"] button');
    await page.goto(`${habeas.url}/sign-in`);
    await page.fill('[name=name]', who);
    await page.fill('[name=password]', password(who));
    await page.click('form[action="/sign-in"] button.p');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    desks.set(who, page);
    return page;
  }

  async function context(): Promise<BrowserContext> {
    const made = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    contexts.push(made);
    return made;
  }

  async function echoOf(page: Page, field: string): Promise<string> {
    await page.locator(`[name=${field}]`).blur();
    const echo = page.locator(`.field:has([name=${field}]) .echo`);
    await echo.filter({ hasText: /\d/ }).waitFor();
    return echo.innerText();
  }

  /** Adds a period or an event on its form. */
  async function say(page: Page, what: 'period' | 'event', { kind, account, ...typed }: { kind: string; account: string } & Record<string, string>): Promise<void> {
    await page.goto(`${habeas.url}${detention}/${what}s/new`);
    await page.selectOption('main [name=kind]', kind);
    await page.selectOption('main [name=account]', account);
    for (const [field, value] of Object.entries(typed)) await page.fill(`main [name=${field}]`, value);
    await page.click('main form button.p');
    await page.waitForURL((url) => url.pathname === detention);
  }
});
