import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

const password = 'seven blue kettles at noon';

const sessionCookie = (headers: Headers): string => headers.getSetCookie().find((cookie) => /^habeas_session=[^;]/.test(cookie)) ?? '';

describe.each(databases)('signing in on %s', (name) => {
  let habeas: TestApp;
  let link: string;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const rita = await habeas.as('rita');
    const made = await rita.post<{ id: string; link: string }>('/api/v1/staff', { signInName: 'aliya', name: 'Aliya', role: 'caseworker' });
    expect(made.status).toBe(201);
    link = new URL(made.body.link).pathname;
  });
  afterAll(() => habeas.stop());

  it('asks for a long password and for nothing else', async () => {
    const shown = await habeas.nobody().page(link);
    expect([shown.status, shown.headers.get('referrer-policy'), shown.headers.get('cache-control')]).toEqual([200, 'same-origin', 'no-store']);
    const short = await habeas.nobody().form(link, { password: 'Ab1!', again: 'Ab1!' });
    expect(short.status).toBe(422);
    const unlike = await habeas.nobody().form(link, { password, again: `${password} ` });
    expect(unlike.status).toBe(400);
    const set = await habeas.nobody().form(link, { password, again: password });
    expect([set.status, set.headers.get('location')]).toEqual([303, '/sign-in?set=yes']);
  });

  it('says of a spent link that it is spent, and no more', async () => {
    const nobody = habeas.nobody();
    const used = await nobody.page(link);
    const never = await nobody.page('/welcome/never-was-a-link');
    expect([used.status, never.status]).toEqual([410, 410]);
    expect(used.text).toBe(never.text);
    const again = await nobody.form(link, { password, again: password });
    expect(again.status).toBe(410);
  });

  it('keeps the secret in a cookie that no script and no other site can use', async () => {
    const entered = await habeas.nobody().form('/sign-in', { name: 'ALIYA', password });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    const cookie = sessionCookie(entered.headers);
    expect(cookie).toMatch(/^habeas_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const api = await habeas.nobody().post('/api/v1/session', { name: 'aliya', password });
    expect([api.status, api.text]).toEqual([204, '']);
    expect(api.headers.get('set-cookie')).not.toBeNull();
  });

  it('gives one answer to a wrong name and to a wrong password, and keeps what was typed but the password', async () => {
    const wrong = await habeas.nobody().form('/sign-in', { name: 'aliya', password: 'something else entirely' });
    const nobody = await habeas.nobody().form('/sign-in', { name: 'nobody', password: 'something else entirely' });
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(wrong.text.replace('aliya', 'nobody')).toBe(nobody.text);
    expect(wrong.text).toContain('value="aliya"');
    expect(wrong.text).not.toContain('something else entirely');
  });

  it('signs out on the server, not only in the browser', async () => {
    const entered = await habeas.nobody().post('/api/v1/session', { name: 'aliya', password });
    const cookie = sessionCookie(entered.headers).split(';')[0] ?? '';
    const who = () => fetch(`${habeas.url}/api/v1/session`, { headers: { Cookie: cookie } });
    const known = (await (await who()).json()) as { role: string; lastSignInAt: string | null };
    expect(known).toMatchObject({ role: 'caseworker', lastSignInAt: expect.any(String) });
    const out = await fetch(`${habeas.url}/api/v1/session`, { method: 'DELETE', headers: { Cookie: cookie } });
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
    expect((await who()).status).toBe(401);
  });

  it('keeps the language before anybody is known, and leads nobody to another site', async () => {
    const chosen = await habeas.nobody().form('/language', { language: 'kk', back: '//evil.example' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/']);
    expect(chosen.headers.get('set-cookie')).toMatch(/^habeas_language=kk/);
  });

  it('shuts the door on who guesses, with a number of minutes, and never on the person', async () => {
    for (let n = 0; n < 6; n += 1) await habeas.nobody().form('/sign-in', { name: 'aliya', password: 'a guess that is long enough' });
    const guesser = await habeas.nobody().form('/sign-in', { name: 'aliya', password });
    expect([guesser.status, Number(guesser.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(guesser.text).toMatch(/Wait \d+ minute/);
    // The same machine under its other loopback address stands for the person elsewhere.
    const { SignIn } = await import('../../src/staff/public.js');
    const elsewhere = await habeas.app.get(SignIn).withPassword('aliya', password, { address: '192.0.2.7', device: 'd'.repeat(43) });
    expect(elsewhere).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('leaves the refused tries in the log', async () => {
    const refused = await habeas.audit({ act: 'session.refused' });
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused.every((entry) => entry.allowed === 0 && !entry.leaf.includes('aliya'))).toBe(true);
  });
});
