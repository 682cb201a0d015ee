import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page as Tab } from 'playwright-core';
import { axeViolations, inPage, openBrowser } from '../../../test/support/browser.js';
import { projectRoot } from '../../kernel/settings/public.js';
import {
  BarChart, Conflict, CustodyTimeline, DataTable, FormPost, Page, PageHead, PersonNameField, renderPage, StatusChip, TextField, TimeField,
  type CustodyRow, type Viewer,
} from './public.js';

const viewer: Viewer = {
  language: 'kk',
  role: 'caseworker',
  name: 'a.caseworker',
  permissions: new Set(['own.use', 'individual.read', 'detention.read', 'detention.record']),
  csrf: 'secret-of-the-session',
  path: '/',
};

const custody: CustodyRow = {
  id: 'a', label: 'Қоршау', place: 'Республика алаңы', tone: 'kettled', account: 'observed', start: { earliest: 100, latest: 200 },
  end: { earliest: 500, latest: null }, heldFor: '5–7 сағ', ongoing: false,
};

const gallery = renderPage(
  <Page viewer={viewer} title="Gallery" current="detentions" breadcrumb={[{ href: '/', text: 'Басты бет' }]} flash="Сақталды">
    <PageHead title="Гүлнар Үмбетова" also="Gulnar Umbetova" />
    <CustodyTimeline rows={[custody]} from={0} to={1000} ticks={[{ at: 500, label: '10 қаң' }]} />
    <BarChart title="Ай бойынша" series={['А', 'Б']} bars={[{ label: 'Қаңтар', values: [3, 4] }]} />
    <DataTable caption="Тізім" columns={[{ key: 'a', head: 'Кім', cell: String }, { key: 'b', head: 'Күйі', cell: () => <StatusChip status="released" label="босатылды" /> }]} rows={['Гүлнар']} rowKey={String} />
    <FormPost action="/saved" faults={[{ field: 'where', code: 'input.isNotEmpty' }]}>
      <PersonNameField name="name" label="Аты" />
      <TimeField name="when" label="Қашан" />
      <TextField name="where" label="Қайда" />
      <button class="btn p">Сақтау</button>
    </FormPost>
    <Conflict action="/saved" version={2} cancelHref="/" fields={[{ name: 'ground', label: 'Негіз', base: 'а', theirs: 'б', yours: 'в' }]} />
  </Page>,
);

describe('the parts in a real browser, under the content policy of the product', () => {
  const assets = mkdtempSync(join(tmpdir(), 'habeas-assets-'));
  let posts: { path: string; csrf: string | undefined; body: string }[] = [];
  let server: Server;
  let browser: Browser;
  let address: string;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    const path = request.url ?? '/';
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (request.method === 'POST') posts.push({ path, csrf: request.headers['x-csrf-token'] as string | undefined, body });
    if (path.startsWith('/assets/')) {
      const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Record<string, string>;
      const name = path.slice('/assets/'.length).replace(/\.[0-9a-f]{10}\./, '.');
      response.setHeader('content-type', { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }[name.split('.').at(-1) ?? ''] ?? 'text/plain');
      return void response.end(readFileSync(join(assets, manifest[name] ?? '')));
    }
    if (path === '/echo/time') return void response.end('{"ok":true,"text":"жексенбі, 10 қаңтар"}');
    if (path === '/intake/matches') return void response.end('{"matches":[{"id":"7","label":"<b>Жұлдыз</b>","detail":"D-2021-00031","href":"javascript:alert(1)"}]}');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(gallery);
  };

  beforeAll(async () => {
    execFileSync(process.execPath, [join(projectRoot(), 'scripts/assets.mjs'), assets], { env: { ...process.env, NODE_OPTIONS: '' } });
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(assets, { recursive: true, force: true });
  });

  beforeEach(() => {
    posts = [];
  });

  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<{ tab: Tab; complaints: string[] }> => {
    const tab = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(address);
    return { tab, complaints };
  };

  it.each([
    ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
    ['on a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true }],
    ['on a phone, dark', { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true }],
    ['without scripts', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }],
  ] as const)('can be used by everybody, %s, and break no rule of the policy', async (_, options) => {
    const { tab, complaints } = await open(options);
    expect(await axeViolations(tab)).toEqual([]);
    expect(await inPage(tab, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    await tab.context().close();
  });

  it('say back a typed time and offer people already recorded, as text', async () => {
    const { tab } = await open();
    await tab.fill('#f-when', '10.01.2021');
    await tab.fill('#f-name', 'Жұлдыз');
    await tab.waitForSelector('#f-name-matches > div');
    expect(await tab.textContent('#f-when-echo')).toBe('жексенбі, 10 қаңтар');
    expect(await tab.textContent('#f-name-matches bdi')).toBe('<b>Жұлдыз</b>');
    expect(await tab.getAttribute('#f-name-matches a', 'href')).toBeNull();
    expect(posts.map(({ path, csrf }) => [path, csrf])).toEqual([['/echo/time', viewer.csrf], ['/intake/matches', viewer.csrf]]);
    await tab.context().close();
  });

  it('send a form once, by Ctrl+Enter as well', async () => {
    const { tab } = await open();
    await tab.fill('#f-where', 'Алматы');
    await inPage(tab, `addEventListener('submit', (event) => setTimeout(() => event.target.requestSubmit()), { once: true })`);
    await Promise.all([tab.waitForNavigation(), tab.press('#f-where', 'Control+Enter')]);
    expect(posts.filter(({ path }) => path === '/saved')).toHaveLength(1);
    expect(posts[0]?.body).toContain('_csrf=secret-of-the-session');
    await tab.context().close();
  });

  it('leave at once on Esc Esc: the session ends and nothing stays on the screen', async () => {
    const { tab } = await open();
    await tab.fill('#f-where', 'typed and not saved');
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Escape');
    await tab.waitForURL('about:blank');
    expect(posts).toEqual([{ path: '/sign-out', csrf: undefined, body: '_csrf=secret-of-the-session' }]);
    await tab.context().close();
  });

  it('keep single letters out of fields, and off for those who switch them off', async () => {
    const { tab } = await open();
    await inPage(tab, 'document.activeElement.blur()');
    await tab.keyboard.press('/');
    expect(await inPage(tab, 'document.activeElement.id')).toBe('find');
    await tab.keyboard.type('?n/');
    expect(await tab.inputValue('#find')).toBe('?n/');
    await inPage(tab, 'document.activeElement.blur()');
    await tab.keyboard.press('?');
    await tab.check('#keys-off');
    await tab.click('#keys button');
    await inPage(tab, 'document.activeElement.blur()');
    await tab.keyboard.press('/');
    expect(await inPage(tab, 'document.activeElement.id')).not.toBe('find');
    await tab.context().close();
  });
});
