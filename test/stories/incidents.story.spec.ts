import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Count {
  id: string;
  version: number;
  atLeast: number;
  atMost: number | null;
  sourceId: string | null;
}

interface Incident {
  id: string;
  version: number;
  reference: string;
  title: string;
  kindWords: string | null;
  start: { earliest: string; latest: string; precision: string } | null;
  headCounts: Count[];
  reported: { atLeast: number; atMost: number | null; counts: number } | null;
}

describe.each(databases)('an incident that two sources count differently, on %s', (name) => {
  let habeas: TestApp;
  let ring: Incident;

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    const made = await aigerim.post<Incident>('/api/v1/incidents', {
      title: 'Ring on the square',
      kind: 'containment',
      kindWords: 'кольцо',
      regionCode: 'KZ-75',
      placeWords: 'Republic Square',
      start: { said: '10.01.2021 between 10:30 and 11:15' },
      description: 'About forty people were surrounded.',
      headCounts: [
        { atLeast: 40, asSaid: 'about forty' },
        { atLeast: 31, atMost: 36, asSaid: 'the list of the volunteers' },
      ],
    });
    expect(made.status).toBe(201);
    ring = made.body;
  });
  afterAll(() => habeas.stop());

  it('keeps both counts and says the bounds over them, never a sum', () => {
    expect(ring.headCounts.map(({ atLeast, atMost }) => [atLeast, atMost])).toEqual([
      [40, null],
      [31, 36],
    ]);
    expect(ring.reported).toEqual({ atLeast: 31, atMost: null, counts: 2 });
  });

  it('corrects a count and keeps who did it; the version before is not lost', async () => {
    const aigerim = await habeas.as('aigerim');
    const [first] = ring.headCounts;
    const path = `/api/v1/incidents/${ring.id}/head-counts/${first?.id}`;
    const reversed = await aigerim.patch(path, 1, { atLeast: 40, atMost: 4 });
    expect([reversed.status, (reversed.body as { code: string }).code]).toEqual([422, 'incident.count_reversed']);
    const done = await aigerim.patch<Count>(path, 1, { atLeast: 40, atMost: 44 });
    expect([done.status, done.body.version, done.body.atMost]).toEqual([200, 2, 44]);
    expect((await aigerim.patch(path, 1, { atLeast: 1 })).status).toBe(412);
    const { body } = await aigerim.get<Incident>(`/api/v1/incidents/${ring.id}`);
    expect(body.reported).toEqual({ atLeast: 31, atMost: 44, counts: 2 });
  });

  it('answers alike for a count of another incident and for none', async () => {
    const aigerim = await habeas.as('aigerim');
    const other = await aigerim.post<Incident>('/api/v1/incidents', { title: 'Another one' });
    const strange = await aigerim.get(`/api/v1/incidents/${other.body.id}/head-counts/${ring.headCounts[0]?.id}`);
    expect(strange.status).toBe(404);
  });

  it('is found by the day on the clock of its own place', async () => {
    const aigerim = await habeas.as('aigerim');
    const late = await aigerim.post<Incident>('/api/v1/incidents', { title: 'Night', regionCode: 'RU-MOW', start: { said: '2017-03-26' } });
    const on = async (day: string): Promise<string[]> => {
      const { body } = await aigerim.get<{ items: Incident[] }>(`/api/v1/incidents?from=${day}&to=${day}`);
      return body.items.map((one) => one.id);
    };
    expect(await on('2017-03-26')).toEqual([late.body.id]);
    expect(await on('2017-03-25')).toEqual([]);
    expect(await on('2017-03-27')).toEqual([]);
  });

  it('pages by time in both directions, the undated last', async () => {
    const aigerim = await habeas.as('aigerim');
    type List = { items: Incident[]; next: string | null };
    const first = await aigerim.get<List>('/api/v1/incidents?sort=start&limit=2');
    const rest = await aigerim.get<List>(`/api/v1/incidents?sort=start&limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...rest.body.items].map((one) => one.title)).toEqual(['Night', 'Ring on the square', 'Another one']);
    const counted = await aigerim.get<List>('/api/v1/incidents?counted=yes');
    expect(counted.body.items.map((one) => one.title)).toEqual(['Ring on the square']);
  });

  it('refuses an end before the start and a source nobody can see', async () => {
    const aigerim = await habeas.as('aigerim');
    const ended = await aigerim.post<{ code: string }>('/api/v1/incidents', { title: 'x', start: { said: '2021-01-10' }, end: { said: '2021-01-09' } });
    expect([ended.status, ended.body.code]).toEqual([422, 'incident.end_before_start']);
    const source = '01900000-0000-7000-8000-000000000000';
    expect((await aigerim.post('/api/v1/incidents', { title: 'x', sourceIds: [source] })).status).toBe(404);
  });

  it('is recorded on a page with scripts off; what is typed survives a refusal, and the echo says how the time is read', async () => {
    const aigerim = await habeas.as('aigerim');
    const typed = { title: 'Марш', kind: 'march', regionCode: 'KZ-75', start: '10.01.2021 about 14:30', atLeast: '30', atMost: '3' };
    const refused = await aigerim.form('/incidents/new', typed);
    expect(refused.status).toBe(422);
    for (const text of ['Марш', '10.01.2021 about 14:30', 'Sunday 10 January 2021']) expect(refused.text).toContain(text);
    const saved = await aigerim.form('/incidents/new', { ...typed, atMost: '45' });
    expect(saved.status).toBe(303);
    const page = await aigerim.page(saved.headers.get('location') ?? '');
    expect(page.text).toContain('30 to 45');
  });

  it('shows its pages, and beside the reported the people known', async () => {
    const aigerim = await habeas.as('aigerim');
    const person = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Гульнар Умбетова' }] });
    await aigerim.post('/api/v1/detentions', { individualId: person.body.id, incidentId: ring.id, kind: 'containment' });
    const count = ring.headCounts[1]?.id;
    const paths = ['/incidents?kind=containment&from=2021-01-10&to=', '/incidents/new', `/incidents/${ring.id}/edit`];
    for (const path of [...paths, `/incidents/${ring.id}/counts/new`, `/incidents/${ring.id}/counts/${count}/edit`]) {
      expect([path, (await aigerim.page(path)).status]).toEqual([path, 200]);
    }
    const page = await aigerim.page(`/incidents/${ring.id}`);
    expect(page.text).toContain('Гульнар Умбетова');
    expect(page.text).toContain('31 to 44');
    expect(page.text).toContain('30 to 43');
  });

  it('shows both versions to who saves late', async () => {
    const [aigerim, bolat] = [await habeas.as('aigerim'), await habeas.as('bolat')];
    await bolat.patch(`/api/v1/incidents/${ring.id}`, 1, { theme: 'elections' });
    const late = await aigerim.form(`/incidents/${ring.id}/edit`, { _version: '1', title: 'Ring on the square', theme: 'a song' });
    expect([late.status, late.text.includes('a song'), late.text.includes('elections')]).toEqual([412, true, true]);
    const chosen = await aigerim.form(`/incidents/${ring.id}/edit`, { _version: '2', title: 'Ring on the square', theme: 'a song' });
    expect(chosen.status).toBe(303);
    const { body } = await aigerim.get<Incident>(`/api/v1/incidents/${ring.id}`);
    expect(body.start?.precision).toBe('between');
  });
});
