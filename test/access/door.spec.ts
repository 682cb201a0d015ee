import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { readSettings, SettingRefused } from '../../src/kernel/settings/public.js';
import { Session, Staff } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';

/** What holds for every request, whoever sends it. The same on both databases: none of it reaches one. */
describe('the door', () => {
  let habeas: TestApp;
  let marat: Client;
  beforeAll(async () => {
    habeas = await TestApp.start('sqlite');
    marat = await habeas.as('marat');
  });
  afterAll(() => habeas.stop());

  const upload = (name: string, bytes: Buffer): Promise<Response> => {
    const form = new FormData();
    form.append('_csrf', marat.signed?.csrf ?? '');
    form.append('mapping', 'incidents-plain');
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return fetch(`${habeas.url}/import/check`, { method: 'POST', body: form, headers: { Cookie: `habeas_session=${marat.signed?.token}`, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' } });
  };

  it('takes a file by what it is, not by its name, and unpacks no bomb', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    for (const name of ['list.xlsx', '../../etc/passwd', 'CON', `${'ә'.repeat(300)}.xlsx`, 'a\u0000b.csv']) {
      const answer = await upload(name, page);
      expect([name, answer.status >= 400 && answer.status < 500, (await answer.text()).includes('alert(1)')]).toEqual([name, true, false]);
    }
    const before = process.memoryUsage().rss;
    const bomb = await upload('list.xlsx', zipBomb());
    expect(bomb.status).toBe(422);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect((await upload('big.csv', Buffer.alloc(21 * 1024 * 1024, 'a'))).status).toBe(413);
  });

  it('believes nobody about where they come from, unless a proxy is named', async () => {
    const password = 'a guess that is long enough';
    let last = 0;
    for (let n = 0; n < 12; n += 1) {
      const body = new URLSearchParams({ name: 'nobody at all', password }).toString();
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Forwarded-For': `203.0.113.${n}`, 'Sec-Fetch-Site': 'same-origin' };
      last = (await habeas.nobody().send('POST', '/sign-in', body, headers)).status;
    }
    expect(last).toBe(429);
  });

  it('binds cookies to its own host over https, and says so for a year', async () => {
    const secure = await TestApp.start('sqlite', undefined, true, { HABEAS_PUBLIC_URL: 'https://habeas.example.org' });
    const answer = await secure.nobody().form('/sign-in', { name: 'x', password: 'y' });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies.filter((one) => !one.startsWith('habeas_language'))) expect(cookie).toMatch(/^__Host-.*Path=\/;.*HttpOnly; Secure; SameSite=Strict/);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    await secure.stop();
  });

  it('listens on this machine only, and not in the clear elsewhere', () => {
    expect(readSettings({}).host).toBe('127.0.0.1');
    expect(() => readSettings({ HABEAS_HOST: '0.0.0.0' })).toThrow(SettingRefused);
    expect(() => readSettings({ HABEAS_HOST: '0.0.0.0', HABEAS_PUBLIC_URL: 'http://habeas.example.org' })).toThrow(SettingRefused);
  });

  it('is not confused about where one request ends and the next begins', async () => {
    const { port, hostname } = new URL(habeas.url);
    const smuggled = 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n';
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(smuggled));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      setTimeout(() => socket.destroy(), 3000).unref();
    });
    expect(answered).toMatch(/^HTTP\/1\.1 400/);
    expect(answered.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('refuses what another site makes a browser send', async () => {
    const aigerim = await habeas.as('aigerim');
    const names = JSON.stringify({ names: [{ text: 'Айша', kind: 'full' }] });
    const cases: [string, Record<string, string>, string][] = [
      ['text/plain', {}, names],
      ['application/x-www-form-urlencoded', {}, 'names=x'],
      ['application/json', { Origin: 'https://elsewhere.example' }, names],
      ['application/json', { 'Sec-Fetch-Site': 'cross-site' }, names],
    ];
    for (const [type, headers, body] of cases) {
      const { status } = await aigerim.send('POST', '/api/v1/individuals', body, { 'Content-Type': type, ...headers });
      expect([type, headers, status === 403 || status === 415]).toEqual([type, headers, true]);
    }
    expect((await aigerim.form('/intake', { _csrf: 'wrong' })).status).toBe(403);
  });

  it('is left at once with one button, which ends the session', async () => {
    const timur = await habeas.as('timur');
    expect((await timur.page('/')).text).toContain('action="/leave"');
    const away = await timur.form('/leave', {});
    expect([away.status, away.text.includes('abeas')]).toEqual([200, false]);
    expect((await timur.page('/')).status).not.toBe(200);
  });

  it('keeps passwords and sessions so that the database gives neither away', async () => {
    const rows = await habeas.ground.database.reader.getRepository(Session).find();
    expect(rows.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest) && digest !== marat.signed?.token)).toBe(true);
    const { Accounts, Passwords } = await import('../../src/staff/public.js');
    const { systemActor } = await import('../../src/kernel/actor/public.js');
    const accounts = habeas.app.get(Accounts);
    const { id, secret } = await accounts.create(systemActor('test'), { signInName: 'new', name: 'New', role: 'caseworker', language: 'en', expiresAt: null });
    await habeas.app.get(Passwords).set(systemActor('test'), secret, 'пароль 😀 with  two spaces ');
    const { passwordHash } = await habeas.ground.database.reader.getRepository(Staff).findOneByOrFail({ id });
    const [, form, , cost] = passwordHash?.split('$') ?? [];
    const { m, t } = Object.fromEntries((cost ?? '').split(',').map((part) => part.split('='))) as { m: string; t: string };
    expect([form, Number(m) >= 64 * 1024, Number(t) >= 3]).toEqual(['argon2id', true, true]);
    expect((await habeas.nobody().form('/sign-in', { name: 'new', password: 'пароль 😀 with  two spaces' })).status).toBe(401); // taken as it is
    expect((await habeas.nobody().form('/sign-in', { name: 'new', password: 'пароль 😀 with  two spaces ' })).status).toBe(303);
  });
});

/** A small archive whose one part says it unpacks to 900 MB. */
function zipBomb(): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const body = deflateRawSync(Buffer.alloc(1024 * 1024));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(900 * 1024 * 1024, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(900 * 1024 * 1024, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + body.length, 16);
  return Buffer.concat([local, name, body, central, name, end]);
}
