import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../src/kernel/actor/public.js';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { Accounts, Passwords } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { PlainBrowser } from '../support/browser-of.js';
import { databases } from '../support/database.js';

const password = 'seven blue kettles at noon';
const duress = 'a quiet evening by the lake';
const json = { 'Content-Type': 'application/json' };

/** People who are made to hand over what they have, and programs that fall into other hands. */
describe.each(databases)('under pressure, on %s', (name) => {
  let habeas: TestApp;
  const clock = new FixedClock('2026-11-24T08:00:00.000Z' as Instant);
  const ids: Record<string, string> = {};

  const browserOf = async (who: string, word = password): Promise<PlainBrowser> => {
    const browser = new PlainBrowser(habeas);
    await browser.form('/sign-in', { name: who, password: word });
    return browser;
  };

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock, true, { HABEAS_DURESS: 'on' });
    const accounts = habeas.app.get(Accounts);
    for (const person of ['aigerim', 'dana', 'marat', 'rita'] as const) {
      await habeas.app.get(Passwords).set(systemActor('test'), await accounts.invite(systemActor('test'), habeas.ids[person]), password);
    }
    const aigerim = await habeas.as('aigerim');
    const open = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Ерлан Ашық', kind: 'full' }], phones: ['+7 701 000 00 01'] });
    const hidden = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Айгүл Жасырын', kind: 'full' }] });
    Object.assign(ids, { open: open.body.id, hidden: hidden.body.id });
    const made = await aigerim.post<{ id: string }>('/api/v1/cases', { title: 'The ring', individuals: [ids.hidden] });
    expect(made.status).toBe(201);
    Object.assign(ids, { case: made.body.id });
  });
  afterAll(() => habeas.stop());

  describe('a coerced traveller', () => {
    it('has nothing to hand over: gives up access until two named colleagues give it back', async () => {
      const dana = await browserOf('dana');
      const form = { first: habeas.ids.aigerim, second: habeas.ids.marat, reason: 'back on Friday' };
      const one = await dana.form('/account/travel', { ...form, second: habeas.ids.aigerim });
      expect([one.status, one.text.includes('Name two different colleagues')]).toEqual([422, true]);
      expect((await dana.form('/account/travel', form)).headers.get('location')).toBe('/sign-in');
      expect((await dana.page('/individuals')).headers.get('location')).toBe('/sign-in');
      const tried = await new PlainBrowser(habeas).form('/sign-in', { name: 'dana', password });
      const wrong = await new PlainBrowser(habeas).form('/sign-in', { name: 'dana', password: 'something else entirely' });
      expect([tried.status, tried.text]).toEqual([wrong.status, wrong.text]);
    });

    it('is let in again by both, not by one, and by nobody else', async () => {
      const [aigerim, marat, rita] = [await browserOf('aigerim'), await browserOf('marat'), await browserOf('rita')];
      const id = /\/approvals\/([\w-]{36})\/answer/.exec((await aigerim.page('/approvals')).text)?.[1] ?? '';
      expect((await rita.page('/approvals')).text).not.toContain(id);
      expect((await rita.form(`/approvals/${id}/answer`, { answer: 'agree' }, '/approvals')).status).toBe(404);
      await aigerim.form(`/approvals/${id}/answer`, { answer: 'agree' }, '/approvals');
      expect((await new PlainBrowser(habeas).form('/sign-in', { name: 'dana', password })).status).toBe(401);
      const twice = await aigerim.form(`/approvals/${id}/answer`, { answer: 'agree' }, '/approvals');
      expect(twice.status).toBe(409);
      await marat.form(`/approvals/${id}/answer`, { answer: 'agree' }, '/approvals');
      clock.advance(20); // the guesses above shut the door for a while
      expect((await new PlainBrowser(habeas).form('/sign-in', { name: 'dana', password })).status).toBe(303);
    });

    it('opens a view that looks the same and holds less, lets nothing out, and others learn of it', async () => {
      const before = await browserOf('aigerim');
      expect((await before.form('/account/password', { which: 'duress', present: password, fresh: password, again: password }, '/account/password?which=duress')).status).toBe(422);
      const set = await before.form('/account/password', { which: 'duress', present: password, fresh: duress, again: duress }, '/account/password?which=duress');
      expect(set.headers.get('location')).toBe('/account?done=password');
      const [normal, forced] = [new PlainBrowser(habeas), new PlainBrowser(habeas)];
      const entered = await normal.form('/sign-in', { name: 'aigerim', password });
      const made = await forced.form('/sign-in', { name: 'aigerim', password: duress });
      const shape = ({ status, headers, text }: typeof made): unknown => [status, [...headers.keys()].sort(), headers.get('location'), text];
      expect(shape(made)).toEqual(shape(entered));

      const [all, some] = [await normal.page('/individuals'), await forced.page('/individuals')];
      expect([all.text.includes('Айгүл Жасырын'), some.text.includes('Айгүл Жасырын')]).toEqual([true, false]);
      expect(some.text).toContain('Ерлан Ашық');
      expect((await forced.page(`/individuals/${ids.hidden}`)).status).toBe(404);
      expect((await forced.page(`/individuals/${ids.open}`)).text).not.toContain('701 000');
      expect((await forced.page('/cases')).text).not.toContain('The ring');
      const searched = await forced.send<{ items: object[] }>('POST', '/api/v1/individuals/search', JSON.stringify({ name: 'Жасырын' }), json);
      expect(searched.body.items).toEqual([]);

      const stay = await normal.send<{ id: string }>('POST', '/api/v1/detentions', JSON.stringify({ unnamed: 'a man', countedAtLeast: 1 }), json);
      const out = await forced.page(`/detentions/${stay.body.id}/export`);
      expect([out.status, out.text.includes('No file leaves with this browser in its first day')]).toEqual([403, true]);
      // Nothing made under duress opens everything the next day.
      for (const path of ['/account/tokens/new', '/account/factors/app', '/account/password']) {
        expect((await forced.page(path)).headers.get('location')).toBe(`/account/confirm?back=${encodeURIComponent(path)}`);
      }
      for (const word of [duress, password]) expect((await forced.form('/account/confirm', { back: '/', password: word })).status).toBe(401);
      expect((await forced.send('POST', '/api/v1/account/tokens', JSON.stringify({ label: 'x', permissions: ['case.read'], days: 1 }), json)).status).toBe(401);
      expect((await forced.page('/notices')).text).not.toContain('duress');
      expect((await (await browserOf('rita')).page('/notices')).text).toContain('signed in with the passphrase for duress');
      const leaves = (await habeas.audit()).map(({ leaf }) => leaf).join('\n');
      expect(leaves).not.toContain('duress');
    });
  });

  describe('a program with a token', () => {
    it('does what it was allowed and no more, until it is ended', async () => {
      const dana = await browserOf('dana');
      const made = await dana.form('/account/tokens/new', { label: 'nightly', permissions: 'detention.read', days: '30' });
      const secret = /value="(habeas_[\w-]{43})"/.exec(made.text)?.[1] ?? '';
      expect([made.status, secret.length]).toEqual([201, 50]);
      const ask = (path: string, method = 'GET', body?: string) => habeas.nobody().send<{ code?: string }>(method, path, body, { Authorization: `Bearer ${secret}`, ...json });
      expect((await ask('/api/v1/detentions')).status).toBe(200);
      expect((await ask('/api/v1/individuals')).body.code).toBe('access.refused');
      expect((await ask('/api/v1/account/tokens', 'POST', JSON.stringify({ label: 'x', permissions: ['detention.read'], days: 1 }))).body.code).toBe('access.refused');
      expect((await habeas.nobody().send('GET', '/detentions', undefined, { Authorization: `Bearer ${secret}`, Accept: 'text/html' })).status).toBe(303);
      const listed = await dana.page('/account');
      expect(listed.text).toContain('nightly');
      expect(listed.text).not.toContain(secret);
      const id = /\/account\/tokens\/([\w-]{36})\/revoke/.exec(listed.text)?.[1] ?? '';
      await dana.form(`/account/tokens/${id}/revoke`, {}, '/account');
      expect((await ask('/api/v1/detentions')).status).toBe(401);
    });

    it('never holds more than its person does', async () => {
      const dana = await browserOf('dana');
      const greedy = await dana.form('/account/tokens/new', { label: 'all', permissions: 'staff.manage', days: '30' });
      expect(greedy.status).toBe(403);
      const made = await dana.form('/account/tokens/new', { label: 'cases', permissions: 'case.read', days: '1' });
      const secret = /value="(habeas_[\w-]{43})"/.exec(made.text)?.[1] ?? '';
      const ask = () => habeas.nobody().send<{ code?: string }>('GET', '/api/v1/cases', undefined, { Authorization: `Bearer ${secret}` });
      expect((await ask()).status).toBe(200);
      await habeas.app.get(Accounts).changeRole(systemActor('test'), habeas.ids.dana, 'auditor');
      expect((await ask()).body.code).toBe('access.refused'); // the next request, not the next sign-in
      await habeas.app.get(Accounts).changeRole(systemActor('test'), habeas.ids.dana, 'lawyer');
      clock.advance(25 * 60);
      expect((await ask()).status).toBe(401);
    });

    it('has an account of its own that nobody signs in with', async () => {
      const rita = await browserOf('rita');
      const made = await rita.form('/staff/new', { name: 'Statistics', signInName: 'statistics', role: 'manager', language: 'en', service: 'yes' });
      const staffId = /href="\/staff\/([\w-]{36})"/.exec(made.text)?.[1] ?? '';
      const token = await rita.form(`/staff/${staffId}/tokens/new`, { label: 'dashboard', permissions: 'report.read', days: '30' });
      const secret = /value="(habeas_[\w-]{43})"/.exec(token.text)?.[1] ?? '';
      const answer = await habeas.nobody().send('GET', '/api/v1/reports/month', undefined, { Authorization: `Bearer ${secret}` });
      expect(answer.status).toBe(200);
      const persons = await rita.form(`/staff/${habeas.ids.dana}/tokens/new`, { label: 'x', permissions: 'case.read', days: '1' }, '/staff/new');
      expect(persons.status).toBe(403);
    });
  });

  describe('an account in other hands', () => {
    it('is cut off with one click, which says how far it reached', async () => {
      const thief = await browserOf('aigerim');
      await thief.page(`/individuals/${ids.open}`);
      const rita = await browserOf('rita');
      const asked = await rita.page(`/staff/${habeas.ids.aigerim}/cut-off`);
      expect(asked.text).toContain('What this account can read now');
      expect(asked.text.replace(/\s+/g, ' ')).toMatch(/Different people opened in 24 hours<\/dt> ?<dd[^>]*>1</);
      expect((await rita.form(`/staff/${habeas.ids.aigerim}/cut-off`, {})).status).toBe(303);
      expect((await thief.page('/individuals')).headers.get('location')).toBe('/sign-in');
      expect((await new PlainBrowser(habeas).form('/sign-in', { name: 'aigerim', password })).status).toBe(401);
      expect(await habeas.audit({ act: 'staff.cut_off' })).toHaveLength(1);
    });
  });
});
