import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { verifyChain } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { FixedClock, millisecondsOf, type Instant } from '../../src/kernel/time/public.js';
import { Accounts, Passwords } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { PlainBrowser } from '../support/browser-of.js';
import { databases } from '../support/database.js';

const password = 'seven blue kettles at noon';
const afternoon = '2021-01-10T08:00:00.000Z' as Instant;
const HOUR = 60;

interface Made {
  id: string;
  version: number;
}

/** The clock of the machine is put back and forth while people work: an empty battery, a journey, somebody's doing. */
describe.each(databases)('when the clock is set while people work, on %s', (name) => {
  let habeas: TestApp;
  const clock = new FixedClock(afternoon);
  let stay = '';
  let person: Made = { id: '', version: 1 };
  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    const aigerim = await habeas.as('aigerim');
    person = (await aigerim.post<Made>('/api/v1/individuals', { names: [{ text: 'Жұлдыз Қалиева' }] })).body;
    const made = await aigerim.post<Made>('/api/v1/detentions', {
      ...{ individualId: person.id, kind: 'containment', regionCode: 'KZ-75' },
      periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 between 12:30 and 13:00' } }],
    });
    stay = made.body.id;
    const accounts = habeas.app.get(Accounts);
    await habeas.app.get(Passwords).set(systemActor('test'), await accounts.invite(systemActor('test'), habeas.ids.dana), password);
  });
  afterAll(() => habeas.stop());

  it.each([
    ['forward beyond a working day', 13 * HOUR],
    ['back, so that nobody knows how long it has been open', -13 * HOUR],
  ])('%s, an open session ends rather than lasting longer', async (_, minutes) => {
    const client = await habeas.again('aigerim');
    expect((await client.get(`/api/v1/individuals/${person.id}`)).status).toBe(200);
    clock.advance(minutes);
    expect((await client.get(`/api/v1/individuals/${person.id}`)).status).toBe(401);
    clock.advance(-minutes);
  });

  it('a code of an app is taken once all the same', async () => {
    const dana = new PlainBrowser(habeas);
    await dana.form('/sign-in', { name: 'dana', password });
    const { text } = await dana.page('/account/factors/app');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '').replaceAll(' ', '');
    const code = (): string => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: millisecondsOf(clock.now()) });
    await dana.form('/account/factors/app', { draft: /name="draft" value="([^"]+)"/.exec(text)?.[1] ?? '', code: code(), label: 'Telephone' });

    clock.advance(10);
    const seen = code();
    const first = new PlainBrowser(habeas);
    await first.form('/sign-in', { name: 'dana', password });
    expect((await first.form('/sign-in/code', { code: seen })).headers.get('location')).toBe('/');
    clock.advance(-5);
    const earlier = code();
    for (const replayed of [seen, earlier]) {
      const thief = new PlainBrowser(habeas);
      await thief.form('/sign-in', { name: 'dana', password });
      expect((await thief.form('/sign-in/code', { code: replayed })).status).toBe(401);
    }
    clock.set(afternoon);
    clock.advance(10);
  });

  it('nobody waits longer for the door to open than it says', async () => {
    const guess = (): Promise<{ status: number; headers: Headers }> => habeas.nobody().post('/api/v1/session', { name: 'marat', password: 'guessing' });
    for (let n = 0; n < 6; n += 1) await guess();
    expect((await guess()).status).toBe(429);
    clock.advance(-10 * HOUR);
    const after = await guess();
    expect([after.status === 401 || Number(after.headers.get('retry-after')) <= 15 * 60]).toEqual([true]);
    clock.advance(10 * HOUR);
  });

  it('what is sent again makes no double, and versions and entries keep the order they were made in', async () => {
    const record = async (): Promise<Made> =>
      (await (await habeas.again('aigerim')).post<Made>('/api/v1/individuals', { names: [{ text: 'Данияр' }] }, { 'Idempotency-Key': 'before-the-jump-1' })).body;
    const made = await record();
    clock.advance(-3 * HOUR);
    expect((await record()).id).toBe(made.id);
    const revised = await (await habeas.again('aigerim')).patch<Made>(`/api/v1/individuals/${made.id}`, 1, { occupation: 'слесарь' });
    expect([revised.status, revised.body.version]).toEqual([200, 2]);
    clock.advance(26 * HOUR);
    const again = await (await habeas.again('aigerim')).patch<Made>(`/api/v1/individuals/${made.id}`, 2, { occupation: 'сварщик' });
    expect([again.status, again.body.version]).toEqual([200, 3]);
    clock.advance(-23 * HOUR);
    const entries = await habeas.audit({ recordId: made.id });
    const written = entries.filter(({ act }) => /recorded|revised/.test(act)).map(({ act, at }) => [act.split('.')[1], at]);
    expect(written).toEqual([
      ['recorded', '2021-01-10T08:10:00.000Z'],
      ['revised', expect.stringMatching(/^2021-01-10T0[4-6]/)],
      ['revised', expect.stringMatching(/^2021-01-11/)],
    ]);
    expect(await verifyChain(habeas.ground.database.reader.manager)).toMatchObject({ firstFault: null });
  });

  it('deadlines are those of the law, whatever the clock says now', async () => {
    const dues = async (): Promise<unknown> => {
      const answer = await (await habeas.again('aigerim')).get<{ ruleId: string; due: unknown }[]>(`/api/v1/detentions/${stay}/clocks`);
      return answer.body.map(({ ruleId, due }) => [ruleId, due]);
    };
    const before = await dues();
    for (const minutes of [-5 * HOUR, 48 * HOUR, -43 * HOUR]) {
      clock.advance(minutes);
      expect(await dues()).toEqual(before);
    }
  });
});
