import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

interface Made {
  readonly id: string;
  readonly reference: string;
}

/** An iron ring whose people must be known to few, a witness who must be known to fewer, and a seal. */
describe.each(databases)('circles, on %s', (name) => {
  let habeas: TestApp;
  let aigerim: Client;
  let bolat: Client;
  let dana: Client;
  let ring = { id: '', reference: '' };
  let person = { id: '', reference: '' };
  let stay = { id: '', reference: '' };
  let circle = '';
  const clock = new FixedClock('2026-11-24T08:00:00.000Z' as Instant);
  const reaches = async (client: Client, path: string): Promise<boolean> => (await client.get(`/api/v1/${path}`)).status === 200;

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    [aigerim, bolat, dana] = [await habeas.as('aigerim'), await habeas.as('bolat'), await habeas.as('dana')];
    ring = (await aigerim.post<Made>('/api/v1/incidents', { title: 'The iron ring', kind: 'assembly' })).body;
    person = (await aigerim.post<Made>('/api/v1/individuals', { names: [{ text: 'Данияр Көше', kind: 'full' }] })).body;
    stay = (await aigerim.post<Made>('/api/v1/detentions', { individualId: person.id, incidentId: ring.id })).body;
  });
  afterAll(() => habeas.stop());

  it('of an incident take its people in, those recorded later too', async () => {
    expect(await reaches(bolat, `individuals/${person.id}`)).toBe(true);
    const made = await aigerim.form(`/incidents/${ring.id}/circle`, {});
    circle = made.headers.get('location')?.split('/').at(-1) ?? '';
    expect((await aigerim.form(`/incidents/${ring.id}/circle`, {})).status).toBe(409);
    const later = await aigerim.post<Made>('/api/v1/detentions', { incidentId: ring.id, unnamed: 'a woman in a red coat' });
    for (const path of [`incidents/${ring.id}`, `individuals/${person.id}`, `detentions/${stay.id}`, `detentions/${later.body.id}`]) {
      expect([path, await reaches(bolat, path), await reaches(aigerim, path)]).toEqual([path, false, true]);
    }
    const page = await aigerim.page(`/circles/${circle}`);
    for (const shown of [ring.reference, person.reference, later.body.reference]) expect(page.text).toContain(shown);
    expect((await bolat.page(`/circles/${circle}`)).status).toBe(404);
    expect((await bolat.page('/circles')).text).not.toContain(ring.reference);
  });

  it('let somebody in until a day, and end it by themselves', async () => {
    expect((await aigerim.form(`/circles/${circle}/members`, { staffId: habeas.ids.dana })).status).toBe(303);
    const past = await aigerim.form(`/circles/${circle}/members`, { staffId: habeas.ids.bolat, lastDay: '2026-11-20' });
    expect([past.status, past.text.includes('That day is over.')]).toEqual([422, true]);
    expect((await dana.form(`/circles/${circle}/members`, { staffId: habeas.ids.bolat })).status).toBe(403);
    expect((await aigerim.form(`/circles/${circle}/members`, { staffId: habeas.ids.bolat, lastDay: '2026-11-24' })).status).toBe(303);
    expect(await reaches(bolat, `detentions/${stay.id}`)).toBe(true);
    expect((await bolat.post(`/api/v1/circles/${circle}/members`, { staffId: habeas.ids.yerlan })).status).toBe(403);
    for (let n = 0; n < 40; n += 1) {
      clock.advance(20);
      await bolat.get('/api/v1/session');
    }
    expect(await reaches(bolat, `detentions/${stay.id}`)).toBe(false);
  });

  it('made for a purpose hold what somebody puts in by its number, and open it again', async () => {
    [aigerim, bolat, dana] = [await habeas.again('aigerim'), await habeas.again('bolat'), await habeas.again('dana')]; // hours have passed
    const source = (await aigerim.post<Made>('/api/v1/sources', { label: 'A guard', kind: 'witness' })).body;
    const made = await aigerim.form('/circles', { name: 'Witnesses inside' });
    const id = made.headers.get('location')?.split('/').at(-1) ?? '';
    expect((await aigerim.form(`/circles/${id}/records`, { reference: 'S-2026-09999' })).status).toBe(422);
    expect((await aigerim.form(`/circles/${id}/records`, { reference: source.reference.toLowerCase() })).status).toBe(303);
    expect(await reaches(bolat, `sources/${source.id}`)).toBe(false);
    expect((await bolat.post(`/api/v1/circles/${id}/records`, { reference: 'S-2026-00001' })).status).toBe(404);
    expect((await aigerim.form(`/circles/${id}/records/source/${source.id}/remove`, {})).status).toBe(303);
    expect(await reaches(bolat, `sources/${source.id}`)).toBe(true);
    expect((await aigerim.form(`/circles/${id}/members/${habeas.ids.aigerim}/remove`, {})).status).toBe(409);
    const named = (await habeas.audit()).some(({ leaf }) => leaf.includes('Witnesses inside'));
    expect(named).toBe(false);
  });

  it('are put under seal by two of their members, and then nobody else comes in at all', async () => {
    const asked = await aigerim.post<{ id: string }>(`/api/v1/circles/${circle}/seal`, { what: 'seal', reason: 'a raid is expected' });
    expect((await aigerim.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(404);
    expect((await bolat.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(404);
    expect((await dana.page('/approvals')).text).toContain('put under seal');
    expect((await dana.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(200);
    const told = await aigerim.form(`/circles/${circle}/members`, { staffId: habeas.ids.yerlan });
    expect([told.status, told.text.includes('Under seal')]).toEqual([409, true]);
    expect((await bolat.post('/api/v1/emergency-entries', { reference: person.reference, reason: 'her mother has called' })).status).toBe(404);
    const file = await aigerim.post<{ code: string }>(`/api/v1/detentions/${stay.id}/timeline/exports`, { format: 'json', purpose: 'court' });
    expect([file.status, file.body.code]).toEqual([409, 'circle.sealed']);
    // Nobody leads what is under seal out of it by way of another circle or a case.
    const own = await dana.post<{ id: string }>('/api/v1/circles', { name: 'Mine' });
    expect((await dana.post<{ code: string }>(`/api/v1/circles/${own.body.id}/records`, { reference: person.reference })).body.code).toBe('circle.sealed');
    const mine = await dana.post<{ id: string }>('/api/v1/cases', { title: 'Mine' });
    expect((await dana.post<{ code: string }>(`/api/v1/cases/${mine.body.id}/individuals`, { record: person.reference })).body.code).toBe('circle.sealed');
    expect(await reaches(dana, `detentions/${stay.id}`)).toBe(true); // who is in it works on
  });

  it('lose the seal by two as well', async () => {
    expect((await dana.post(`/api/v1/circles/${circle}/seal`, { what: 'unseal', reason: 'it is over' })).status).toBe(403);
    const asked = await aigerim.post<{ id: string }>(`/api/v1/circles/${circle}/seal`, { what: 'unseal', reason: 'it is over' });
    expect((await dana.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(200);
    expect((await aigerim.form(`/circles/${circle}/members`, { staffId: habeas.ids.yerlan })).status).toBe(303);
  });
});
