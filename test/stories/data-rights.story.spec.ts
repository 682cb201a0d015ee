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

  it('gives the person a copy: others are left out, and words only after somebody has looked', async () => {
    const { version } = (await aigerim.get<{ version: number }>(`/api/v1/individuals/${person}`)).body;
    const told = { notes: 'taken together with Marzhan Aitbay', relatives: [{ name: 'Marzhan Aitbay', relation: 'sibling', phone: null }], description: 'tall' };
    expect((await aigerim.patch(`/api/v1/individuals/${person}`, version, told)).status).toBe(200);
    const texts = (await aigerim.get<{ key: string; text: string }[]>(`/api/v1/individuals/${person}/person-file/texts`)).body;
    expect(texts).toEqual(expect.arrayContaining([{ key: 'individual.notes', text: 'taken together with [[Marzhan]] [[Aitbay]]' }]));
    const order = { format: 'json', purpose: 'client', texts: texts.filter(({ key }) => key === 'individual.notes').map(({ key, text }) => ({ key, marked: text })) };
    const file = await aigerim.post<Record<string, never>>(`/api/v1/individuals/${person}/person-file`, order);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).not.toMatch(/Rustem/);
    expect(file.text).toContain('Rustem Aitbay');
    expect(file.text).not.toMatch(/Marzhan|tall|Aigerim|Baurzhan/);
    expect(file.body).toMatchObject({ texts: [{ key: 'individual.notes', text: 'taken together with […] […]' }], requests: [{ reference: 'R-2026-00001' }, { reference: 'R-2026-00002' }] });
    expect(file.body.withheld).toEqual(expect.arrayContaining([{ what: 'relatives', why: 'third_party' }, { what: 'description', why: 'not_looked_through' }]));
    const changed = await aigerim.post<{ code: string }>(`/api/v1/individuals/${person}/person-file`, { ...order, texts: [{ key: 'individual.notes', marked: 'taken alone' }] });
    expect([changed.status, changed.body.code]).toEqual([409, 'person_file.text_changed']);
    for (const format of ['pdf', 'docx']) {
      const paper = await aigerim.post(`/api/v1/individuals/${person}/person-file`, { ...order, format });
      expect([format, paper.status, paper.text.length > 2000]).toEqual([format, 200, true]);
    }
    expect((await aigerim.page(`/individuals/${person}/copy`)).text).toContain('[[Marzhan]]');
    expect((await marat.page(`/individuals/${person}/data`)).status).toBe(200);
  });

  it('proposes what is past its time, and erases it when a second person agrees, but never under a hold', async () => {
    const dana = await habeas.again('dana');
    const old = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Long Ago', kind: 'full' }] })).body.id;
    const held = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Still Evidence', kind: 'full' }] })).body.id;
    expect((await dana.post('/api/v1/holds', { kind: 'individual', recordId: held, reason: 'may be evidence' })).status).toBe(201);
    expect((await marat.get<{ items: unknown[] }>('/api/v1/retention/no_case')).body.items).toEqual([]);
    clock.set('2032-03-01T06:00:00.000Z' as Instant);
    [aigerim, marat] = [await habeas.again('aigerim'), await habeas.again('marat')];
    const due = await marat.get<{ items: { id: string; held: boolean }[] }>('/api/v1/retention/no_case');
    expect(due.body.items.filter(({ id }) => [old, held, person].includes(id)).map(({ id, held: under }) => [id, under])).toEqual([[old, false], [held, true]]); // a request about the person is open
    const refused = await aigerim.post<{ code: string }>('/api/v1/retention/no_case/proposals', { individualIds: [old, held], reason: 'looked through' });
    expect([refused.status, refused.body.code]).toEqual([409, 'retention.not_past']);
    const asked = await aigerim.post<{ id: string }>('/api/v1/retention/no_case/proposals', { individualIds: [old], reason: 'looked through' });
    expect(asked.status).toBe(201);
    expect((await marat.page('/approvals')).text).toContain('1 person is erased for good, because the time of keeping is over (Never in a case)');
    expect((await marat.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(200);
    expect((await habeas.audit({ act: 'subject.erased' })).map(({ recordId }) => recordId)).toEqual([old]);
    for (const path of ['/retention', '/retention/no_case', `/individuals/${old}`]) expect([path, (await marat.page(path)).status]).toEqual([path, 200]);
    expect((await marat.page(`/individuals/${old}`)).text).toContain('Time of keeping is over');
  });

  it('names nobody in the log', async () => {
    const leaves = (await habeas.audit()).map(({ leaf }) => leaf).join('\n');
    expect(leaves).not.toMatch(/Rustem|Aitbay|Baurzhan|brother|hearing on Monday|disputed|Marzhan|Long Ago/);
  });
});
