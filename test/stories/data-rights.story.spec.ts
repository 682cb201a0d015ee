import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

/** A brother writes in October; the office has one month. */
describe.each(databases)('somebody asks about their data, on %s', (name) => {
  let habeas: TestApp;
  let aigerim: Client;
  let marat: Client;
  let person = '';
  let detention = '';
  let request = { id: '', version: 0, dueAt: '', overdue: false, reference: '' };
  const clock = new FixedClock('2026-10-31T06:00:00.000Z' as Instant);
  const answer = (words: Record<string, unknown>) => marat.post<{ version: number; state: string; dueAt: string; code?: string; answers: { step: string; ground: string | null; words: string }[] }>(`/api/v1/data-requests/${request.id}/answers`, words, { 'If-Match': `"${request.version}"` });

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    [aigerim, marat] = [await habeas.as('aigerim'), await habeas.as('marat')];
    person = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Rustem Aitbay', kind: 'full' }], phones: ['+7 705 444 33 22'] })).body.id;
    detention = (await aigerim.post<{ id: string }>('/api/v1/detentions', { individualId: person, periods: [{ kind: 'police_station', account: 'observed', start: { said: '2026-10-01 10:00' } }] })).body.id;
  }, 60_000);
  afterAll(() => habeas.stop());

  it('is entered with who asked and how identity stands, and a task says by when', async () => {
    const page = await aigerim.form('/requests/new', { what: 'access', askedBy: 'relative', received: '31.10.2026', individualId: person, asker: 'Baurzhan', wording: 'What do you have on my brother?', _key: 'key-of-the-form-1' });
    expect(page.status).toBe(303);
    const list = await marat.get<{ items: typeof request[] }>('/api/v1/data-requests');
    request = list.body.items[0] ?? request;
    // A month that has no 31st ends on its last day, in the zone of the office.
    expect([request.reference, request.dueAt]).toEqual(['R-2026-00001', '2026-11-30T18:59:59.999Z']);
    const tasks = await aigerim.get<{ items: { kind: string; task: string; individualId: string }[] }>('/api/v1/follow-ups');
    expect(tasks.body.items[0]).toMatchObject({ kind: 'reply_due', task: 'R-2026-00001', individualId: person });
    expect((await (await habeas.as('timur')).get('/api/v1/data-requests')).status).toBe(403);
    expect((await aigerim.post('/api/v1/data-requests', { what: 'access', askedBy: 'person', received: { said: 'unknown' } })).status).toBe(422);
  });

  it('keeps every answer: a second request takes nothing from the first denial', async () => {
    expect((await aigerim.post(`/api/v1/data-requests/${request.id}/answers`, { step: 'in_work', words: 'started' }, { 'If-Match': '"1"' })).status).toBe(403);
    expect((await answer({ step: 'refused', words: 'We do not know who you are.' })).body.code).toBe('request.ground_needed');
    const refused = await answer({ step: 'refused', ground: 'identity', identity: 'failed', words: 'We do not know who you are.' });
    expect([refused.status, refused.body.state]).toEqual([201, 'refused']);
    request.version = refused.body.version;
    expect((await answer({ step: 'answered', words: 'after all' })).body.code).toBe('request.closed');
    const again = await aigerim.post<typeof request>('/api/v1/data-requests', { what: 'access', askedBy: 'relative', identity: 'document', received: { said: '2026-11-02' }, individualId: person });
    request = again.body;
    const first = await marat.get<{ items: { reference: string }[] }>('/api/v1/data-requests?state=closed');
    expect(first.body.items.map(({ reference }) => reference)).toEqual(['R-2026-00001']);
  });

  it('can be extended once, within the first month, with a reason', async () => {
    const extended = await answer({ step: 'extended', words: 'many files, you were told on the 3rd' });
    expect([extended.status, extended.body.dueAt]).toEqual([201, '2027-02-02T18:59:59.999Z']);
    request.version = extended.body.version;
    expect((await answer({ step: 'extended', words: 'still many files' })).body.code).toBe('request.extended_already');
    clock.set('2027-02-03T06:00:00.000Z' as Instant);
    marat = await habeas.again('marat');
    aigerim = await habeas.again('aigerim');
    expect((await marat.page('/')).text).toContain(request.reference);
    expect((await marat.page('/requests')).text).toContain('overdue');
    const page = await marat.page(`/requests/${request.id}`);
    expect(page.text).toContain('many files, you were told on the 3rd');
  });

  it('restricts use: kept, hidden from everybody, and read by the team with a reason only', async () => {
    expect((await aigerim.post(`/api/v1/individuals/${person}/restriction`, { ground: 'accuracy', reason: 'the name is disputed' })).status).toBe(403);
    expect((await marat.post(`/api/v1/individuals/${person}/restriction`, { ground: 'accuracy', reason: 'the name is disputed' })).status).toBe(204);
    for (const path of [`/api/v1/individuals/${person}`, `/api/v1/detentions/${detention}`, `/api/v1/individuals/${person}/versions`]) expect([path, (await aigerim.get(path)).status]).toEqual([path, 404]);
    expect((await aigerim.post<{ items: unknown[] }>('/api/v1/individuals/search', { name: 'Aitbay' })).body.items).toEqual([]);
    expect((await aigerim.get<{ items: unknown[] }>('/api/v1/detentions')).body.items).toEqual([]);
    const page = await aigerim.page(`/individuals/${person}`);
    expect([page.status, page.text.includes('restricted'), page.text.includes('Aitbay')]).toEqual([200, true, false]);
    expect((await aigerim.form(`/individuals/${person}/restriction/open`, { reason: 'x' })).status).toBe(400);
    expect((await aigerim.form(`/individuals/${person}/restriction/open`, { reason: 'hearing on Monday' })).status).toBe(303);
    expect((await aigerim.page(`/individuals/${person}`)).text).toContain('Rustem Aitbay');
    const file = await aigerim.post<{ code: string }>(`/api/v1/detentions/${detention}/timeline/exports`, { format: 'json', purpose: 'internal' });
    expect([file.status, file.body.code]).toEqual([409, 'record.restricted']);
    expect(await habeas.audit({ act: 'restriction.opened' })).toHaveLength(1);
    clock.advance(61);
    [aigerim, marat] = [await habeas.again('aigerim'), await habeas.again('marat')];
    expect((await aigerim.get(`/api/v1/individuals/${person}`)).status).toBe(404);
    expect((await marat.delete(`/api/v1/individuals/${person}/restriction`)).status).toBe(204);
    expect((await aigerim.get(`/api/v1/individuals/${person}`)).status).toBe(200);
  });

  it('names nobody in the log', async () => {
    const leaves = (await habeas.audit()).map(({ leaf }) => leaf).join('\n');
    expect(leaves).not.toMatch(/Rustem|Aitbay|Baurzhan|brother|hearing on Monday|disputed/);
  });
});
