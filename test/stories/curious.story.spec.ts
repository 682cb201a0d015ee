import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

/** A colleague who looks at more than the work needs, and somebody with a stolen session. */
describe.each(databases)('a curious colleague, on %s', (name) => {
  let habeas: TestApp;
  let aigerim: Client;
  let bolat: Client;
  let person = '';
  let source = '';
  const clock = new FixedClock('2026-11-24T08:00:00.000Z' as Instant);

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock, true, { HABEAS_RECORDS_AN_HOUR: '6' });
    [aigerim, bolat] = [await habeas.as('aigerim'), await habeas.as('bolat')];
    const made = await aigerim.post<{ id: string }>('/api/v1/individuals', {
      ...{ names: [{ text: 'Ерлан Ашық', kind: 'full' }], phones: ['+7 701 000 00 01'], address: 'Абай 1', documents: 'ЖСН 900101300123' },
    });
    person = made.body.id;
    const told = await aigerim.post<{ id: string }>('/api/v1/sources', { label: 'A neighbour', kind: 'witness', identity: 'Сауле Көрген', contact: '+7 702 000 00 02' });
    source = told.body.id;
  });
  afterAll(() => habeas.stop());

  it('sees that there is a telephone, not which, until asking for it leaves a trace', async () => {
    const shown = await bolat.get(`/api/v1/individuals/${person}`);
    expect(shown.body.phones).toEqual({ withheld: 'contact', masked: true });
    const page = await bolat.page(`/individuals/${person}`);
    for (const hidden of ['701 000', 'Абай 1', '900101300123']) expect(page.text).not.toContain(hidden);
    expect(page.text).toContain('masked: contact');
    const one = await bolat.form(`/individuals/${person}/reveal`, { field: 'phones' });
    expect([one.text.includes('+7 701 000 00 01'), one.text.includes('Абай 1')]).toEqual([true, false]);
    const revealed = await habeas.audit({ act: 'individual.revealed', actorId: habeas.ids.bolat });
    expect(revealed.map(({ leaf }) => (JSON.parse(leaf) as { fields: string[] }).fields)).toEqual([['phones']]);
    expect((await bolat.post(`/api/v1/individuals/${person}/reveal`, { field: 'names' })).status).toBe(400);
  });

  it('finds the same masks in the history, as known at a past moment and in search', async () => {
    clock.advance(1);
    const answers = [
      await bolat.get(`/api/v1/individuals/${person}/versions`),
      await bolat.page(`/history/individual/${person}`),
      await bolat.get(`/api/v1/individuals/${person}?asOf=${clock.now()}`),
      await bolat.post('/api/v1/individuals/search', { name: 'Ерлан' }),
    ];
    for (const { text, status } of answers) {
      expect(status).toBe(200);
      expect(text).not.toContain('701 000');
    }
  });

  it('is not told who a source is in passing either', async () => {
    const shown = await bolat.get(`/api/v1/sources/${source}`);
    expect(shown.body).toMatchObject({ identity: { masked: true }, contact: { masked: true }, label: 'A neighbour' });
    expect((await bolat.post(`/api/v1/sources/${source}/reveal`, { field: 'identity' })).body).toMatchObject({ identity: 'Сауле Көрген', contact: { masked: true } });
    const dana = await habeas.as('dana'); // lawyers do not read who sources are: asking changes nothing
    expect((await dana.post(`/api/v1/sources/${source}/reveal`, { field: 'identity' })).body).toMatchObject({ identity: { withheld: 'source' } });
  });

  it('who corrects a name does not wipe out the contacts they did not open', async () => {
    const form = await bolat.page(`/individuals/${person}/edit`);
    expect(form.text).not.toContain('name="phones"');
    const version = /name="_version" value="(\d+)"/.exec(form.text)?.[1] ?? '';
    expect((await bolat.form(`/individuals/${person}/edit`, { _version: version, names: 'Ерлан Ашықов' })).status).toBe(303);
    const opened = await bolat.page(`/individuals/${person}/edit?contacts=yes`);
    expect(opened.text).toContain('+7 701 000 00 01');
    expect(opened.text).toContain('Абай 1');
  });

  it('is seen by who recorded the person, and by managers', async () => {
    const marat = await habeas.as('marat');
    for (const owner of [aigerim, marat]) {
      const who = await owner.page(`/individuals/${person}/who`);
      expect(who.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(/Bolat, elsewhere opened contacts 2/);
    }
    const own = await bolat.page(`/individuals/${person}/who`);
    expect(own.text).toContain('Shown to who recorded it');
    expect(own.text).toContain('It lies in no circle of yours');
  });

  it('of twenty who save at once, one wins and nineteen are told', async () => {
    const at = (await aigerim.get<{ version: number }>(`/api/v1/individuals/${person}`)).body.version;
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => aigerim.patch(`/api/v1/individuals/${person}`, at, { occupation: `trade ${n}` })));
    const counts = Object.fromEntries([200, 412].map((status) => [status, answers.filter((one) => one.status === status).length]));
    expect(counts).toEqual({ 200: 1, 412: 19 });
  });

  it('gets slow above the pace, and others are told; at twice the pace it ends', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 14; n += 1) ids.push((await aigerim.post<{ id: string }>('/api/v1/individuals', { description: `somebody ${n}` })).body.id);
    const thief = await habeas.as('yerlan');
    const statuses: number[] = [];
    for (const id of ids) statuses.push((await thief.get(`/api/v1/individuals/${id}`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(12);
    expect(statuses.slice(12)).toEqual([429, 429]);
    expect((await thief.get(`/api/v1/individuals/${ids[13]}/versions`)).status).toBe(429); // not by the history either
    expect((await thief.get(`/api/v1/individuals/${ids[0]}`)).status).toBe(200); // what is open stays open
    const rita = await habeas.as('rita');
    expect((await rita.page('/notices')).text).toContain('Yerlan, not on the case opened more people within an hour than usual.');
    expect(await habeas.audit({ act: 'reading.fast', actorId: habeas.ids.yerlan })).toHaveLength(1);
    clock.advance(29);
    await thief.get('/api/v1/session');
    clock.advance(29);
    await thief.get('/api/v1/session');
    clock.advance(5);
    expect((await thief.get(`/api/v1/individuals/${ids[13]}`)).status).toBe(200);
  });
});
