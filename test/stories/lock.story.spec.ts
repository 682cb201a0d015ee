import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import type { Browser, Page } from 'playwright-core';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/public.js';
import { AuditEntry } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { newId, UnitOfWork } from '../../src/kernel/db/public.js';
import { makeRecoveryKey, secretOfRecoveryKey, splitSecret } from '../../src/kernel/keyring/public.js';
import { readSettings, type Settings } from '../../src/kernel/settings/public.js';
import { addHours, FixedClock, localParts, SystemClock } from '../../src/kernel/time/public.js';
import { addRecoveryKey, appOf, askServer, HabeasServer, makeKeyFile, openInstance, serve, type Serving } from '../../src/launch/public.js';
import { Accounts, Notice } from '../../src/staff/public.js';
import type { StaffRole } from '../../src/access/public.js';
import { axeViolations, openBrowser, screenshot } from '../support/browser.js';
import { Client } from '../support/client.js';
import { databases, type DatabaseName } from '../support/database.js';
import { endless } from '../support/endless.js';
import { freshPostgres } from '../support/postgres.js';

const password = 'nine slow trams before noon';
const recoveryKey = makeRecoveryKey();
const sharedSecret = Buffer.alloc(32, 9);

/** A server of its own, with its own folder, key and database. */
class OwnServer {
  serving!: Serving;

  private constructor(
    readonly settings: Settings,
    private readonly close: () => Promise<void>,
  ) {}

  static async make(name: DatabaseName): Promise<OwnServer> {
    const database = name === 'postgres' ? await freshPostgres() : null;
    const home = mkdtempSync(join(tmpdir(), 'habeas-lock-'));
    const env = { HABEAS_DATA_DIR: join(home, 'data'), HABEAS_KEY_FILE: join(home, 'own.key'), HABEAS_PORT: '0', HABEAS_LOG: 'silent', HABEAS_SECOND_FACTOR: 'offered' };
    const settings = readSettings({ ...env, ...(database ? { HABEAS_DATABASE_URL: database.url } : {}) });
    makeKeyFile(env.HABEAS_KEY_FILE, env.HABEAS_DATA_DIR);
    return new OwnServer(settings, async () => {
      await database?.close();
      rmSync(home, { recursive: true, force: true });
    });
  }

  async start(): Promise<void> {
    this.serving = await serve(this.settings);
  }

  async leave(): Promise<void> {
    await this.serving.stop();
    await this.close();
  }

  get gate() {
    return this.serving.server.gate;
  }

  get nobody(): Client {
    return new Client(this.serving.address, null);
  }

  async joined(signInName: string, role: StaffRole): Promise<{ id: string; client: Client }> {
    const { id, secret } = await appOf(this.serving).get(Accounts).create(systemActor('test'), { signInName, name: signInName, role, language: 'en', expiresAt: null });
    expect((await this.nobody.form(`/welcome/${secret}`, { password, again: password })).status).toBe(303);
    return { id, client: await this.signIn(signInName) };
  }

  async signIn(name: string): Promise<Client> {
    const entered = await this.nobody.post('/api/v1/session', { name, password });
    expect(entered.status).toBe(204);
    const token = /habeas_session=([\w-]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const page = await new Client(this.serving.address, { token, csrf: '' }).page('/account');
    return new Client(this.serving.address, { token, csrf: /name="csrf" content="([\w-]+)"/.exec(page.text)?.[1] ?? '' });
  }

  async audit(act: string): Promise<AuditEntry[]> {
    const { reader } = this.gate.behind!.instance.ground.database;
    return reader.getRepository(AuditEntry).find({ where: { act }, order: { seq: 'ASC' } });
  }
}

describe.each(databases)('a server that is locked on %s', (name) => {
  let own: OwnServer;
  let routes: DeclaredRoute[];
  let rita: { id: string; client: Client };
  let aigerim: { id: string; client: Client };
  let program: Client;
  let shares: string[];
  beforeAll(async () => {
    own = await OwnServer.make(name);
    await own.start();
    const { strongbox } = own.gate.behind!.instance.ground;
    const now = new SystemClock().now();
    strongbox.add({ kind: 'recovery', secret: secretOfRecoveryKey(recoveryKey)! }, now);
    strongbox.add({ kind: 'shares', secret: sharedSecret }, now);
    shares = await splitSecret(sharedSecret, [null, null, null]);
    rita = await own.joined('rita', 'administrator');
    aigerim = await own.joined('aigerim', 'caseworker');
    const made = await aigerim.client.post<{ secret: string }>('/api/v1/account/tokens', { label: 'x', permissions: ['individual.read'], days: 3 }, { 'X-CSRF-Token': aigerim.client.signed!.csrf });
    program = new Client(own.serving.address, null);
    const bearer = { Authorization: `Bearer ${made.body.secret}` };
    program.get = ((path: string) => program.send('GET', path, undefined, bearer)) as never;
    routes = declaredRoutes(appOf(own.serving).get(DiscoveryService));
  }, 60_000);
  afterAll(() => own.leave());

  it('says nothing at its health but that it lives, is ready and is not sealed', async () => {
    expect((await own.nobody.get('/healthz')).body).toEqual({ live: true, ready: true, sealed: false });
    expect((await rita.client.get('/api/v1/server')).body).toMatchObject({ openedBy: 'key', cutShort: false, locksAt: null });
    expect((await program.get('/api/v1/individuals')).status).toBe(200);
  });

  it('is locked by one form of any caseworker: the next request of anybody is refused, the ones under way are cut, the keys are gone', async () => {
    const { keys, strongbox } = own.gate.behind!.instance.ground;
    const held = [keys.wrap, keys.files, keys.logSeed];
    expect(held.every((key) => key.some((byte) => byte !== 0))).toBe(true);
    const work = appOf(own.serving).get(UnitOfWork);
    let finish = (): void => {};
    const begun = work.run(systemActor('test'), async (story) => {
      story.note({ act: 'demo.loaded', kind: 'instance', recordId: null });
      await new Promise<void>((resolve) => (finish = resolve));
    });
    const { port, hostname } = new URL(own.serving.address);
    const underWay = connect(Number(port), hostname);
    await once(underWay, 'connect');
    underWay.on('error', () => {});
    underWay.write('POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=');

    const counting = endless(own.gate.behind!.instance.ground.database.aside).catch((error: unknown) => error);

    const locked = await aigerim.client.form('/lock', {});
    expect([locked.status, locked.headers.get('location')]).toEqual([303, '/unlock']);
    for (const client of [aigerim.client, rita.client, program, own.nobody]) {
      const answer = await client.get<{ code?: string }>('/api/v1/individuals');
      expect([answer.status, answer.body.code]).toEqual([423, 'instance.sealed']);
    }
    if (!underWay.closed) await once(underWay, 'close');
    finish();
    await expect(begun).rejects.toThrow(/instance.sealed|storage.unreachable/); // and nothing of it was kept, see below
    await own.gate.locked();
    expect(await counting).toBeInstanceOf(Error); // a report that reads a lot keeps no key behind
    expect(held.every((key) => key.every((byte) => byte === 0))).toBe(true);
    expect(keys.database).toBe('');
    await expect(strongbox.rehearse({ recoveryKey })).resolves.toBe('recovery'); // asks the file, not what was forgotten
    expect((await own.nobody.get('/healthz')).body).toEqual({ live: true, ready: false, sealed: true });
  });

  it('answers 423 at every route there is, to old cookies and to nobody, and shows people a page that says so', async () => {
    for (const { method, path } of routes) {
      const answer = await rita.client.send(method, path.replace(/:\w+/g, newId(new SystemClock().now())), method === 'GET' ? undefined : '{}', { 'Content-Type': 'application/json' });
      expect([method, path, answer.status]).toEqual([method, path, 423]);
    }
    const page = await own.nobody.page('/individuals');
    expect([page.status, page.text]).toEqual([423, expect.stringContaining('This server is locked')]);
    expect((await own.nobody.send<string>('GET', '/', undefined, { Accept: 'text/html', 'Accept-Language': 'kk' })).text).toContain('Сервер құлыптаулы');
    expect((await own.nobody.page('/unlock?language=ru')).text).toContain('Сервер заперт');
  });

  it('opens to nothing that does not fit, and lets nobody guess', async () => {
    const enter = (fields: Record<string, string>): Promise<{ status: number; text: string }> => own.nobody.form('/unlock', fields);
    const other = await enter({ way: 'recovery', recovery: makeRecoveryKey() });
    expect([other.status, other.text]).toEqual([403, expect.stringContaining('an old one or of another server')]);
    expect((await enter({ way: 'recovery', recovery: 'seven blue kettles' })).text).toContain('mistyped');
    expect((await enter({ way: 'passphrase', passphrase: 'seven blue kettles' })).status).toBe(403);
    expect((await enter({ way: 'shares', shares: '' })).status).toBe(400);
    const elsewhere = await own.nobody.send('POST', '/unlock', 'way=recovery', { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' });
    expect(elsewhere.status).toBe(403);
    expect(own.gate.behind).toBeNull();
  });

  it('opens to two shares of different holders and not to one, tells who locked it, and no old cookie lives', async () => {
    const first = await own.nobody.form('/unlock', { way: 'shares', shares: shares[0]! });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/unlock']);
    expect((await own.nobody.page('/unlock')).text).toContain('1 share has been entered, 1 is still missing');
    expect((await own.nobody.form('/unlock', { way: 'shares', shares: shares[0]!.toLowerCase() })).text).toContain('entered already');
    expect((await own.nobody.get('/api/v1/session')).status).toBe(423);
    const second = await own.nobody.form('/unlock', { way: 'shares', shares: shares[2]! });
    expect([second.status, second.headers.get('location')]).toEqual([303, '/sign-in']);

    for (const { client } of [rita, aigerim]) expect((await client.get('/api/v1/session')).status).toBe(401);
    expect((await own.audit('demo.loaded')).length).toBe(0);
    expect((await own.audit('instance.locked')).map(({ actorId }) => actorId)).toEqual([aigerim.id]);
    expect((await own.audit('instance.unlock_refused')).length).toBe(4);
    expect((await own.audit('instance.unlocked')).length).toBe(1);
    rita.client = await own.signIn('rita');
    expect((await rita.client.get('/api/v1/server')).body).toMatchObject({ openedBy: 'shares', cutShort: false });
    const told = await rita.client.page('/notices');
    for (const sentence of ['aigerim locked the server', 'unlocked by shares of its holders', 'does not open it was entered 4 times']) expect(told.text).toContain(sentence);
    expect((await program.get('/api/v1/individuals')).status).toBe(200);
    expect((await own.nobody.page('/unlock')).headers.get('location')).toBe('/sign-in');
  });

  it('lets whoever guesses wait, and the recovery key from elsewhere is not shut out', async () => {
    await askServer(own.settings, 'lock');
    const tries = [];
    for (let n = 0; n < 6; n += 1) tries.push((await own.nobody.form('/unlock', { way: 'recovery', recovery: makeRecoveryKey() })).status);
    expect(tries).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await own.nobody.form('/unlock', { way: 'recovery', recovery: recoveryKey })).status).toBe(429);
    expect(await askServer(own.settings, 'unlock', { way: 'recovery', text: recoveryKey })).toMatchObject({ open: true });
    expect((await own.audit('instance.locked')).at(-1)?.actorId).toBe('system:terminal');
  });

  it('comes up locked when it was locked before it ended, though its key is at hand', async () => {
    await askServer(own.settings, 'lock');
    await own.serving.stop();
    await own.start();
    expect((await own.nobody.get('/healthz')).body).toMatchObject({ sealed: true });
    await expect(openInstance(own.settings, { onlyExisting: true })).rejects.toThrow('Another process is using');
    expect(await askServer(own.settings, 'unlock')).toMatchObject({ open: false, atHand: true });
    expect(await askServer(own.settings, 'unlock', { way: 'key' })).toMatchObject({ open: true });
    await own.serving.stop();
    await expect(askServer(own.settings, 'lock')).rejects.toThrow('No server runs');
    await own.start();
    expect((await own.nobody.get('/healthz')).body).toMatchObject({ sealed: false });
  });

  const clock = new FixedClock(new SystemClock().now());
  /** The server anew, under settings of its own and a clock that is moved. */
  const startUnder = async (settings: Settings): Promise<HabeasServer> => {
    await own.serving.stop();
    clock.set(new SystemClock().now());
    const server = new HabeasServer(settings, clock);
    await server.open(await openInstance(settings));
    await server.listen();
    own.serving = { ...own.serving, server, address: `http://127.0.0.1:${(server.gate.server.address() as { port: number }).port}`, stop: () => server.stop() };
    return server;
  };

  it('locks itself at the end of the hours of the office, once, and stays open when it is opened at night', async () => {
    const now = clock.now();
    const zone = ['UTC', 'Asia/Almaty', 'America/Los_Angeles'].find((one) => localParts(now, one).hour < 20) ?? '';
    const ends = (localParts(now, zone).hour + 2) * 60;
    const server = await startUnder({ ...own.settings, zone, openHours: { days: [1, 7], minutes: [0, ends] } });
    clock.advance(30);
    await server.watchman.look();
    expect(server.gate.behind).not.toBeNull();
    clock.advance(120);
    await server.watchman.look();
    await server.gate.locked();
    expect((await own.nobody.get('/api/v1/individuals')).status).toBe(423);
    expect(await askServer(own.settings, 'unlock', { way: 'key' })).toMatchObject({ open: true });
    expect((await own.audit('instance.locked')).at(-1)).toMatchObject({ actorId: 'system:watchman', leaf: expect.stringContaining('"cause":"hours"') });
    clock.advance(30);
    await server.watchman.look();
    expect((await own.nobody.get('/healthz')).body).toMatchObject({ sealed: false });
  });

  it('locks itself when no administrator has shown for hours that all is well', async () => {
    const server = await startUnder({ ...own.settings, deadmanHours: 8 });
    clock.advance(7 * 60);
    await server.watchman.look();
    expect(server.gate.behind).not.toBeNull();
    clock.set(addHours(new SystemClock().now(), 9));
    await server.watchman.look();
    await server.gate.locked();
    expect((await own.nobody.get('/healthz')).body).toMatchObject({ sealed: true });
    expect(await askServer(own.settings, 'unlock', { way: 'key' })).toMatchObject({ open: true });
    expect((await own.audit('instance.locked')).at(-1)?.actorId).toBe('system:watchman');
    const notices = await server.gate.behind!.instance.ground.database.reader.getRepository(Notice).find({ where: { kind: 'instance.locked_itself' } });
    expect(notices.length).toBeGreaterThan(0);
  });
});

describe('the lock in a real browser', () => {
  let own: OwnServer;
  let browser: Browser;
  beforeAll(async () => {
    own = await OwnServer.make('sqlite');
    await own.start();
    addRecoveryKey(own.serving, recoveryKey);
    await own.joined('aigerim', 'caseworker');
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await own.leave();
  });

  const signIn = async (page: Page): Promise<void> => {
    await page.goto(`${own.serving.address}/sign-in`);
    await page.fill('input[name=name]', 'aigerim');
    await page.fill('input[name=password]', password);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL((url) => url.pathname === '/');
  };
  const unlock = async (page: Page): Promise<void> => {
    await page.waitForURL((url) => url.pathname === '/unlock');
    await page.fill('textarea[name=recovery]', recoveryKey.toLowerCase());
    await page.click('form:has(textarea[name=recovery]) button');
    await page.waitForURL((url) => url.pathname === '/sign-in', { timeout: 60_000 });
  };

  it.each([['with scripts', true], ['without scripts', false]] as const)('is one click in the menu %s, and is undone at the page it leads to', async (_, javaScriptEnabled) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signIn(page);
    await page.click('details.menu summary');
    await page.click('form[action="/lock"] button');
    await page.waitForURL((url) => url.pathname === '/unlock');
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, 'unlock');
    await unlock(page);
    await page.goto(`${own.serving.address}/individuals`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  }, 180_000);

  it('is a chord pressed twice on any keyboard, also while somebody types; pressed once it is nothing', async () => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page);
    await page.focus('#find');
    await page.keyboard.press('Control+Shift+KeyL');
    expect(own.gate.behind).not.toBeNull();
    await page.waitForTimeout(1600);
    await page.keyboard.press('Control+Shift+KeyL');
    await page.keyboard.press('Control+Shift+KeyL');
    await unlock(page);
    await page.context().close();
  }, 180_000);
});
