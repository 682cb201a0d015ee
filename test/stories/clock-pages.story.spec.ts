import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import { openBrowser } from '../support/browser.js';
import { databases } from '../support/database.js';

/** Two in the afternoon of election day, by a lawyer's own browser. */
describe.each(databases)('a lawyer at the clocks of somebody held now, on %s', (name) => {
  let habeas: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let stay = '';

  beforeAll(async () => {
    habeas = await TestApp.start(name, new FixedClock('2021-01-10T08:00:00.000Z' as Instant));
    const dana = await habeas.as('dana');
    const made = await dana.post<{ id: string }>('/api/v1/detentions', {
      ...{ kind: 'containment', regionCode: 'KZ-75', unnamed: 'about forty in the ring', countedAtLeast: 35, countedAtMost: 45 },
      periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 between 12:30 and 13:00' } }],
    });
    stay = made.body.id;
    browser = await openBrowser();
    context = await browser.newContext();
    await context.addCookies([{ name: 'habeas_session', value: dana.signed?.token ?? '', url: habeas.url }]);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await habeas.stop();
  });

  const card = (title: string) => page.locator('section.card', { has: page.locator(`h3:text-is("${title}")`) });

  it('sees the time run, until when, and on what it depends', async () => {
    await page.goto(`${habeas.url}/detentions/${stay}`);
    const three = await card('Administrative detention: 3 hours').innerText();
    expect(three).toContain('running');
    expect(three).toContain('between 15:30 and 16:00');
    expect(three).toContain('offence punishable by arrest: no');
    expect(three).toContain('art. 789, part 1');
    expect(await page.locator('[data-until]').count()).toBeGreaterThan(0);
  });

  it('answers what the clocks ask, and the branch is settled', async () => {
    for (const fact of ['criminal', 'arrest_bearing', 'special_ground']) await page.check(`[name=fact_${fact}][value=no]`);
    await page.click('form[action$="/circumstances"] button');
    await page.waitForURL(/\/detentions\/[^/]+$/);
    const three = await card('Administrative detention: 3 hours').innerText();
    expect(three).not.toContain('Only if');
    expect(await card('Administrative detention, offence punishable by arrest: 24 hours').count()).toBe(0);
    expect(await page.innerText('main')).toContain('do not apply');
  });

  it('finds it on the board among what runs out in six hours', async () => {
    await page.goto(`${habeas.url}/clocks?group=next&sure=yes`);
    const board = await page.innerText('main');
    expect(board).toContain('35 to 45 unnamed people');
    expect(board).toContain('Administrative detention: 3 hours');
  });

  it('confirms a rule by name, and the card says so', async () => {
    await page.goto(`${habeas.url}/rule-packs/kz/2015.01`);
    const rule = page.locator('[id="kz.adm.789-1.3h"]');
    await rule.locator('summary').click();
    await rule.locator('input[name="note_kz.adm.789-1.3h"]').fill('Compared with the bulletin of 2026');
    await rule.locator('button[value=yes]').click();
    await page.waitForURL(/#kz\.adm/);
    expect(await rule.innerText()).toContain('confirmed by a lawyer');
    await page.goto(`${habeas.url}/detentions/${stay}`);
    expect(await card('Administrative detention: 3 hours').innerText()).toContain('confirmed by a lawyer');
  });

  it('is told every fault of a pack with its place, and a good one is taken', async () => {
    const text = readFileSync(join(projectRoot(), 'rule-packs/kz/2015.01.json'), 'utf8');
    const give = async (content: string): Promise<string> => {
      await page.goto(`${habeas.url}/rule-packs`);
      await page.setInputFiles('[name=pack]', { name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from(content) });
      await page.click('form[action="/rule-packs"] button');
      return page.innerText('main');
    };
    const refused = await give(text.replace('"stay_begins"', '"a_song_begins"'));
    expect(refused).toContain('rules/0/start');
    expect(refused).toContain('no such event kind');
    expect(await give(text)).toContain('Taken in: 0 rules added, 0 changed');
  });

  it('takes the timeline home as PDF, for a purpose', async () => {
    await page.goto(`${habeas.url}/detentions/${stay}/export`);
    await page.click('button.p');
    expect(await page.locator('#faults').count() + (await page.locator(':invalid').count())).toBeGreaterThan(0);
    await page.selectOption('[name=purpose]', 'court');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('main form button.p')]);
    expect(file.suggestedFilename()).toBe('D-2021-00001-2021-01-10.pdf');
  });
});
