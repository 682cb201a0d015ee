import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseKind } from '../../src/cases/public.js';
import { detentionKind } from '../../src/detentions/public.js';
import { followUpKind } from '../../src/follow-ups/public.js';
import { incidentKind } from '../../src/incidents/public.js';
import { individualKind } from '../../src/individuals/public.js';
import { HOME_TEAM, systemActor, type Actor } from '../../src/kernel/actor/public.js';
import { counted } from '../../src/kernel/db/public.js';
import { CountRecords, questionOf, reportPlans, scopeOf, subjects, type ReportView, type SectionView } from '../../src/reports/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';
import { endless } from '../support/endless.js';

const near = (start: string, end: string | null, kind = 'street_containment', account = 'observed'): object => ({ kind, account, start: { said: start }, ...(end ? { end: { said: end } } : {}) });
const told = (kind: string, at: string | null, more: object = {}): object => ({ kind, account: 'observed', ...(at ? { at: { said: at } } : {}), ...more });

/** [least, most, known] of the first measure of a row. */
const row = (section: SectionView | undefined, key: string, measure = 0): [number, number | null] | undefined => {
  const figure = section?.rowTotals.find((one) => one.key === key)?.figures[measure];
  return figure && [figure.least, figure.most];
};

describe.each(databases)('figures of a small day counted by hand, on %s', (name) => {
  let habeas: TestApp;
  let ring: string;

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    const made = async (path: string, body: object): Promise<string> => {
      const answer = await aigerim.post<{ id: string }>(path, body);
      expect([path, answer.status, answer.text]).toEqual([path, 201, answer.text]);
      return answer.body.id;
    };
    const person = (n: number, more: object): Promise<string> => made('/api/v1/individuals', { names: [{ text: `Person ${n}` }], regionCode: 'KZ-75', ...more });
    ring = await made('/api/v1/incidents', {
      ...{ title: 'Ring', kind: 'containment', regionCode: 'KZ-75', start: { said: '10.01.2021 10:30' }, theme: 'elections', permission: 'not_agreed' },
      headCounts: [{ atLeast: 12, atMost: 20 }],
    });
    const A = await person(1, { sex: 'female', birth: '2000-03-01', roles: ['observer'] });
    const B = await person(2, { sex: 'male', birth: '1985', roles: ['participant', 'journalist'] });
    const C = await person(3, { sex: 'male', roles: ['participant'] });
    const D = await person(4, {});
    const held = (individualId: string | null, body: object): Promise<string> => made('/api/v1/detentions', { ...(individualId ? { individualId } : {}), regionCode: 'KZ-75', kind: 'containment', authorityKind: 'police', ...body });
    // A: ten hours in the ring, exactly; a lawyer asked for and let in after two hours; fined.
    await held(A, {
      ...{ incidentId: ring, outcome: 'fined', periods: [near('10.01.2021 10:30', '10.01.2021 20:30')] },
      events: [
        told('lawyer_requested', '10.01.2021 11:00'), told('lawyer_admitted', '10.01.2021 13:00'), told('released_pending', '10.01.2021 20:30'),
        told('ruling_fine', '19.01.2021', { article: 'KoAP 488', fineAmount: 20, fineUnit: 'kz_mci' }),
        told('ruling_fine', '19.01.2021', { account: 'official', article: 'KoAP 488', fineAmount: 25, fineUnit: 'kz_mci' }),
      ],
    });
    // B: between two and four hours; the same person again two days later, arrested for ten days.
    await held(B, { incidentId: ring, periods: [near('10.01.2021 between 12:00 and 13:00', '10.01.2021 between 15:00 and 16:00')] });
    await held(B, {
      ...{ outcome: 'administrative_arrest', kind: 'administrative_arrest', authorityKind: 'riot_police', periods: [near('12.01.2021 09:00', null, 'police_station')] },
      events: [told('ruling_admin_arrest', '12.01.2021', { article: 'KoAP 488', sanctionDays: 10 }), told('ill_treatment_reported', '12.01.2021 10:00', { method: 'beating' })],
    });
    // C: only that it was on the 9th or the 10th. D: nothing is known of when.
    await held(C, { periods: [near('between 09.01.2021 and 10.01.2021', null, 'police_station')] });
    await held(D, {});
    // A group in the ring: 8 to 12 people for three hours.
    await held(null, { incidentId: ring, countedAtLeast: 8, countedAtMost: 12, unnamed: 'people in the ring', periods: [near('10.01.2021 11:00', '10.01.2021 14:00')] });
  });
  afterAll(() => habeas.stop());

  const report = async (path: string, who: 'marat' | 'aigerim' | 'bolat' = 'marat'): Promise<ReportView> => {
    const answer = await (await habeas.as(who)).get<ReportView>(`/api/v1/reports/${path}`);
    expect([path, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([path, 200, '']);
    return answer.body;
  };
  const reader = (): Actor => ({ ...systemActor('test'), id: habeas.ids.marat, role: 'manager', teamId: HOME_TEAM });
  const section = (made: ReportView, id: string): SectionView | undefined => made.sections.find((one) => one.id === id);
  const built = async (query: string): Promise<SectionView> => (await report(`built?${query}`)).sections[0] as SectionView;

  it('counts the day with what surely and what possibly lies in it, and says what has no day', async () => {
    const made = await report('day?from=2021-01-10&to=2021-01-10');
    const headline = section(made, 'headline');
    // Sure: A, B and the group of 8 to 12; C may have been the day before.
    expect(headline?.total[0]).toMatchObject({ least: 10, most: 15, records: 4 });
    expect(headline?.of).toEqual({ records: 4, known: 4, between: 0, unsure: 1 });
    expect(made.undated).toBe(1);
    expect(headline?.total[1]).toMatchObject({ least: 10, most: 14 });
  });

  it('gives every day its bounds; D stands in the row of what is not known', async () => {
    const days = section(await report('when'), 'by_day');
    expect(days?.rowMembers.map(({ key }) => key)).toEqual(['2021-01-09', '2021-01-10', '2021-01-11', '2021-01-12', '']);
    expect([row(days, '2021-01-09'), row(days, '2021-01-10'), row(days, '2021-01-11'), row(days, '2021-01-12'), row(days, '')]).toEqual([[0, 1], [10, 15], [0, 0], [1, 1], [1, 1]]);
    expect(days?.of).toEqual({ records: 6, known: 5, between: 1, unsure: 0 });
    expect(days?.total[0]).toMatchObject({ least: 13, most: 17 });
  });

  it('puts an hour that is only bounded into each hour it may be, and into none surely', async () => {
    const hours = await built('subject=stay&measure=stays&rows=hour&from=2021-01-10&to=2021-01-10');
    expect([row(hours, '10'), row(hours, '11'), row(hours, '12'), row(hours, '13'), row(hours, '')]).toEqual([[1, 1], [1, 1], [0, 1], [0, 1], [0, 1]]);
  });

  it('sorts durations into bands: sure, between, growing and not computable make up the denominator', async () => {
    const held = section(await report('durations'), 'held');
    // A exactly ten hours; B two to four; the group three; B's arrest and C without an end; D not computable.
    expect([row(held, '0-3h', 1), row(held, '3-24h', 1), row(held, '24-48h', 1), row(held, '', 1)]).toEqual([[0, 3], [2, 5], [0, 2], [1, 1]]);
    const sure = (held?.rowTotals ?? []).reduce((all, { figures }) => all + (figures[1]?.least ?? 0), 0);
    expect(sure + (held?.of.between ?? 0)).toBe(held?.of.records);
  });

  it('adds up person-hours in the ring, a group as many times as it has people', async () => {
    const rings = section(await report('kettling'), 'rings');
    // A 600; B 120 to 240; the group 180 minutes for 8 to 12 people.
    expect(row(rings, ring, 0)).toEqual([10, 14]);
    expect(row(rings, ring, 1)).toEqual([600 + 120 + 1440, 600 + 240 + 2160]);
  });

  it('counts every person once, however often detained, and a person of two roles in both', async () => {
    const people = await report('people');
    expect(section(people, 'by_sex')?.total[0]).toMatchObject({ least: 4, most: 4 });
    expect([row(section(people, 'by_sex'), 'male'), row(section(people, 'by_sex'), 'female'), row(section(people, 'by_sex'), '')]).toEqual([[2, 2], [1, 1], [1, 1]]);
    const roles = section(people, 'by_role');
    expect([roles?.many, row(roles, 'participant'), row(roles, 'journalist'), row(roles, 'observer'), row(roles, '')]).toEqual([true, [2, 2], [1, 1], [1, 1], [1, 1]]);
    expect(row(section(people, 'times'), '2')).toEqual([1, 1]);
    // Born in March 2000, detained in January 2021: 20 or 21 by the year alone. Born in 1985: 35 or 36.
    expect([row(section(people, 'by_age'), '18-24'), row(section(people, 'by_age'), '35-44')]).toEqual([[1, 1], [1, 1]]);
  });

  it('counts one ruling once, with the least and the most of its accounts; sums days and fines', async () => {
    const made = await report('rulings');
    const sanctions = section(made, 'sanctions');
    expect([row(sanctions, 'ruling_fine'), row(sanctions, 'ruling_admin_arrest')]).toEqual([[1, 1], [1, 1]]);
    expect(row(sanctions, 'ruling_admin_arrest', 2)).toEqual([10, 10]);
    const articles = section(made, 'articles');
    const [article] = (articles?.rowMembers ?? []).filter(({ label }) => label === 'KoAP 488');
    // Its key is a keyed token; the words are sealed in the events.
    expect([article?.key, row(articles, article?.key ?? '')]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), [2, 2]]);
    expect(row(section(made, 'fines'), 'kz_mci')).toEqual([20, 25]);
  });

  it('says how many asked for a lawyer, got one and waited how long, of how many', async () => {
    const made = await report('access');
    const access = section(made, 'access');
    const flags = Object.fromEntries((access?.measures ?? []).map(({ id }, n) => [id, access?.total[n]?.most]));
    expect(flags).toMatchObject({ detained: 17, lawyer_requested: 1, lawyer_admitted: 1, lawyer_denied: 0 });
    expect(row(section(made, 'lawyer_wait'), '1-3h')).toEqual([1, 1]);
    expect(section(await report('treatment'), 'treatment')?.total[1]).toMatchObject({ least: 1, most: 1 });
  });

  it('counts a stay as complained of as long as a complaint is among its tasks', async () => {
    const dana = await habeas.as('aigerim');
    const complained = async (): Promise<unknown> => (await built('subject=stay&measure=complained')).total[0]?.most;
    const [stay] = (await dana.get<{ items: { id: string }[] }>('/api/v1/detentions?outcome=administrative_arrest')).body.items;
    expect(await complained()).toBe(0);
    const task = await dana.post<{ id: string }>('/api/v1/follow-ups', { detentionId: stay?.id, kind: 'complaint_ill_treatment' });
    expect([task.status, await complained()]).toEqual([201, 1]);
    expect((await dana.patch(`/api/v1/follow-ups/${task.body.id}`, 1, { kind: 'find_lawyer' })).status).toBe(200);
    expect(await complained()).toBe(0);
  });

  it('sets head-counts of sources against the people known', async () => {
    const made = section(await report('head-counts?from=2021-01-01&to=2021-01-31'), 'counts_incident');
    expect([row(made, ring, 0), row(made, ring, 1)]).toEqual([[12, 20], [2, 2]]);
    expect(section(await report('head-counts?from=2021-02-01&to=2021-02-28'), 'counts_incident')?.rowTotals).toEqual([]);
  });

  it('compares with the period before', async () => {
    const made = await report('when?from=2021-01-12&to=2021-01-13&compare=before');
    expect(made.before).toEqual({ from: '2021-01-10', to: '2021-01-11' });
    expect(section(made, 'by_hour')?.total[0]).toMatchObject({ least: 1, most: 1, before: { least: 10, most: 15 } });
  });

  it('makes every report there is, each logged before it is answered', async () => {
    for (const { id } of reportPlans) {
      for (const query of ['', '?from=2021-01-10&to=2021-01-10&compare=before', '?region=KZ-75&authority=police&kind=containment&outcome=fined&borders=current']) {
        const made = await report(`${id}${query}`);
        for (const { total, rowTotals, columnTotals, cells } of made.sections) {
          const figures = [total, ...[...rowTotals, ...columnTotals, ...cells].map((one) => one.figures)].flat();
          expect(figures.filter(({ least, most, known, records }) => (most !== null && most < least) || known > records)).toEqual([]);
        }
      }
    }
    expect((await habeas.audit({ act: 'report.seen' })).length).toBeGreaterThan(reportPlans.length);
  });

  it('builds a table of what is on offer and refuses the rest', async () => {
    const table = await built('subject=stay&measure=detained&rows=authority&columns=outcome');
    expect([row(table, 'police'), row(table, 'riot_police')]).toEqual([[12, 16], [1, 1]]);
    const marat = await habeas.as('marat');
    const refused = await marat.get<{ code: string; fields: { field: string; code: string }[] }>('/api/v1/reports/built?subject=stay&measure=names&rows=id');
    expect([refused.status, refused.body.fields]).toEqual([400, [{ field: 'measure', code: 'report.not_offered' }, { field: 'rows', code: 'report.not_offered' }].map((one) => expect.objectContaining(one))]);
    const days = await marat.get<{ fields: { code: string }[] }>('/api/v1/reports/day?from=2021-01-10&to=2021-01-09');
    expect([days.status, days.body.fields[0]?.code]).toEqual([400, 'report.days_reversed']);
    expect((await marat.get('/api/v1/reports/none')).status).toBe(404);
  });

  it('counts every clock that is kept, in its state, whatever the length of their text', async () => {
    const { manager } = habeas.ground.database.reader;
    const kept = await counted<{ n: number | string }>(manager, `SELECT COUNT(*) AS n FROM detention_clock WHERE against = 'authorities'`, {});
    const stays = await built('subject=clock&measure=stays&rows=rule&columns=state');
    expect(stays.total[0]?.most).toBe(Number(kept[0]?.n));
    expect(stays.of.known).toBe(Number(kept[0]?.n));
    expect(Number(kept[0]?.n)).toBeGreaterThan(10);
    const unknown = await counted<{ n: number | string }>(manager, `SELECT COUNT(*) AS n FROM detention_clock WHERE against = 'authorities' AND settled = 'unknown'`, {});
    expect(stays.columnTotals.find(({ key }) => key === 'unknown')?.figures[0]?.most ?? 0).toBe(Number(unknown[0]?.n));
  });

  it('leaves out what lies in a circle of others, without a hint', async () => {
    const before = section(await report('when'), 'by_day')?.total[0];
    const dana = await habeas.as('aigerim');
    const stays = await dana.get<{ items: { id: string; individualId: string | null }[] }>('/api/v1/detentions?outcome=fined');
    const individual = stays.body.items[0]?.individualId;
    const opened = await dana.post<{ id: string }>('/api/v1/cases', { title: 'Closed', individuals: [individual] });
    expect(opened.status).toBe(201);
    const marat = await report('when');
    expect(section(marat, 'by_day')?.total[0]).toEqual({ ...before, least: 12, most: 16, known: 5, records: 5 });
    expect(JSON.stringify(marat)).not.toMatch(/withheld|hidden/);
    expect(section(await report('when', 'aigerim'), 'by_day')?.total[0]).toEqual(before);
  });

  it('counts in each table of a report, out of one reading, what the table has alone', async () => {
    const count = habeas.app.get(CountRecords);
    for (const input of [{}, { from: '2021-01-10', to: '2021-01-10' }, { from: '2021-01-01', to: '2021-01-11', region: 'KZ-75', borders: 'current' as const }]) {
      const scope = scopeOf(input, habeas.ground);
      for (const { id, sections } of reportPlans) {
        const questions = sections.map((plan) => questionOf(plan).question);
        const together = await count.tables(reader(), questions, scope);
        for (const [n, question] of questions.entries()) {
          const alone = await count.tables(reader(), [question], scope);
          expect([id, sections[n]?.id, together.groups.get(question)]).toEqual([id, sections[n]?.id, alone.groups.get(question)]);
        }
      }
    }
  });

  it('keeps on the cards what the records say now', async () => {
    const scope = scopeOf({}, habeas.ground);
    const { set } = await habeas.app.get(CountRecords).records(reader(), { subject: subjects.stay, dimensions: [], measures: [] }, scope);
    const field = (name: string) => (place: number) => set.field(name).text(set.field(name).values[place] ?? 0);
    const names = { id: 'd.id', individual: 'd.individual_id', incident_of: 'd.incident_id', region: 'd.region_code', kind: 'd.kind', authority: 'd.authority_kind', outcome: 'd.outcome', counted_least: 'd.counted_at_least', counted_most: 'd.counted_at_most', sex: 'i.sex', born_earliest: 'i.born_earliest', roles: 'i.roles' };
    const cards = Array.from({ length: set.count }, (_, place) => Object.keys(names).map((name) => field(name)(place)).join('|'));
    const { manager } = habeas.ground.database.reader;
    const rows = await counted<Record<string, unknown>>(manager, `SELECT ${Object.entries(names).map(([name, column]) => `${column} AS ${name}`).join(', ')} FROM detention d LEFT JOIN individual i ON i.id = d.individual_id`, {});
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => Object.keys(names).map((name) => String(row[name] ?? '')).join('|'))).toEqual(expect.arrayContaining(cards));
    expect(cards.length).toBe((await report('when')).sections[0]?.of.records);
  });

  it('asks of all rows at once what it asks of one: who reaches it', async () => {
    const { manager } = habeas.ground.database.reader;
    const kinds = { individual: individualKind, detention: detentionKind, incident: incidentKind, follow_up_action: followUpKind, case_file: caseKind };
    for (const role of ['aigerim', 'marat', 'bolat'] as const) {
      const params = { reachActor: habeas.ids[role], reachTeam: HOME_TEAM, reachNow: habeas.ground.clock.now() };
      for (const [table, { reach }] of Object.entries(kinds)) {
        const ids = (rule: (row: string) => string): Promise<unknown[]> => counted(manager, `SELECT r.id FROM ${table} r WHERE ${rule('r')} ORDER BY r.id`, params);
        const [one, all] = [await ids(reach.sql), await ids(reach.whole ?? reach.sql)];
        expect([role, table, all]).toEqual([role, table, one]);
      }
    }
  });

  it('are read from parts of a table, and every record from one of them', async () => {
    const { aside, writer } = habeas.ground.database;
    await writer.query('CREATE TABLE parted (n integer, told text)');
    await writer.query(`INSERT INTO parted WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 20000) SELECT n, '${'x'.repeat(200)}' FROM g`);
    await writer.query(`UPDATE parted SET told = told || 'y' WHERE n % 3 = 0`);
    const parts = await aside.askInParts<{ n: number | string; sum: number | string }>('parted', 'p', (part) => `SELECT COUNT(*) AS n, COALESCE(SUM(p.n), 0) AS sum FROM parted p WHERE ${part}`, {});
    expect(parts.length).toBeGreaterThan(1);
    expect([parts.reduce((all, { n }) => all + Number(n), 0), parts.reduce((all, { sum }) => all + Number(sum), 0)]).toEqual([20_000, 200_010_000]);
    await writer.query('DROP TABLE parted');
  });

  // The last one: what reads aside is ended.
  it('keeps nobody waiting while it reads, and gives up when it is told to', async () => {
    const { aside } = habeas.ground.database;
    const happened: string[] = [];
    const counting = endless(aside).then(() => happened.push('counted'), () => happened.push('given up'));
    const aigerim = await habeas.as('aigerim');
    happened.push(`written ${(await aigerim.post('/api/v1/individuals', { names: [{ text: 'Person 5' }], regionCode: 'KZ-75' })).status}`);
    happened.push(`shown ${(await aigerim.get('/api/v1/detentions')).status}`);
    await aside.end();
    await counting;
    expect(happened).toEqual(['written 201', 'shown 200', 'given up']);
  });
});
