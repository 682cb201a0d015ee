import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

/** A clock that the story sets. */
class StoryClock extends Clock {
  at = '2021-01-10T12:00:00.000Z' as Instant;
  now(): Instant {
    return this.at;
  }
}

interface Detention {
  id: string;
  version: number;
  status: { status: string };
  periods: { id: string; version: number; start: { earliest: string } | null; withdrawn: boolean }[];
  events: unknown[];
  ground: string | null;
}

/** What did we know when we wrote the appeal? A court asks, and the answer must not be what we learned since. */
describe.each(databases)('the record as it was known, on %s', (name) => {
  const clock = new StoryClock();
  let habeas: TestApp;
  let person = '';
  let detention = '';
  const recorded = '2021-01-10T12:00:00.000Z';
  const corrected = '2021-01-10T12:10:00.000Z';

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    const aigerim = await habeas.as('aigerim');
    const made = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Жулдыз Калиева', kind: 'full', script: 'ru-Cyrl' }] });
    person = made.body.id;
    const stay = await aigerim.post<Detention>('/api/v1/detentions', {
      ...{ individualId: person, kind: 'containment', regionCode: 'KZ-75' },
      periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 10:30' } }],
    });
    detention = stay.body.id;
    clock.at = corrected as Instant;
    await aigerim.patch(`/api/v1/individuals/${person}`, 1, { names: [{ text: 'Жұлдыз Қалиева', kind: 'full', script: 'kk-Cyrl' }] });
    await aigerim.patch(`/api/v1/detentions/${detention}/periods/${stay.body.periods[0]?.id}`, 1, { kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 11:00' } });
    await aigerim.post(`/api/v1/detentions/${detention}/events`, { kind: 'released_no_charge', account: 'observed', at: { said: '10.01.2021 20:30' } });
    clock.at = '2021-01-10T12:20:00.000Z' as Instant;
  });
  afterAll(() => habeas.stop());

  it('shows only the versions recorded by then, and the status they gave', async () => {
    const dana = await habeas.as('aigerim');
    const then = await dana.get<Detention>(`/api/v1/detentions/${detention}?asOf=2021-01-10T12:05:00.000Z`);
    expect(then.body).toMatchObject({ periods: [{ version: 1, start: { earliest: '2021-01-10T04:30:00.000Z' } }], events: [] });
    expect(then.body.status.status).not.toBe('released');
    const now = await dana.get<Detention>(`/api/v1/detentions/${detention}`);
    expect(now.body).toMatchObject({ periods: [{ version: 2, start: { earliest: '2021-01-10T05:00:00.000Z' } }], status: { status: 'released' } });
  });

  it('takes the moment as people type it, and gives the moment of recording itself', async () => {
    const aigerim = await habeas.as('aigerim');
    const typed = await aigerim.get<Detention>(`/api/v1/detentions/${detention}?asOf=${encodeURIComponent('10.01.2021 18:00')}`);
    expect(typed.body.periods).toHaveLength(1); // 18:00 in Almaty is the very moment
    const exact = await aigerim.get<{ names: { text: string }[] }>(`/api/v1/individuals/${person}?asOf=${recorded}`);
    expect(exact.body.names[0]?.text).toBe('Жулдыз Калиева');
  });

  it('compares two moments: what was added, corrected and withdrawn in between', async () => {
    const aigerim = await habeas.as('aigerim');
    const path = `/history/detention/${detention}/compare`;
    expect((await aigerim.page(path)).status).toBe(200);
    const { text } = await aigerim.page(`${path}?from=2021-01-10T12:05:00.000Z&to=`);
    expect(text).toContain('added');
    expect(text).toContain('detention event: Released without charge (observed)');
    expect(text).toContain('custody period: In a cordon on the street (observed)');
    expect(text).toMatch(/10:30[\s\S]*11:00/);
    const nothing = await aigerim.page(`${path}?from=2021-01-10T12:15:00.000Z`);
    expect(nothing.text).toContain('Nothing was added');
    const odd = await aigerim.page(`${path}?from=someday`);
    expect(odd.text).toContain('role="alert"');
    expect((await (await habeas.as('rita')).page(path)).status).toBe(404);
  });

  it('shows a case with whom and what it held then', async () => {
    const aigerim = await habeas.as('aigerim');
    const opened = await aigerim.post<{ id: string }>('/api/v1/cases', { title: 'Before' });
    clock.at = '2021-01-10T12:30:00.000Z' as Instant;
    await aigerim.post(`/api/v1/cases/${opened.body.id}/individuals`, { record: person });
    await aigerim.patch(`/api/v1/cases/${opened.body.id}`, 1, { title: 'After' });
    const then = await aigerim.page(`/cases/${opened.body.id}?asOf=2021-01-10T12:25:00.000Z`);
    expect(then.text).toContain('Before');
    expect(then.text).not.toContain('Қалиева');
    const now = await aigerim.page(`/cases/${opened.body.id}`);
    expect(now.text).toContain('After');
    expect(now.text).toContain('Қалиева');
    expect((await aigerim.page(`/cases/${opened.body.id}?asOf=2021-01-10T12:01:00.000Z`)).status).toBe(404);
  });

  it('marks the page and offers nothing to change on it', async () => {
    const aigerim = await habeas.as('aigerim');
    const then = await aigerim.page(`/detentions/${detention}?asOf=2021-01-10T12:05:00.000Z`);
    expect(then.text).toContain('As known on');
    expect(then.text).toContain('Жулдыз Калиева');
    expect(then.text).not.toContain('Жұлдыз Қалиева');
    expect(then.text).not.toContain(`/detentions/${detention}/edit`);
    const person_ = await aigerim.page(`/individuals/${person}?asOf=2021-01-10T12:05:00.000Z`);
    expect([person_.text.includes('Жулдыз Калиева'), person_.text.includes('Қалиева')]).toEqual([true, false]);
  });

  it('says when nothing had been recorded yet, and refuses a moment that has not come', async () => {
    const aigerim = await habeas.as('aigerim');
    const before = await aigerim.get(`/api/v1/detentions/${detention}?asOf=2021-01-09T00:00:00.000Z`);
    expect([before.status, before.body.code]).toEqual([404, 'record.not_yet_known']);
    const ahead = await aigerim.get(`/api/v1/detentions/${detention}?asOf=2031-01-09T00:00:00.000Z`);
    expect([ahead.status, ahead.body.code]).toEqual([422, 'time.not_yet']);
    const unreadable = await aigerim.get(`/api/v1/detentions/${detention}?asOf=yesteryear`);
    expect(unreadable.status).toBe(422);
  });

  it('is out of reach for those who do not reach the record now', async () => {
    const rita = await habeas.as('rita');
    expect((await rita.get(`/api/v1/detentions/${detention}?asOf=${recorded}`)).status).toBe(403);
    const timur = await habeas.as('timur'); // a volunteer reaches only what he recorded
    const refused = await timur.get(`/api/v1/detentions/${detention}?asOf=${recorded}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
  });
});
