import { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { Terminal, type Running } from '../launch/command-line.js';
import { browserBinary } from '../support/browser-binary.js';
import { browserFlags, inPage, started } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';
import { freshPostgres, type TestDatabase } from '../support/postgres.js';
import { RealInstance } from '../support/real-instance.js';
import { inTeamDatabase, onTeam } from './in-team-database.js';
import { Scanner, type Hit } from './scanner.js';

/** One word a place it is typed into; each stands nowhere else in the product. */
const planted = {
  name: 'Крутобережная',
  kazakh: 'Шаңырақбаева',
  latin: 'Zhaksybergenova',
  contact: '+77019998147',
  story: 'перламутровый',
  source: 'Водолазкинский',
  uploaded: 'Самоваровская',
  searched: 'Чернильницына',
  refused: 'Скворечниковы',
};
const FORMS = 10;

/** Somebody takes the machine, the disk, the browser, the copy of the database and the backup, and reads every byte. */
describe.each(databases)('whoever reads every byte that is left behind, on %s', (name) => {
  const scanner = new Scanner(Object.values(planted));
  let terminal: Terminal;
  let instance: RealInstance;
  let team: TestDatabase | null = null;
  let running: Running;
  const places = { temporary: '', profile: '', backups: '' };
  beforeAll(async () => {
    terminal = new Terminal();
    for (const place of Object.keys(places) as (keyof typeof places)[]) mkdirSync((places[place] = terminal.at(place)));
    team = name === 'postgres' ? await freshPostgres() : null;
    await terminal.run(['backup', 'keygen', '--recipients', terminal.at('recipients')]).over();
    const backups = { HABEAS_BACKUP_TO: places.backups, HABEAS_BACKUP_RECIPIENTS: terminal.at('recipients'), HABEAS_BACKUP_EVERY: '0' };
    instance = await RealInstance.prepare(terminal, ['aigerim', 'marat', 'rita'], {
      ...{ HABEAS_LOG: 'debug', TMPDIR: places.temporary, ...backups },
      ...(team ? { HABEAS_DATABASE_URL: team.url } : {}),
    });
    running = instance.serve();
    const address = await running.address();
    await recordAndFail(instance.client('aigerim', address), instance.client('marat', address));
    // The same forms reach the same routes on both; what a browser keeps does not depend on the database.
    if (name === 'sqlite') await useTheBrowser(address);
    expect((await instance.run('backup', '--full').over()).err).toBe('');
  }, 240_000);
  afterAll(async () => {
    terminal.leave();
    await team?.close();
  });

  /** Through the API: what is taken, what is refused, what is malformed, what is looked for and what is exported. */
  async function recordAndFail(aigerim: Client, marat: Client): Promise<void> {
    const person = { names: [{ text: planted.name, kind: 'full' }, { text: planted.kazakh, kind: 'full' }, { text: planted.latin, kind: 'full' }], phones: [planted.contact], notes: planted.story };
    const made = await aigerim.post<{ id: string }>('/api/v1/individuals', person, { 'Idempotency-Key': 'the-planted-person-1' });
    expect(made.status).toBe(201);
    const source = await aigerim.post<{ id: string }>('/api/v1/sources', { kind: 'witness', name: planted.source, statement: planted.story });
    const stay = await aigerim.post<{ id: string }>('/api/v1/detentions', {
      ...{ individualId: made.body.id, kind: 'containment', regionCode: 'KZ-75' },
      periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 between 12:30 and 13:00' } }],
    });
    expect(stay.status).toBe(201);
    await aigerim.post('/api/v1/individuals/search', { name: planted.searched });
    await aigerim.post('/api/v1/individuals', { ...person, sex: planted.refused });
    await aigerim.post('/api/v1/individuals', { [planted.refused]: planted.refused });
    await aigerim.send('POST', '/api/v1/individuals', `{"names": [{"text": "${planted.refused}`, { 'Content-Type': 'application/json' });
    await aigerim.send('POST', '/api/v1/individuals', planted.refused, { 'Content-Type': 'text/plain' });
    for (const path of ['/individuals/', '/api/v1/individuals/', '/api/v1/individuals?name=', '/', '/assets/']) await aigerim.send('GET', path + encodeURIComponent(planted.refused), undefined, { 'X-Forwarded-For': planted.contact, 'User-Agent': planted.latin });
    await marat.post('/api/v1/session', { name: planted.latin, password: planted.latin });
    for (const format of ['pdf', 'docx', 'csv']) await aigerim.get(`/detentions/${stay.body.id}/timeline.${format}`);
    expect(source.status).toBeLessThan(500);
  }

  /** Through Chromium: every form that is reached from the home page, filled with what was planted, and a table uploaded. */
  async function useTheBrowser(address: string): Promise<void> {
    const { executablePath, env } = await browserBinary();
    const options = { executablePath, args: browserFlags, env: { ...process.env, ...env, TMPDIR: places.temporary } as Record<string, string>, chromiumSandbox: false };
    const context = await started(() => chromium.launchPersistentContext(places.profile, options));
    context.setDefaultTimeout(120_000); // the machine may be busy with the other tests
    try {
      // A manager has fewer forms, and the one for tables.
      for (const person of ['aigerim', 'marat'] as const) {
        await signIn(context, address, instance.client(person, address));
        await fillForms(context, address, person === 'marat' ? 2 : FORMS);
        if (person === 'marat') await uploadTable(context, address);
      }
    } finally {
      await context.close();
    }
  }

  async function uploadTable(context: BrowserContext, address: string): Promise<void> {
    const table = terminal.at('typed.csv');
    writeFileSync(table, `name,phone,date\n${planted.uploaded},${planted.contact},10.01.2021\n`);
    await visit(context, `${address}/import`, async (page) => {
      const field = page.locator('input[name="file"]');
      if ((await field.count()) === 0) throw new Error('the page of imports has no field for a file');
      await field.setInputFiles(table);
      await answered(page, `document.querySelector('input[name="file"]').form.requestSubmit()`);
    });
    // The table itself is the person's own file, not something left behind.
    writeFileSync(table, '');
  }

  const found = async (): Promise<Hit[]> => [
    ...scanner.folder(instance.folder),
    ...scanner.folder(places.temporary),
    ...scanner.folder(places.profile),
    ...scanner.folder(places.backups),
    ...scanner.bytes('what the server said', Buffer.from(running.out + running.err)),
    ...(team ? await inTeamDatabase(scanner, team.url) : []),
  ];

  it('while the server runs, finds none of what was typed, looked for, refused, uploaded, exported or backed up', async () => {
    expect(running.err.length).toBeGreaterThan(0);
    expect(readdirSync(places.backups).length).toBeGreaterThan(0);
    expect(await found()).toEqual([]);
  });

  it('nor after it was killed, in what was written ahead', async () => {
    await running.end('SIGKILL');
    if (!team) expect(existsSync(join(instance.folder, 'habeas.db-wal'))).toBe(true);
    expect(await found()).toEqual([]);
  });

  it('would have found it: a word put into each kind of place is found there', async () => {
    const word = planted.name;
    appendFileSync(join(instance.folder, team ? 'instance.json' : 'habeas.db-wal'), Buffer.from(word, 'utf16le'));
    writeFileSync(join(places.temporary, 'upload'), gzipSync(word));
    writeFileSync(join(places.profile, 'History'), Buffer.from(`title ${word}`), { flag: 'a' });
    writeFileSync(join(places.backups, 'manifest'), Buffer.from(`x${word}`).toString('base64'));
    running.err += encodeURIComponent(word);
    if (team) await onTeam(team.url, (client) => client.query('INSERT INTO reference_counter (series, last) VALUES ($1, 1)', [word]));
    const where = new Set((await found()).map((hit) => hit.where.replace(/ \(unpacked\)$/, '')));
    const kinds = [instance.folder, places.temporary, places.profile, places.backups, 'what the server said', ...(team ? ['table reference_counter'] : [])];
    for (const kind of kinds) expect([kind, [...where].some((one) => one.startsWith(kind))]).toEqual([kind, true]);
  });
});

async function signIn(context: BrowserContext, address: string, client: Client): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ name: 'habeas_session', value: client.signed?.token ?? '', url: address, httpOnly: true, sameSite: 'Strict' }]);
}

/** Goes from page to page, fills every field that takes text, and sends every form once. */
async function fillForms(context: BrowserContext, address: string, most: number): Promise<void> {
  const pattern = (path: string): string => path.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
  const [queue, seen] = [['/', '/intake', '/individuals/new', '/individuals', '/sources/new'], new Set<string>()];
  for (let sent = 0; queue.length > 0 && sent < most && seen.size < 2 * most; ) {
    // Where something new is written goes first.
    const at = queue.findIndex((path) => /\/new\b/.test(path) && !seen.has(pattern(path)));
    const [path = '/'] = queue.splice(Math.max(at, 0), 1);
    if (seen.has(pattern(path)) || /sign-out|leave|\.(pdf|docx|csv|xlsx|ics|json)/.test(path)) continue;
    seen.add(pattern(path));
    for (let n = 0, forms = 1; n < forms; n += 1) {
      await visit(context, address + path, async (page) => {
        if (n === 0) queue.push(...(await inPage<string[]>(page, `[...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href'))`)));
        forms = await inPage<number>(page, `[...document.forms].filter((form) => form.querySelector('${TEXT}')).length`);
        if (n < forms) await answered(page, fillAndSend(n));
        if (n < forms) sent += 1;
      });
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(3);
}

/**
 * Each page in a tab of its own: a form that was sent may still be on its way to the page it leads to. A tab is emptied
 * before it is closed: closed while it shows the answer to a form, one in twenty never tells that it has closed.
 */
async function visit(context: BrowserContext, url: string, then: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(url);
    await then(page);
    await emptied(page);
  } finally {
    await page.close();
  }
}

async function emptied(page: Page, left = 5): Promise<void> {
  await page.waitForLoadState();
  try {
    await page.goto('about:blank');
  } catch (error) {
    if (left === 0 || !/interrupted by another navigation/.test(String(error))) throw error;
    await emptied(page, left - 1);
  }
}

/** Sends a form, and waits until the whole answer is there. */
async function answered(page: Page, send: string): Promise<void> {
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() !== 'GET' || one.request().isNavigationRequest()), inPage(page, send)]);
  await answer.finished();
}

const TEXT = 'main textarea, main input:not([type]), main input[type=text], main input[type=search], main input[type=tel]';
const fillAndSend = (n: number): string => `(() => {
  const form = [...document.forms].filter((one) => one.querySelector('${TEXT}'))[${n}];
  if (!form) return;
  const words = ${JSON.stringify(planted)};
  for (const field of form.querySelectorAll('${TEXT}')) {
    const word = field.tagName === 'TEXTAREA' ? words.story : field.type === 'search' ? words.searched : field.type === 'tel' ? words.contact : /source|reporter/.test(field.name) ? words.source : words.name;
    field.value = word;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  form.noValidate = true;
  form.requestSubmit();
})()`;
