import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

interface Made {
  readonly id: string;
  readonly reference: string;
}

/** Two organisations on one installation: neither sees the other, and one case is shared on purpose. */
describe.each(databases)('two organisations, on %s', (name) => {
  let habeas: TestApp;
  let aigerim: Client;
  let asel: Client;
  let adil: Client;
  let ours = { id: '', reference: '' };
  let stay = { id: '', reference: '' };
  let opened = { id: '', reference: '' };
  const team = { id: '', asel: '', adil: '' };

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    aigerim = await habeas.as('aigerim');
    const rita = await habeas.as('rita');
    team.id = (await rita.post<{ id: string }>('/api/v1/teams', { name: 'Qorghan legal aid' })).body.id;
    for (const [key, role] of [['asel', 'caseworker'], ['adil', 'administrator']] as const) {
      const { id, client } = await habeas.joined({ signInName: key, role, teamId: team.id });
      team[key] = id;
      if (key === 'asel') asel = client;
      else adil = client;
    }
    ours = (await aigerim.post<Made>('/api/v1/individuals', { names: [{ text: 'Айша Тулпар', kind: 'full' }] })).body;
    stay = (await aigerim.post<Made>('/api/v1/detentions', { individualId: ours.id })).body;
    await aigerim.post('/api/v1/incidents', { title: 'Election day on the square', kind: 'assembly' });
    await aigerim.post('/api/v1/sources', { label: 'A colleague', kind: 'witness' });
    await aigerim.post('/api/v1/organisations', { name: 'Tulpar', kind: 'ngo' });
    opened = (await aigerim.post<Made>('/api/v1/cases', { title: 'The ring on the street' })).body;
    await aigerim.post('/api/v1/follow-ups', { caseId: opened.id, kind: 'find_lawyer', task: 'call the family' });
  });
  afterAll(() => habeas.stop());

  it('show nothing of each other, in lists, by id, by name and by count', async () => {
    for (const list of ['individuals', 'detentions', 'incidents', 'sources', 'organisations', 'cases', 'follow-ups']) {
      const { status, body } = await asel.get<{ items: unknown[] }>(`/api/v1/${list}`);
      expect([list, status, body.items]).toEqual([list, 200, []]);
    }
    for (const path of [`individuals/${ours.id}`, `detentions/${stay.id}`, `cases/${opened.id}`]) expect((await asel.get(`/api/v1/${path}`)).status).toBe(404);
    expect((await asel.post<{ items: unknown[] }>('/api/v1/individuals/search', { name: 'Айша' })).body.items).toEqual([]);
    expect((await asel.post('/api/v1/detentions', { individualId: ours.id })).status).toBe(404);
    expect((await asel.post(`/api/v1/emergency-entries`, { reference: opened.reference, reason: 'her mother has called us' })).status).toBe(404);
    for (const page of ['/', '/clocks', '/reports/month', '/search']) expect((await asel.page(page)).text).not.toContain('Айша');
  });

  it('keep their accounts apart: an administrator of one does not touch the other', async () => {
    const seen = await adil.get<{ signInName: string }[]>('/api/v1/staff');
    expect(seen.body.map(({ signInName }) => signInName).sort()).toEqual(['adil', 'asel']);
    const bolat = habeas.ids.bolat;
    expect((await adil.get(`/api/v1/staff/${bolat}`)).status).toBe(404);
    expect((await adil.post(`/api/v1/staff/${bolat}/disable`, {})).status).toBe(404);
    expect((await adil.post(`/api/v1/staff/${bolat}/role`, { role: 'auditor' })).status).toBe(404);
    expect((await adil.form(`/staff/${bolat}/propose`, { what: 'access.reset', reason: 'asks for it' })).status).toBe(404);
    expect((await adil.post('/api/v1/staff', { signInName: 'spy', name: 'Spy', role: 'caseworker', teamId: '00000000-0000-7000-8000-000000000001' })).status).toBe(404);
    expect((await adil.post<{ code: string }>('/api/v1/teams', { name: 'More' })).body.code).toBe('team.home_only');
    expect((await (await habeas.as('rita')).get<unknown[]>('/api/v1/staff')).body).toHaveLength(10);
    const { client: auditor } = await habeas.joined({ signInName: 'alma', role: 'auditor', teamId: team.id });
    const log = await auditor.get<{ items: { actorId: string }[] }>('/api/v1/audit');
    expect(log.body.items.every(({ actorId }) => actorId !== habeas.ids.aigerim)).toBe(true);
    expect((await auditor.page('/audit')).text).not.toContain('Aigerim');
  });

  it('share one case by its lead, with the person who takes cases', async () => {
    expect((await aigerim.page(`/cases/${opened.id}/share`)).text).toContain('No other organisation');
    const rita = await habeas.as('rita');
    expect((await rita.form(`/teams/${team.id}`, { name: 'Qorghan legal aid', contactId: habeas.ids.bolat })).text).toContain('Choose somebody of this team');
    expect((await rita.form(`/teams/${team.id}`, { name: 'Qorghan legal aid', contactId: team.asel })).status).toBe(303);
    await aigerim.post(`/api/v1/cases/${opened.id}/individuals`, { record: ours.reference });
    expect((await aigerim.page(`/cases/${opened.id}/share`)).text).toContain('Qorghan legal aid');
    expect((await aigerim.form(`/cases/${opened.id}/share`, { teamId: team.id })).status).toBe(303);
    expect((await asel.page('/notices')).text).toContain('A case was shared with you.');
    const shared = await asel.get<{ title: string }>(`/api/v1/cases/${opened.id}`);
    expect([shared.status, shared.body.title]).toEqual([200, 'The ring on the street']);
    expect((await asel.get(`/api/v1/individuals/${ours.id}`)).status).toBe(200);
    expect((await asel.get(`/api/v1/detentions/${stay.id}`)).status).toBe(200);
    expect((await asel.get<{ items: unknown[] }>('/api/v1/follow-ups')).body.items).toHaveLength(1);
    expect((await asel.get<{ items: unknown[] }>('/api/v1/incidents')).body.items).toEqual([]);
    // What the partner adds to it is seen by both.
    const added = await asel.post<Made>('/api/v1/detentions', { individualId: ours.id });
    expect((await aigerim.get(`/api/v1/detentions/${added.body.id}`)).status).toBe(200);
    expect((await adil.get(`/api/v1/cases/${opened.id}`)).status).toBe(403);
  });

  it('end the sharing, and what the partner had added stays with the case', async () => {
    expect((await aigerim.delete(`/api/v1/cases/${opened.id}/members/${team.asel}`)).status).toBe(204);
    for (const path of [`cases/${opened.id}`, `individuals/${ours.id}`, `detentions/${stay.id}`]) expect((await asel.get(`/api/v1/${path}`)).status).toBe(404);
    expect((await asel.get<{ items: unknown[] }>('/api/v1/detentions')).body.items).toEqual([]);
    expect((await aigerim.get<{ items: unknown[] }>('/api/v1/detentions')).body.items).toHaveLength(2);
  });

  it('review the emergencies of their own people only', async () => {
    const bolat = await habeas.as('bolat');
    const reason = 'her mother has called us at night';
    expect((await bolat.post('/api/v1/emergency-entries', { reference: opened.reference, reason })).status).toBe(201);
    const { client: theirs } = await habeas.joined({ signInName: 'serik', role: 'manager', teamId: team.id });
    const id = /\/emergency\/([\w-]{36})\/answer/.exec((await (await habeas.as('marat')).page('/emergency')).text)?.[1] ?? '';
    expect(id).not.toBe('');
    expect((await theirs.page('/emergency')).text).not.toContain(reason);
    expect((await theirs.post(`/api/v1/emergency-entries/${id}/answer`, { justified: true })).status).toBe(404);
  });

  it('do not take a shared case away', async () => {
    const { id: serik, client: theirs } = await habeas.joined({ signInName: 'serik.again', role: 'manager', teamId: team.id });
    await (await habeas.as('rita')).put(`/api/v1/teams/${team.id}`, { name: 'Qorghan legal aid', contactId: serik });
    expect((await aigerim.post(`/api/v1/cases/${opened.id}/shares`, { teamId: team.id })).status).toBe(201);
    const asked = await theirs.post<{ code: string }>(`/api/v1/cases/${opened.id}/hand-overs`, { toId: team.asel });
    expect([asked.status, asked.body.code]).toEqual([403, 'case.lead_only']);
  });

  it('see that a rule was confirmed, not by whom over there', async () => {
    const dana = await habeas.as('dana');
    const list = await dana.page('/rule-packs');
    const path = /href="(\/rule-packs\/[\w.-]+\/[\w.-]+)"/.exec(list.text)?.[1] ?? '';
    const rule = /action="\/rule-packs\/[\w.-]+\/[\w.-]+\/([\w.-]+)\/review"/.exec((await dana.page(path)).text)?.[1] ?? '';
    expect((await dana.form(`${path}/${rule}/review`, { confirmed: 'yes', [`note_${rule}`]: 'read with Dana at hand' })).status).toBe(303);
    expect((await dana.page(path)).text).toContain('Dana, on the case, ');
    const over = await asel.page(path);
    expect(over.text).toContain('a lawyer of another organisation');
    expect(over.text).not.toContain('Dana');
  });
});
