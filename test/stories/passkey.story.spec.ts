import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { systemActor } from '../../src/kernel/actor/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { Accounts, Passwords } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { axeViolations, openBrowser } from '../support/browser.js';
import { databases } from '../support/database.js';

const password = 'seven blue kettles at noon';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A real browser with an authenticator that its tools pretend is plugged in. */
describe.each(databases)('a passkey, on %s', (name) => {
  let habeas: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let origin = '';
  let sent = '';

  beforeAll(async () => {
    const port = String(await freePort());
    origin = `http://localhost:${port}`;
    habeas = await TestApp.start(name, new SystemClock(), true, { HABEAS_PORT: port, HABEAS_PUBLIC_URL: origin, HABEAS_SECOND_FACTOR: 'required' });
    const accounts = habeas.app.get(Accounts);
    await habeas.app.get(Passwords).set(systemActor('test'), await accounts.invite(systemActor('test'), habeas.ids.dana), password);
    browser = await openBrowser();
    context = await browser.newContext();
    page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
    await tools.send('WebAuthn.addVirtualAuthenticator', { options });
  });
  afterAll(async () => {
    await browser.close();
    await habeas.stop();
  });

  it('is made on the account page, which is all that opens before there is one', async () => {
    await page.goto(`${origin}/sign-in`);
    await page.fill('[name=name]', 'dana');
    await page.fill('[name=password]', password);
    await page.click('form[action="/sign-in"] button');
    await page.goto(`${origin}/cases`);
    expect(new URL(page.url()).pathname).toBe('/account');
    await page.click('a[href="/account/factors/passkey"]');
    await page.click('form[data-passkey] button');
    await page.waitForSelector('.codes');
    expect(await page.locator('.codes code').count()).toBe(10);
    await page.click('a[href^="/account?done"]');
    expect(await page.innerText('main')).toContain('This device');
  });

  it('signs in without name and password', async () => {
    await context.clearCookies();
    await page.goto(`${origin}/sign-in`);
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/sign-in/passkey') sent = new URLSearchParams(request.postData() ?? '').get('answer') ?? '';
    });
    await page.click('form[data-passkey=use] button');
    await page.waitForURL(`${origin}/`);
    expect((await habeas.audit({ act: 'session.code_taken', recordId: habeas.ids.dana })).length).toBe(1);
  });

  it('shows again that it is you', async () => {
    await page.goto(`${origin}/account/confirm?back=/account/password`);
    await page.click('form[data-passkey=use] button');
    await page.waitForURL(/account\/password/);
  });

  it('is worth nothing for a challenge that was used, or on another page of the same machine', async () => {
    expect(sent).toContain('signature');
    const replayed = await habeas.nobody().form('/sign-in/passkey', { answer: sent });
    expect([replayed.status, replayed.headers.getSetCookie().some((cookie) => cookie.startsWith('habeas_session='))]).toEqual([401, false]);
    const copied = await context.newPage();
    const tools = await context.newCDPSession(copied);
    await tools.send('WebAuthn.enable');
    await copied.goto(`http://127.0.0.1:${new URL(origin).port}/sign-in`); // the same server by a bare number: another origin
    const said = await copied.evaluate(() =>
      navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), rpId: 'localhost' } }).then(
        () => 'signed',
        (error: Error) => error.name,
      ),
    );
    expect(said).toBe('SecurityError');
    const forged = await habeas.nobody().form('/sign-in/passkey', { answer: JSON.stringify({ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} }) });
    expect(forged.status).toBe(401);
  });

  it('ends at once when its owner takes it away', async () => {
    await page.goto(`${origin}/account`);
    await page.click('form[action^="/account/factors/"][action$="/revoke"] button');
    await page.waitForURL(/done=factor_revoked/);
    await context.clearCookies();
    await page.goto(`${origin}/sign-in`);
    await page.click('form[data-passkey=use] button');
    await page.waitForSelector('.banner.bad:not([hidden])');
    expect(await page.innerText('main')).toContain('The passkey was not accepted.');
  });

  it('is asked for on pages that everybody can use', async () => {
    const own = await context.newPage(); // looking for faults unplugs the authenticator of the page
    for (const path of ['/sign-in', '/sign-in/code']) {
      await own.goto(origin + path);
      expect([path, await axeViolations(own)]).toEqual([path, []]);
    }
    await own.fill('[name=code]', 'x');
    const dana = await habeas.as('dana');
    await context.addCookies([{ name: 'habeas_session', value: dana.signed?.token ?? '', url: origin }]);
    for (const path of ['/account', '/account/factors/app', '/account/factors/passkey', '/account/confirm', '/account/password', '/account/tokens/new', '/account/travel', '/approvals', '/notices']) {
      await own.goto(origin + path);
      expect([path, new URL(own.url()).pathname, await axeViolations(own)]).toEqual([path, path, []]);
    }
  });
});
