import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readSettings, SettingRefused } from '../../src/kernel/settings/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { Accounts, Passwords, Staff } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { openBrowser } from '../support/browser.js';
import { databases } from '../support/database.js';

const password = 'a rather long password of mine';

/** An organisation whose people already sign in elsewhere. The service is a real one; it stands on another site than ours. */
describe.each(databases)('sign-in through the organisation, on %s', (name) => {
  let habeas: TestApp;
  let browser: Browser;
  let page: Page;
  let service: Server;
  let issuer = '';

  beforeAll(async () => {
    for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined); // the service speaks of its own defaults
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    service = createServer();
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    issuer = `http://localhost:${(service.address() as AddressInfo).port}`;
    const client = { client_id: 'habeas', client_secret: 'between us', redirect_uris: [`${url}/sign-in/oidc/back`], grant_types: ['authorization_code'], response_types: ['code' as const] };
    const { default: Provider } = await import('oidc-provider'); // it speaks as soon as it is read
    const provider = new Provider(issuer, { clients: [client], cookies: { keys: ['k'] }, pkce: { required: () => true } });
    const answer = provider.callback();
    service.on('request', (request, response) => void answer(request, response));
    const file = join(mkdtempSync(join(tmpdir(), 'habeas-oidc-')), 'secret');
    writeFileSync(file, 'between us\n');
    const env = { HABEAS_PORT: String(port), HABEAS_PUBLIC_URL: url, HABEAS_OIDC_ISSUER: issuer, HABEAS_OIDC_CLIENT_ID: 'habeas', HABEAS_OIDC_SECRET_FILE: file };
    habeas = await TestApp.start(name, undefined, true, env);
    const accounts = habeas.app.get(Accounts);
    await habeas.app.get(Passwords).set(systemActor('test'), await accounts.invite(systemActor('test'), habeas.ids.aigerim), password);
    browser = await openBrowser();
    page = await (await browser.newContext()).newPage();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await habeas.stop();
    service.closeAllConnections();
    service.close();
  });

  /** At the service: says who one is, and agrees. */
  async function atService(who: string): Promise<void> {
    await page.waitForURL((url) => url.origin === issuer);
    await page.fill('input[name=login]', who);
    await page.fill('input[name=password]', 'anything');
    await page.click('button[type=submit]');
    await page.click('button[type=submit]');
    await page.waitForURL((url) => url.origin === habeas.url && !url.pathname.endsWith('/back'));
  }

  async function tieByHand(): Promise<void> {
    await page.context().clearCookies();
    await page.goto(`${habeas.url}/sign-in`);
    await page.fill('input[name=name]', 'aigerim');
    await page.fill('input[name=password]', password);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${habeas.url}/account/oidc`);
    await page.click('form[action="/account/oidc"] button');
    await atService('aigerim@example.org');
  }

  it('opens nothing until somebody ties their account to it', async () => {
    await page.goto(`${habeas.url}/sign-in`);
    await page.click('form[action="/sign-in/oidc"] button');
    await page.waitForURL((url) => url.origin === issuer);
    await page.fill('input[name=login]', 'aigerim@example.org');
    await page.fill('input[name=password]', 'anything');
    await page.click('button[type=submit]');
    await page.click('button[type=submit]');
    await page.waitForURL((url) => url.pathname === '/sign-in/oidc/back');
    expect(await page.innerText('main')).toContain('No account here is tied to that one.');
  });

  it('is tied on the account page by its owner', async () => {
    await tieByHand();
    expect(await page.innerText('body')).toContain('Tied to your organisation');
    expect(await habeas.audit({ act: 'staff.tied' })).toHaveLength(1);
  });

  it('then opens the account, and stands for the password only', async () => {
    await page.context().clearCookies();
    await page.goto(`${habeas.url}/sign-in`);
    await page.click('form[action="/sign-in/oidc"] button');
    await atService('aigerim@example.org');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.innerText('main')).toContain('Caseworker');
  });

  it('is worth nothing without the browser that began, twice, or made up', async () => {
    const nobody = habeas.nobody();
    const begun = await nobody.form('/sign-in/oidc', {});
    expect([begun.status, begun.headers.get('location')?.startsWith(issuer)]).toEqual([303, true]);
    const asked = new URL(begun.headers.get('location') ?? '');
    expect([asked.searchParams.get('code_challenge_method'), asked.searchParams.get('scope')]).toEqual(['S256', 'openid']);
    const path = `/sign-in/oidc/back?code=made-up&state=${asked.searchParams.get('state')}`;
    expect((await nobody.page(path)).status).toBe(401);
    const cookie = begun.headers.getSetCookie().find((one) => one.startsWith('habeas_oidc='))?.split(';')[0] ?? '';
    expect(cookie).not.toBe('');
    for (const _ of [1, 2]) expect((await nobody.send('GET', path, undefined, { Cookie: cookie })).status).toBe(401);
  });

  it('tells its owner, and ends when two people give the account anew', async () => {
    expect((await (await habeas.again('aigerim')).page('/notices')).text).toContain('was tied to an account');
    await habeas.app.get(Accounts).invite(systemActor('test'), habeas.ids.aigerim);
    const { elsewhereToken } = await habeas.ground.database.reader.getRepository(Staff).findOneByOrFail({ id: habeas.ids.aigerim });
    expect(elsewhereToken).toBeNull();
    await tieByHand();
    expect(await page.innerText('body')).toContain('Tied to your organisation');
  });

  it('is taken away again', async () => {
    await page.goto(`${habeas.url}/account/oidc`);
    await page.click('form[action="/account/oidc/remove"] button');
    expect(await page.innerText('body')).toContain('Untied.');
    await page.context().clearCookies();
    await page.goto(`${habeas.url}/sign-in`);
    await page.click('form[action="/sign-in/oidc"] button');
    await page.waitForURL((url) => url.origin === issuer);
  });

  it('is all of its settings or none', () => {
    expect(() => readSettings({ HABEAS_OIDC_ISSUER: 'https://id.example.org' })).toThrow(SettingRefused);
    expect(() => readSettings({ HABEAS_OIDC_ISSUER: 'http://id.example.org', HABEAS_OIDC_CLIENT_ID: 'a', HABEAS_OIDC_SECRET_FILE: 'b' })).toThrow(SettingRefused);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
