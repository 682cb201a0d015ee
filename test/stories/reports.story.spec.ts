import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Figures {
  incidents: number;
  counted: number;
  atLeast: number;
  atMost: number | null;
}

interface Report {
  total: Figures;
  months: (Figures & { month: string | null })[];
  regions: (Figures & { regionCode: string | null })[];
  cells: (Figures & { month: string | null; regionCode: string | null })[];
}

const path = '/api/v1/reports/reported-detentions';

describe.each(databases)('reported detentions by month and region, on %s', (name) => {
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

  const seen = async (query = '', who: 'marat' | 'aigerim' = 'marat'): Promise<Report> => {
    const answer = await (await habeas.as(who)).get<Report>(`${path}${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('adds up incidents, never the sources of one incident; one open end leaves the sum open', async () => {
    const { total, months } = await seen();
    expect(total).toEqual({ incidents: 6, counted: 5, atLeast: 46, atMost: null });
    expect(months[0]).toEqual({ month: '2021-01', incidents: 3, counted: 2, atLeast: 36, atMost: null });
  });

  it('puts an hour after midnight into the month of its place, not of Greenwich', async () => {
    const february = (await seen()).months.find(({ month }) => month === '2021-02');
    expect(february).toEqual({ month: '2021-02', incidents: 1, counted: 1, atLeast: 2, atMost: 3 });
  });

  it('keeps what lies in no known month or region in rows of its own, at the end', async () => {
    const { months, regions, cells } = await seen();
    expect(months.at(-1)).toEqual({ month: null, incidents: 2, counted: 2, atLeast: 8, atMost: 8 });
    expect(regions.at(-1)).toEqual({ regionCode: null, incidents: 1, counted: 1, atLeast: 1, atMost: 1 });
    expect(cells).toHaveLength(5);
  });

  it('says how many incidents no source counts', async () => {
    const astana = (await seen()).regions.find(({ regionCode }) => regionCode === 'KZ-71');
    expect(astana).toEqual({ regionCode: 'KZ-71', incidents: 2, counted: 1, atLeast: 7, atMost: 7 });
  });

  it('narrows to days and a region', async () => {
    expect((await seen('?from=2021-01-11&to=2021-01-31&region=KZ-75')).total).toEqual({ incidents: 1, counted: 1, atLeast: 5, atMost: 5 });
    const odd = await (await habeas.as('marat')).get(`${path}?from=2021-02-30`);
    expect(odd.status).toBe(400);
  });

  it('is the same as CSV for a manager, and its last row adds up the others', async () => {
    const answer = await (await habeas.as('marat')).get<string>(`${path}.csv`);
    expect(answer.status).toBe(200);
    const lines = String(answer.body).trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe('total,,,6,5,46,,reported-detentions/1');
  });

  it('is read, but not exported, by others, and not shown to an administrator', async () => {
    expect((await (await habeas.as('aigerim')).get(`${path}.csv`)).status).toBe(403);
    expect((await (await habeas.as('rita')).get(path)).status).toBe(403);
  });

  it('leaves both reading and export in the audit log', async () => {
    const log = await (await habeas.as('saule')).get<{ items: { act: string }[] }>('/api/v1/audit?kind=report');
    expect(log.body.items.map(({ act }) => act)).toEqual(expect.arrayContaining(['report.seen', 'report.exported']));
  });
});
