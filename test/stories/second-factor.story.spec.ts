import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { systemActor } from '../../src/kernel/actor/public.js';
import { FixedClock, addHours, addMinutes, type Instant } from '../../src/kernel/time/public.js';
import { Accounts, Passwords } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { PlainBrowser } from '../support/browser-of.js';
import { databases } from '../support/database.js';

const password = 'seven blue kettles at noon';
const start = '2026-11-24T08:00:00.000Z' as Instant;

/** An installation as it is shipped: everybody needs a second factor, and a new browser lets nothing out for a day. */
describe.each(databases)('a second factor, on %s', (name) => {
  let habeas: TestApp;
  const clock = new FixedClock(start);
  let secret = '';
  let paper: string[] = [];
  let aigerim: PlainBrowser;
  let dana: PlainBrowser;
  let hers = '';
  let path = '';

  const codeOf = (key: string): string => new TOTP({ secret: Secret.fromBase32(key), digits: 6, period: 30 }).generate({ timestamp: Date.parse(clock.now()) });
  const code = (): string => codeOf(secret);
  const later = (minutes: number): void => {
    clock.set(addMinutes(clock.now(), minutes));
  };

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock, true, { HABEAS_SECOND_FACTOR: 'required', HABEAS_NEW_DEVICE_HOURS: '24' });
    const accounts = habeas.app.get(Accounts);
    for (const person of ['aigerim', 'dana', 'rita'] as const) {
      await habeas.app.get(Passwords).set(systemActor('test'), await accounts.invite(systemActor('test'), habeas.ids[person]), password);
    }
    aigerim = new PlainBrowser(habeas);
  });
  afterAll(() => habeas.stop());

  it('is asked of everybody: until there is one, nothing else opens', async () => {
    await aigerim.form('/sign-in', { name: 'aigerim', password });
    expect((await aigerim.page('/')).headers.get('location')).toBe('/account#factors');
    const [individuals, api] = [await aigerim.page('/individuals'), await aigerim.send<{ code: string }>('GET', '/api/v1/individuals')];
    expect([individuals.status, individuals.headers.get('location')]).toEqual([303, '/account#factors']);
    expect([api.status, api.body.code]).toEqual([403, 'factor.required']);
    expect((await aigerim.page('/account')).text).toContain('Until you have one, nothing else opens.');
  });

  it('is added with the first code of an app, and gives ten codes for the drawer', async () => {
    const { text } = await aigerim.page('/account/factors/app');
    secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '').replaceAll(' ', '');
    const draft = /name="draft" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const wrong = await aigerim.form('/account/factors/app', { draft, code: '000000', label: 'Telephone' });
    expect([wrong.status, wrong.text.includes('This code is not right')]).toEqual([422, true]);
    expect(wrong.text.replaceAll(' ', '')).toContain(secret); // the same picture again: the app has read it already
    const added = await aigerim.form('/account/factors/app', { draft, code: code(), label: 'Telephone' });
    paper = [...added.text.matchAll(/<code>([a-z0-9-]{14})<\/code>/g)].map(([, one]) => one ?? '');
    expect([added.status, paper.length]).toEqual([201, 10]);
    expect((await aigerim.page('/individuals')).status).toBe(200);
  });

  it('is asked at the next sign-in, and a code is taken once', async () => {
    later(1);
    const again = new PlainBrowser(habeas);
    const first = await again.form('/sign-in', { name: 'aigerim', password });
    expect([first.headers.get('location'), again.cookie('habeas_session')]).toEqual(['/sign-in/code', undefined]);
    const taken = code();
    expect((await again.form('/sign-in/code', { code: taken })).headers.get('location')).toBe('/');
    const thief = new PlainBrowser(habeas);
    await thief.form('/sign-in', { name: 'aigerim', password });
    const replayed = await thief.form('/sign-in/code', { code: taken });
    expect([replayed.status, replayed.text.includes('it has been used')]).toEqual([401, true]);
    expect((await thief.page('/individuals')).headers.get('location')).toBe('/sign-in');
  });

  it('is not got round by skipping the step, by trying on or by waiting', async () => {
    const skipping = new PlainBrowser(habeas);
    expect((await skipping.form('/sign-in/code', { code: paper[0] ?? '' })).status).toBe(401);
    const guessing = new PlainBrowser(habeas);
    await guessing.form('/sign-in', { name: 'aigerim', password });
    for (let n = 0; n < 5; n += 1) expect((await guessing.form('/sign-in/code', { code: '000000' })).status).not.toBe(303);
    expect((await guessing.form('/sign-in/code', { code: paper[0] ?? '' })).status).not.toBe(303);
    later(20);
    const waiting = new PlainBrowser(habeas);
    await waiting.form('/sign-in', { name: 'aigerim', password });
    later(6);
    expect((await waiting.form('/sign-in/code', { code: code() })).text).toContain('Start again');
  });

  it('can be replaced by a code of the paper, once, and the owner is told', async () => {
    const lost = new PlainBrowser(habeas);
    await lost.form('/sign-in', { name: 'aigerim', password });
    expect((await lost.form('/sign-in/code', { code: (paper[0] ?? '').toUpperCase().replaceAll('-', ' ') })).headers.get('location')).toBe('/');
    expect((await lost.page('/notices')).text).toContain('A code of your paper was used');
    expect((await lost.page('/account')).text).toContain('9 codes on paper are left');
    const twice = new PlainBrowser(habeas);
    await twice.form('/sign-in', { name: 'aigerim', password });
    expect((await twice.form('/sign-in/code', { code: paper[0] ?? '' })).status).toBe(401);
    aigerim = lost;
  });

  it('gives a new session at each sign-in, never one that was planted', async () => {
    const planted = new PlainBrowser(habeas);
    planted.cookie('habeas_session', 'p'.repeat(43));
    await planted.form('/sign-in', { name: 'aigerim', password });
    later(1);
    await planted.form('/sign-in/code', { code: code() });
    expect(planted.cookie('habeas_session')).not.toBe('p'.repeat(43));
    expect((await planted.page('/individuals')).status).toBe(200);
  });

  it('asks again before a file leaves, and lets none leave from a browser that is new today', async () => {
    const made = await aigerim.send<{ id: string }>('POST', '/api/v1/detentions', JSON.stringify({ unnamed: 'a woman in a red coat', countedAtLeast: 1 }), { 'Content-Type': 'application/json' });
    path = `/detentions/${made.body.id}/export`;
    const blocked = await aigerim.page(path);
    expect([blocked.status, blocked.text.includes('No file leaves with this browser in its first day')]).toEqual([403, true]);
    await aigerim.form('/account/vouch', { reason: 'my new laptop' }, '/account');
    dana = new PlainBrowser(habeas);
    await dana.form('/sign-in', { name: 'dana', password });
    const draft = await dana.page('/account/factors/app');
    hers = (/<code>([A-Z2-7 ]+)<\/code>/.exec(draft.text)?.[1] ?? '').replaceAll(' ', '');
    await dana.form('/account/factors/app', { draft: /name="draft" value="([^"]+)"/.exec(draft.text)?.[1] ?? '', code: codeOf(hers), label: 'Telephone' });
    const waiting = await dana.page('/approvals');
    expect(waiting.text).toContain('Aigerim, on the case may take files out with a browser that is new today.');
    const id = /\/approvals\/([\w-]{36})\/answer/.exec(waiting.text)?.[1] ?? '';
    expect((await aigerim.form(`/approvals/${id}/answer`, { answer: 'agree' }, '/account')).status).not.toBe(303); // not oneself
    expect((await dana.form(`/approvals/${id}/answer`, { answer: 'agree' }, '/approvals')).status).toBe(303);
    later(15);
    const asked = await aigerim.page(path);
    expect(asked.headers.get('location')).toBe(`/account/confirm?back=${encodeURIComponent(path)}`);
    expect((await aigerim.form('/account/confirm', { back: path, code: '123456' })).status).toBe(401);
    expect((await aigerim.form('/account/confirm', { back: path, code: code() })).headers.get('location')).toBe(path);
    expect((await aigerim.page(path)).status).toBe(200);
  });

  it('is told where one is signed in, and can end it from elsewhere', async () => {
    const { text } = await aigerim.page('/account');
    const mark = /\/account\/sessions\/([0-9a-f]{16})\/end/.exec(text)?.[1] ?? '';
    expect((await aigerim.form(`/account/sessions/${mark}/end`, {}, '/account')).headers.get('location')).toBe('/account?done=sessions');
    await aigerim.form('/account/sessions/others/end', {}, '/account');
    expect((await aigerim.page('/account')).text.match(/\/account\/sessions\/[0-9a-f]{16}\/end/g)).toBeNull();
  });

  it('is given anew by two administrators only, and the link works once', async () => {
    const rita = await habeas.as('rita');
    // The administrator of these stories has a factor too, or nothing would open.
    await habeas.ground.database.writer.query(`UPDATE staff SET factor_since = '${start}' WHERE id = '${habeas.ids.rita}'`);
    const alone = await rita.post<{ code: string }>(`/api/v1/staff/${habeas.ids.aigerim}/invitations`, {});
    expect([alone.status, alone.body.code]).toEqual([409, 'staff.reset_needs_two']);
    const proposed = await rita.post<{ id: string }>(`/api/v1/staff/${habeas.ids.aigerim}/proposals`, { what: 'access.reset', reason: 'her telephone was taken' });
    expect(proposed.status).toBe(201);
    const own = await rita.post<{ code: string }>(`/api/v1/approvals/${proposed.body.id}/answer`, { approved: true });
    expect([own.status, own.body.code]).toEqual([403, 'approval.own']);
    const second = await habeas.app.get(Accounts).create(systemActor('test'), { signInName: 'gulnara', name: 'Gulnara', role: 'administrator', language: 'en', expiresAt: null });
    await habeas.ground.database.writer.query(`UPDATE staff SET factor_since = '${start}' WHERE id = '${second.id}'`);
    Object.assign(habeas.ids, { saule: second.id }); // the auditor is not in this story
    const gulnara = await habeas.as('saule');
    const agreed = await gulnara.post<{ secret: string }>(`/api/v1/approvals/${proposed.body.id}/answer`, { approved: true });
    expect([agreed.status, agreed.body.secret]).toEqual([200, expect.stringMatching(/\/welcome\/[\w-]{32}$/)]);
    expect((await aigerim.page('/account')).headers.get('location')).toBe('/sign-in'); // every session has ended
    const old = new PlainBrowser(habeas);
    expect((await old.form('/sign-in', { name: 'aigerim', password })).status).toBe(303);
    expect((await old.page('/individuals')).headers.get('location')).toBe('/account#factors'); // the factors are gone
  });

  it('lets a file leave by itself when the day is over', async () => {
    clock.set(addHours(clock.now(), 25));
    await dana.form('/sign-in', { name: 'dana', password });
    await dana.form('/sign-in/code', { code: codeOf(hers) });
    expect((await dana.page(path)).status).toBe(200); // nobody vouched for hers
    const elsewhere = new PlainBrowser(habeas);
    later(1);
    await elsewhere.form('/sign-in', { name: 'dana', password });
    await elsewhere.form('/sign-in/code', { code: codeOf(hers) });
    expect((await elsewhere.page(path)).status).toBe(403);
  });

  it('leaves no password, code or secret in the log', async () => {
    const leaves = (await habeas.audit()).map(({ leaf }) => leaf).join('\n');
    for (const hidden of [password, secret, ...paper, 'red coat', 'her telephone']) expect(leaves).not.toContain(hidden);
  });
});
