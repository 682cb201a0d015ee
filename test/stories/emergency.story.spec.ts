import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

/** A mother calls at night with a case number, and the lawyer of the case does not answer the telephone. */
describe.each(databases)('an emergency, on %s', (name) => {
  let habeas: TestApp;
  let bolat: Client;
  let opened = { id: '', reference: '' };
  const clock = new FixedClock('2026-11-24T01:00:00.000Z' as Instant);
  const reason = 'her mother says she was taken to hospital';

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    bolat = await habeas.as('bolat');
    opened = (await (await habeas.as('dana')).post<{ id: string; reference: string }>('/api/v1/cases', { title: 'Taken from home' })).body;
  });
  afterAll(() => habeas.stop());

  it('begins with a number somebody knows, and answers alike where there is nothing to enter', async () => {
    expect((await bolat.get(`/api/v1/cases/${opened.id}`)).status).toBe(404);
    const none = await bolat.form('/emergency', { reference: 'C-2026-09999', reason });
    const short = await bolat.form('/emergency', { reference: opened.reference, reason: 'urgent' });
    expect([none.status, short.status]).toEqual([404, 400]);
    expect(none.text).toContain(reason); // what was typed is still there
    expect(await habeas.audit({ act: 'emergency.refused' })).toHaveLength(1);
    const timur = await habeas.as('timur');
    expect((await timur.post('/api/v1/emergency-entries', { reference: opened.reference, reason })).status).toBe(403);
  });

  it('opens the circle for four hours, and its owner and managers know at once', async () => {
    const entered = await bolat.form('/emergency', { reference: opened.reference.toLowerCase(), reason });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `/cases/${opened.id}`]);
    expect((await bolat.page(`/cases/${opened.id}`)).text).toContain('Taken from home');
    for (const person of ['dana', 'marat', 'rita'] as const) {
      expect((await (await habeas.as(person)).page('/notices')).text).toContain('Bolat, elsewhere entered a circle of yours in an emergency');
    }
    const yerlan = await habeas.as('yerlan');
    expect((await yerlan.page('/emergency')).text).not.toContain(reason);
    const leaves = (await habeas.audit()).map(({ leaf }) => leaf).join('\n');
    expect(leaves).not.toContain('hospital');
  });

  it('has to be answered by somebody else, and what was not justified ends at once', async () => {
    const dana = await habeas.as('dana');
    const page = await dana.page('/emergency');
    expect(page.text).toContain(reason);
    const id = /\/emergency\/([\w-]{36})\/answer/.exec(page.text)?.[1] ?? '';
    for (const other of [bolat, await habeas.as('yerlan')]) expect((await other.post(`/api/v1/emergency-entries/${id}/answer`, { justified: true })).status).toBe(404);
    expect((await dana.form(`/emergency/${id}/answer`, { answer: 'not' })).status).toBe(303);
    expect((await dana.form(`/emergency/${id}/answer`, { answer: 'justified' })).status).toBe(409);
    expect((await bolat.get(`/api/v1/cases/${opened.id}`)).status).toBe(404);
    expect((await bolat.page('/emergency')).text).toContain('not justified');
  });

  it('ends by itself', async () => {
    expect((await bolat.post('/api/v1/emergency-entries', { reference: opened.reference, reason })).status).toBe(201);
    for (let n = 0; n < 11; n += 1) {
      clock.advance(20);
      expect((await bolat.get(`/api/v1/cases/${opened.id}`)).status).toBe(200);
    }
    clock.advance(21);
    expect((await bolat.get(`/api/v1/cases/${opened.id}`)).status).toBe(404);
  });
});
