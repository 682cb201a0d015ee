import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportView } from '../../src/reports/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

const path = '/api/v1/reports/month';

/** [least, most, incidents with a number, incidents] */
type Row = [number, number | null, number, number];

describe.each(databases)('what sources report as detained, by month and region, on %s', (name) => {
  let habeas: TestApp;

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    const happened = async (start: string | null, regionCode: string | null, headCounts: object[]): Promise<void> => {
      const made = await aigerim.post('/api/v1/incidents', {
        ...{ title: 'Rally', kind: 'assembly', ...(regionCode ? { regionCode } : {}), ...(start ? { start: { said: start } } : {}), headCounts },
      });
      expect(made.status).toBe(201);
    };
    await happened('10.01.2021', 'KZ-75', [{ atLeast: 40 }, { atLeast: 31, atMost: 36 }]);
    await happened('12.01.2021 14:00', 'KZ-75', [{ atLeast: 5, atMost: 5 }]);
    await happened('01.02.2021 01:00', 'KZ-75', [{ atLeast: 2, atMost: 3 }]);
    await happened('between 31.01.2021 and 02.02.2021', 'KZ-71', [{ atLeast: 7, atMost: 7 }]);
    await happened(null, null, [{ atLeast: 1, atMost: 1 }]);
    await happened('15.01.2021', 'KZ-71', []);
  });
  afterAll(() => habeas.stop());

  const seen = async (query = ''): Promise<ReportView> => {
    const answer = await (await habeas.as('marat')).get<ReportView>(`${path}${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const rows = (report: ReportView, section: string): Record<string, Row> => {
    const found = report.sections.find(({ id }) => id === section);
    const row = ({ least, most, known, records }: ReportView['sections'][0]['total'][0]): Row => [least, most, known, records];
    const all = [...(found?.rowTotals ?? []), { key: 'all', figures: found?.total ?? [] }];
    return Object.fromEntries(all.flatMap(({ key, figures: [first] }) => (first ? [[key, row(first)]] : [])));
  };

  it('adds up incidents, never the sources of one incident; one open end leaves the sum open', async () => {
    const months = rows(await seen(), 'reported_by_month');
    expect(months['all']).toEqual([46, null, 5, 6]);
    expect(months['2021-01']).toEqual([36, null, 3, 4]);
  });

  it('puts an hour after midnight into the month of its place, and what may lie in two months into the most of both', async () => {
    expect(rows(await seen(), 'reported_by_month')['2021-02']).toEqual([2, 10, 2, 2]);
  });

  it('keeps what lies in no known month or region in rows of its own, at the end', async () => {
    const report = await seen();
    expect(rows(report, 'reported_by_month')['']).toEqual([1, 1, 1, 1]);
    expect(rows(report, 'reported_by_region')['']).toEqual([1, 1, 1, 1]);
    expect(report.sections.find(({ id }) => id === 'reported_by_month')?.rowMembers.at(-1)?.key).toBe('');
  });

  it('says how many incidents no source counts', async () => {
    expect(rows(await seen(), 'reported_by_region')['KZ-71']).toEqual([7, 7, 1, 2]);
  });

  it('narrows to days and a region', async () => {
    expect(rows(await seen('?from=2021-01-11&to=2021-01-31&region=KZ-75'), 'reported_by_month')['all']).toEqual([5, 5, 1, 1]);
    expect((await (await habeas.as('marat')).get(`${path}?from=2021-02-30`)).status).toBe(400);
  });

  it('says on the page which field is wrong, and keeps all that was asked', async () => {
    const marat = await habeas.as('marat');
    const asked = await marat.page('/reports/month?from=2021-02-30&to=2021-03-31&region=KZ-75&compare=before');
    expect(asked.status).toBe(400);
    expect(asked.text).toContain('From day: There is no such day.');
    expect(asked.text).toMatch(/<form class="form" method="get" action="\/reports\/month">/);
    expect(asked.text).toMatch(/<input id="f-from" name="from"[^>]* value="2021-02-30"/);
    for (const [field, value] of [['to', '2021-03-31'], ['region', 'KZ-75'], ['compare', 'before']]) expect(asked.text).toContain(`<input type="hidden" name="${field}" value="${value}"/>`);
    // What the page does not know cannot be put right: it is named, and left out of the form.
    const foreign = await marat.page('/reports/month?colour=red');
    expect([foreign.status, foreign.text.includes('This field is not known here.'), foreign.text.includes('name="colour"')]).toEqual([400, true, false]);
    for (const path of ['/detentions?from=yesterday', '/incidents?to=2021-13-01', '/detentions?status=%22%3E%3Cscript%3E']) {
      const list = await marat.page(path);
      expect([path, list.status, list.text.includes('<script>')]).toEqual([path, 400, false]);
    }
  });

  it('leaves out of a month what may lie in any month of years, and says how many', async () => {
    const made = await (await habeas.as('aigerim')).post('/api/v1/incidents', { title: 'A file that contradicts itself', kind: 'assembly', start: { said: 'between 04.01.2017 and 31.12.2021' }, headCounts: [{ atLeast: 1373, atMost: 1373 }] });
    expect(made.status).toBe(201);
    const month = await seen('?from=2021-01-01&to=2021-01-31');
    expect([rows(month, 'reported_by_month')['2021-01'], month.undatedIncidents]).toEqual([[36, null, 3, 4], 2]);
    expect(rows(await seen(), 'reported_by_month')['all']).toEqual([1419, null, 6, 7]);
  });

  it('is shown to whoever works with records, not to an administrator, and every reading is in the log', async () => {
    expect((await (await habeas.as('aigerim')).get(path)).status).toBe(200);
    expect((await (await habeas.as('rita')).get(path)).status).toBe(403);
    expect((await habeas.audit({ act: 'report.seen' })).length).toBeGreaterThan(0);
  });
});
