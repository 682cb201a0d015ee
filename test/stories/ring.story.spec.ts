import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Detention {
  id: string;
  version: number;
  status: { status: string };
  periods: { id: string; version: number; start: { earliest: string; latest: string } }[];
}

describe.each(databases)('the iron ring of 10 January 2021 on %s', (name) => {
  let habeas: TestApp;
  let person: string;
  let detention: Detention;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
  });
  afterAll(() => habeas.stop());

  it('is recorded by Aigerim with a name in Kazakh', async () => {
    const aigerim = await habeas.as('aigerim');
    const made = await aigerim.post<{ id: string; reference: string }>('/api/v1/individuals', {
      names: [{ text: 'Жұлдыз Қалиева', kind: 'full', script: 'kk-Cyrl' }],
      sex: 'female',
      birth: '1990',
    });
    expect([made.status, made.body]).toMatchObject([201, { reference: expect.stringMatching(/^I-\d{4}-00001$/) }]);
    expect(made.headers.get('etag')).toBe('"1"');
    person = made.body.id;
  });

  it('keeps what witnesses saw and what the protocol says side by side', async () => {
    const aigerim = await habeas.as('aigerim');
    const made = await aigerim.post<Detention>('/api/v1/detentions', {
      individualId: person,
      kind: 'containment',
      regionCode: 'KZ-75',
      periods: [
        {
          kind: 'street_containment',
          account: 'observed',
          start: { said: 'between 10:30 and 11:15', onDate: '2021-01-10' },
          end: { said: 'between 20:30 and 20:45', onDate: '2021-01-10' },
        },
        {
          kind: 'police_station',
          account: 'official',
          start: { said: '10.01.2021 16:00' },
          end: { said: '10.01.2021 20:40' },
        },
      ],
      events: [{ kind: 'released_no_charge', account: 'observed', at: { said: '10.01.2021 between 20:30 and 20:45' } }],
    });
    expect(made.status).toBe(201);
    detention = made.body;
    expect(detention.status.status).toBe('released');
    // Almaty was UTC+6 on that day.
    expect(detention.periods[0]?.start).toMatchObject({ earliest: '2021-01-10T04:30:00.000Z', latest: '2021-01-10T05:15:00.000Z' });
  });

  it('names the field of a time nobody can read, and saves nothing', async () => {
    const aigerim = await habeas.as('aigerim');
    const refused = await aigerim.post<{ code: string; fields: { field: string }[] }>('/api/v1/detentions', {
      individualId: person,
      periods: [{ kind: 'police_station', account: 'observed', start: { said: 'when the music stopped' } }],
    });
    expect([refused.status, refused.body.code, refused.body.fields[0]?.field]).toEqual([422, 'time.unreadable', 'periods.0.start']);
    const list = await aigerim.get<{ items: unknown[] }>('/api/v1/detentions');
    expect(list.body.items).toHaveLength(1);
  });

  it('lets two save and tells the second what stands against theirs', async () => {
    const [aigerim, bolat] = [await habeas.as('aigerim'), await habeas.as('bolat')];
    const first = await aigerim.patch(`/api/v1/individuals/${person}`, 1, { occupation: 'teacher', because: 'her sister says so' });
    const second = await bolat.patch<{ code: string; current: { occupation: string; version: number }; base: { occupation: null } }>(
      `/api/v1/individuals/${person}`,
      1,
      { occupation: 'doctor' },
    );
    expect(first.status).toBe(200);
    expect([second.status, second.body.code]).toEqual([412, 'record.stale']);
    expect(second.body.current).toMatchObject({ occupation: 'teacher', version: 2 });
    expect(second.body.base.occupation).toBeNull();
  });

  it('makes one record of the same request sent twice', async () => {
    const aigerim = await habeas.as('aigerim');
    const body = { names: [{ text: 'Серік' }] };
    const once = await aigerim.post<{ id: string }>('/api/v1/individuals', body, { 'Idempotency-Key': 'key-00000001' });
    const twice = await aigerim.post<{ id: string }>('/api/v1/individuals', body, { 'Idempotency-Key': 'key-00000001' });
    expect(twice.body.id).toBe(once.body.id);
    const other = await aigerim.post<{ code: string }>('/api/v1/individuals', { names: [{ text: 'Дана' }] }, { 'Idempotency-Key': 'key-00000001' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused']);
  });

  it('finds her by a name in another script', async () => {
    const aigerim = await habeas.as('aigerim');
    const found = await aigerim.post<{ items: { id: string }[] }>('/api/v1/individuals/search', { name: 'Kaliyeva' });
    expect(found.body.items.map((item) => item.id)).toEqual([person]);
  });

  it('says what is withheld instead of leaving it blank', async () => {
    await (await habeas.as('aigerim')).patch(`/api/v1/individuals/${person}`, 2, { medicalNeed: 'insulin' });
    const seen = await (await habeas.as('marat')).get<{ medicalNeed: unknown }>(`/api/v1/individuals/${person}`);
    expect(seen.body.medicalNeed).toEqual({ withheld: 'health' });
  });

  it('is no business of the administrator, and the attempt is in the log', async () => {
    const refused = await (await habeas.as('rita')).get<{ code: string }>(`/api/v1/individuals/${person}`);
    expect([refused.status, refused.body.code]).toEqual([403, 'access.refused']);
    const entries = await habeas.audit({ act: 'access.refused', actorId: habeas.ids.rita });
    expect(entries).toHaveLength(1);
  });
});
