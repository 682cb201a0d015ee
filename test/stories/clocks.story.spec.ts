import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecomputeClocks } from '../../src/clocks/public.js';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface ClockSaid {
  ruleId: string;
  pack: string;
  state: string;
  onlyIf: { fact: string }[];
  elapsed: { min: number | null; max: number | null };
  due: { earliest: string; latest: string } | null;
  cite: { title: string; article: string; part: string | null };
  review: string;
  confirmation: { by: string; note: string | null } | null;
}

interface Board {
  items: { ruleId: string; detentionId: string; state: string; dueEarliest: string; conditional: boolean }[];
}

/** Somebody is held in the ring right now: two in the afternoon of election day. */
const afternoon = '2021-01-10T08:00:00.000Z' as Instant;

describe.each(databases)('clocks of the ring, on %s', (name) => {
  let habeas: TestApp;
  let stay = '';
  let version = 1;

  beforeAll(async () => {
    habeas = await TestApp.start(name, new FixedClock(afternoon));
    const aigerim = await habeas.as('aigerim');
    const person = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Жұлдыз Қалиева' }] });
    const made = await aigerim.post<{ id: string; version: number }>('/api/v1/detentions', {
      ...{ individualId: person.body.id, kind: 'containment', regionCode: 'KZ-75' },
      periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 between 12:30 and 13:00' } }],
    });
    expect(made.status).toBe(201);
    ({ id: stay, version } = made.body);
  });
  afterAll(() => habeas.stop());

  const clocksOf = async (): Promise<Map<string, ClockSaid>> => {
    const answer = await (await habeas.as('dana')).get<ClockSaid[]>(`/api/v1/detentions/${stay}/clocks`);
    expect(answer.status).toBe(200);
    return new Map(answer.body.map((one) => [one.ruleId, one]));
  };
  const board = async (query: string, who: 'dana' | 'yerlan' = 'dana'): Promise<Board['items']> => {
    const answer = await (await habeas.as(who)).get<Board>(`/api/v1/clocks?${query}`);
    expect(answer.status).toBe(200);
    return answer.body.items;
  };

  it('runs three hours under the pack in force that day, with its article, and says what it depends on', async () => {
    const clock = (await clocksOf()).get('kz.adm.789-1.3h');
    expect(clock).toMatchObject({ pack: 'kz/2015.01', state: 'running', review: 'source_read', cite: { article: '789', part: '1' } });
    expect(clock?.due).toMatchObject({ earliest: '2021-01-10T09:30:00.000Z', latest: '2021-01-10T10:00:00.000Z' });
    expect(clock?.onlyIf.map(({ fact }) => fact)).toEqual(['criminal', 'arrest_bearing', 'special_ground']);
  });

  it('stands on the board, the nearest deadline first', async () => {
    const rows = await board('group=next');
    expect(rows[0]).toMatchObject({ ruleId: 'kz.adm.789-1.3h', detentionId: stay, state: 'running', conditional: true });
    expect(rows.map((row) => row.dueEarliest)).toEqual([...rows.map((row) => row.dueEarliest)].sort());
  });

  it('drops its condition when a lawyer answers the question, in the same transaction', async () => {
    const dana = await habeas.as('dana');
    const answers = { criminal: 'no', arrest_bearing: 'no', special_ground: 'no' };
    const said = await dana.patch<{ version: number }>(`/api/v1/detentions/${stay}`, version, { circumstances: answers });
    expect(said.status).toBe(200);
    ({ version } = said.body);
    expect((await clocksOf()).get('kz.adm.789-1.3h')).toMatchObject({ state: 'running', onlyIf: [] });
    expect((await clocksOf()).get('kz.adm.789-3.24h')).toMatchObject({ state: 'not_applicable' });
    expect((await board('sure=yes')).map((row) => row.ruleId)).toContain('kz.adm.789-1.3h');
  });

  it('refuses an answer to a question nobody asks', async () => {
    const odd = await (await habeas.as('dana')).patch(`/api/v1/detentions/${stay}`, version, { circumstances: { weather: 'yes' } });
    expect(odd.status).toBe(400);
  });

  it('is met when the release is recorded, and leaves the open groups', async () => {
    const dana = await habeas.as('dana');
    await dana.post(`/api/v1/detentions/${stay}/events`, { kind: 'let_out_of_cordon', account: 'observed', at: { said: '10.01.2021 13:45' } });
    expect((await clocksOf()).get('kz.adm.789-1.3h')).toMatchObject({ state: 'within', elapsed: { min: 45, max: 75 } });
    expect((await board('group=open')).map((row) => row.ruleId)).not.toContain('kz.adm.789-1.3h');
    expect((await board('group=met')).map((row) => row.ruleId)).toContain('kz.adm.789-1.3h');
  });

  it('cannot be learnt of by somebody outside the circle of its case', async () => {
    const aigerim = await habeas.as('aigerim');
    const opened = await aigerim.post<{ id: string }>('/api/v1/cases', { title: 'Ring' });
    await aigerim.post(`/api/v1/cases/${opened.body.id}/detentions`, { record: stay });
    expect(await board('group=met', 'yerlan')).toEqual([]);
    expect((await (await habeas.as('yerlan')).get(`/api/v1/detentions/${stay}/clocks`)).status).toBe(404);
    await aigerim.post(`/api/v1/cases/${opened.body.id}/members`, { staffId: habeas.ids.dana });
  });

  it('shows a rule as confirmed by a lawyer, by name, until its words change', async () => {
    const dana = await habeas.as('dana');
    const path = '/api/v1/rule-packs/kz/2015.01/rules/kz.const.16.72h/review';
    expect((await clocksOf()).get('kz.const.16.72h')?.review).toBe('needs_legal_review');
    expect((await (await habeas.as('aigerim')).post(path, { confirmed: true })).status).toBe(403);
    expect((await dana.post(path, { confirmed: true, note: 'Compared with the bulletin' })).status).toBe(204);
    expect((await clocksOf()).get('kz.const.16.72h')).toMatchObject({ review: 'confirmed', confirmation: { by: 'Dana, on the case', note: 'Compared with the bulletin' } });
    expect((await habeas.audit({ act: 'rule.confirmed' })).length).toBe(1);
  });

  it('takes a pack in only when all of it is good, and computes every deadline anew', async () => {
    const dana = await habeas.as('dana');
    const pack = JSON.parse(readFileSync(join(projectRoot(), 'rule-packs/kz/2015.01.json'), 'utf8')) as { rules: { id: string; limit: { value: number }; stop: string[] }[] };
    const rule = pack.rules.find(({ id }) => id === 'kz.adm.789-1.3h');
    if (!rule) throw new Error('no rule');
    const refused = await dana.post<{ code: string; fields: { field: string }[] }>('/api/v1/rule-packs', { pack: { ...pack, rules: [{ ...rule, stop: ['sang_a_song'] }] } });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('rules/0/stop');
    rule.limit.value = 1;
    const taken = await dana.post<{ changed: string[] }>('/api/v1/rule-packs', { pack });
    expect([taken.status, taken.body.changed]).toEqual([201, ['kz.adm.789-1.3h']]);
    await habeas.app.get(RecomputeClocks).settled();
    expect((await clocksOf()).get('kz.adm.789-1.3h')?.state).toBe('may_exceed');
    expect((await board('group=may')).map((row) => row.ruleId)).toContain('kz.adm.789-1.3h');
  });
});
