import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

interface Made {
  readonly id: string;
  readonly reference: string;
}

const nobodysId = '01000000-0000-7000-8000-000000000000';

/** What lies out of reach is like what is not there, by whatever way somebody asks. */
describe.each(databases)('what is hidden, on %s', (name) => {
  let habeas: TestApp;
  let aigerim: Client;
  let bolat: Client;
  let marat: Client;
  const made: Record<string, Made> = {};

  beforeAll(async () => {
    habeas = await TestApp.start(name, undefined, true, { HABEAS_RECORDS_AN_HOUR: '0' });
    [aigerim, bolat, marat] = [await habeas.as('aigerim'), await habeas.as('bolat'), await habeas.as('marat')];
    const keep = async (key: string, path: string, body: object): Promise<Made> => {
      const answer = await aigerim.post<Made>(`/api/v1/${path}`, body);
      expect([key, answer.status]).toEqual([key, 201]);
      return (made[key] = answer.body);
    };
    const incident = await keep('incidents', 'incidents', { title: 'Hidden square', regionCode: 'KZ-75', start: { said: '10.01.2021' }, headCounts: [{ atLeast: 7431 }] });
    const person = await keep('individuals', 'individuals', { names: [{ text: 'Сәуле Жасырын', kind: 'full' }] });
    await keep('detentions', 'detentions', { individualId: person.id, incidentId: incident.id });
    await keep('sources', 'sources', { label: 'Hidden witness', kind: 'witness' });
    await keep('cases', 'cases', { title: 'Hidden case', individuals: [person.reference] });
    await keep('follow-ups', 'follow-ups', { caseId: made.cases?.id, kind: 'find_lawyer', task: 'hidden task' });
    const circle = (await aigerim.post<{ id: string }>(`/api/v1/incidents/${incident.id}/circle`, {})).body.id;
    await aigerim.post(`/api/v1/circles/${circle}/records`, { reference: made.sources?.reference });
  });
  afterAll(() => habeas.stop());

  it('answers in the same words, with the same headers and as fast as what never was', async () => {
    for (const [kind, { id }] of Object.entries(made)) {
      for (const path of [`/api/v1/${kind}/${id}`, `/${kind}/${id}`, `/api/v1/${kind}/${id}/versions`]) {
        const [hidden, absent] = [await bolat.get(path), await bolat.get(path.replace(id, nobodysId))];
        expect([path, hidden.status]).toEqual([path, 404]);
        expect([path, hidden.text.replaceAll(id, '')]).toEqual([path, absent.text.replaceAll(nobodysId, '')]);
        const told = ({ headers }: typeof hidden): string[] => [...headers].filter(([key]) => key !== 'date').map(([key, value]) => `${key}: ${value}`);
        expect([path, told(hidden)]).toEqual([path, told(absent)]);
      }
    }
    // A ratio of medians in one run, wide enough for a busy machine, narrow enough to tell a second query from none.
    const path = (id: string): string => `/api/v1/individuals/${id}`;
    const [hidden, absent] = [made.individuals?.id ?? '', nobodysId];
    const times: Record<string, number[]> = { [hidden]: [], [absent]: [] };
    for (let n = 0; n < 120; n += 1) {
      for (const id of [hidden, absent]) {
        const begun = performance.now();
        await bolat.get(path(id));
        times[id]?.push(performance.now() - begun);
      }
    }
    const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
    const ratio = median(times[hidden] ?? []) / median(times[absent] ?? []);
    expect([ratio > 0.5, ratio < 2]).toEqual([true, true]);
  });

  it('is in no list, count, search, suggestion, report or export of somebody outside', async () => {
    for (const kind of Object.keys(made)) expect([kind, (await bolat.get<{ items: unknown[] }>(`/api/v1/${kind}`)).body.items]).toEqual([kind, []]);
    expect((await bolat.post<{ items: unknown[] }>('/api/v1/individuals/search', { name: 'Сәуле Жасырын' })).body.items).toEqual([]);
    const matches = await bolat.form('/individuals/matches', { name: 'Сәуле Жасырын' });
    expect(matches.text).not.toContain(made.individuals?.reference);
    const counts = await bolat.get<Record<string, number>>('/api/v1/follow-ups/counts');
    expect(Object.values(counts.body).every((count) => count === 0)).toBe(true);
    for (const outsider of [bolat, marat]) {
      const report = await outsider.get('/api/v1/reports/month?from=2021-01-01&to=2021-12-31');
      expect(report.text).not.toContain('7431');
      for (const page of ['/', '/clocks', '/incidents', '/reports', '/follow-ups', '/circles', '/notices']) {
        const { text } = await outsider.page(page);
        for (const secret of ['Hidden', 'Жасырын', ...Object.values(made).map(({ reference }) => reference).filter(Boolean)]) expect([page, secret, text.includes(secret)]).toEqual([page, secret, false]);
      }
    }
    const csv = await marat.post('/api/v1/reports/month/exports', { from: '2021-01-01', to: '2021-12-31', format: 'csv', purpose: 'internal' });
    expect(csv.status).toBe(200);
    expect(csv.text).not.toContain('7431');
  });

  it('cannot be named by somebody outside to be tied to something of theirs', async () => {
    const own = (await bolat.post<Made>('/api/v1/individuals', { names: [{ text: 'Own', kind: 'full' }] })).body;
    const ownCase = (await bolat.post<Made>('/api/v1/cases', { title: 'Own' })).body;
    const tries: [string, object][] = [
      ['/api/v1/detentions', { individualId: made.individuals?.id }],
      ['/api/v1/detentions', { individualId: own.id, incidentId: made.incidents?.id }],
      [`/api/v1/cases/${ownCase.id}/individuals`, { record: made.individuals?.reference }],
      [`/api/v1/cases/${ownCase.id}/detentions`, { record: made.detentions?.id }],
      [`/api/v1/cases/${ownCase.id}/sources`, { record: made.sources?.reference }],
      ['/api/v1/follow-ups', { detentionId: made.detentions?.id, kind: 'find_lawyer', task: 'x' }],
      [`/api/v1/cases/${made.cases?.id}/members`, { staffId: habeas.ids.bolat }],
    ];
    for (const [path, body] of tries) {
      const { status, text } = await bolat.post(path, body);
      expect([path, status === 404 || status === 422]).toEqual([path, true]);
      expect(text).not.toContain('Hidden');
    }
  });

  it('is not reached as the child of another record', async () => {
    const stay = (await aigerim.post<{ id: string }>('/api/v1/detentions', { unnamed: 'another', events: [] })).body;
    const period = { kind: 'police_station', account: 'observed', start: { said: '10.01.2021 10:00' } };
    const kept = await aigerim.post<{ periods: { id: string; version: number }[] }>(`/api/v1/detentions/${made.detentions?.id}/periods`, period);
    const child = kept.body.periods[0]?.id ?? nobodysId;
    expect(child).not.toBe(nobodysId);
    const elsewhere: [string, string][] = [
      ['PATCH', `/api/v1/detentions/${stay.id}/periods/${child}`],
      ['PATCH', `/api/v1/detentions/${stay.id}/events/${child}`],
      ['GET', `/api/v1/incidents/${nobodysId}/head-counts/${child}`],
      ['DELETE', `/api/v1/cases/${made.cases?.id}/members/${habeas.ids.bolat}`],
      ['DELETE', `/api/v1/cases/${made.cases?.id}/hand-overs/${child}`],
      ['DELETE', `/api/v1/account/factors/${child}`],
      ['DELETE', `/api/v1/account/tokens/${child}`],
    ];
    for (const [method, path] of elsewhere) {
      const { status } = await aigerim.send(method, path, method === 'PATCH' ? JSON.stringify(path.includes('events') ? { kind: 'released_no_charge', account: 'observed', at: { said: '10.01.2021' } } : period) : undefined, { 'Content-Type': 'application/json', 'If-Match': '"1"' });
      expect([method, path, status]).toEqual([method, path, 404]);
    }
  });
});
