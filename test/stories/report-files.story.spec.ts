import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readExcel from 'read-excel-file/node';
import { systemActor } from '../../src/kernel/actor/public.js';
import { ReportInput, reportPlans, WriteEvents, type ReportView } from '../../src/reports/public.js';
import { Restrictions } from '../../src/requests/public.js';
import { Accounts } from '../../src/staff/public.js';
import { MakeFiles } from '../../src/web/pages/reports/make-files.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

async function readPdf(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) texts.push(...(await (await document.getPage(n)).getTextContent()).items.flatMap((item) => ('str' in item ? [item.str] : [])));
  return { document, text: texts.join(' ').replace(/\s+/g, ' ') };
}

const day = { from: '2021-01-10', to: '2021-01-10' };

describe.each(databases)('reports as files, on %s', (name) => {
  let habeas: TestApp;
  let made: ReportView;

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    const incident = await aigerim.post<{ id: string }>('/api/v1/incidents', { title: '=HYPERLINK("x")', kind: 'containment', theme: '+выборы', regionCode: 'KZ-75', start: { said: '10.01.2021 10:30' }, headCounts: [{ atLeast: 24 }] });
    for (const [n, sex] of ['female', 'male', 'male'].entries()) {
      const person = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: `Құпия Есім ${n}` }], sex, birth: '1990', roles: ['participant'] });
      const stay = await aigerim.post('/api/v1/detentions', {
        ...{ individualId: person.body.id, incidentId: incident.body.id, kind: 'containment', authorityKind: 'police', regionCode: 'KZ-75', outcome: 'fined' },
        periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 between 10:30 and 11:15' }, end: { said: '10.01.2021 20:30' } }],
      });
      expect(stay.status).toBe(201);
    }
    made = (await (await habeas.as('marat')).get<ReportView>('/api/v1/reports/day?from=2021-01-10&to=2021-01-10')).body;
  }, 120_000);
  afterAll(() => habeas.stop());

  const file = async (format: string, more: object = {}, report = 'day'): Promise<Buffer> => {
    const { signed } = await habeas.as('marat');
    const headers = { Cookie: `habeas_session=${signed?.token}`, 'Content-Type': 'application/json' };
    const ask = (): Promise<Response> => fetch(`${habeas.url}/api/v1/reports/${report}/exports`, { method: 'POST', headers, body: JSON.stringify({ ...day, format, purpose: 'partner', ...more }) });
    // A paper takes longer than the server keeps an idle connection; one it has just closed is asked anew.
    const answer = await ask().catch(ask);
    const body = Buffer.from(await answer.arrayBuffer());
    expect([format, answer.status, answer.status === 200 ? '' : body.toString()]).toEqual([format, 200, '']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="report-[a-z-]+-\d{4}-\d\d-\d\d\.[a-z.]+"$/);
    return body;
  };

  it('gives every cell of every table as CSV: the rows are those of the result, and none of them is a formula', async () => {
    const rows = parse(await file('csv'), { bom: true, columns: true }) as Record<string, string>[];
    const expected = made.sections.reduce((all, { rows: by, columns, rowTotals, cells, measures }) => all + ((by === null ? 0 : columns === null ? rowTotals.length : cells.length + rowTotals.length) + 1) * measures.length, 0);
    expect(rows).toHaveLength(expected);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    const police = rows.find((row) => row.table === 'by_authority' && row.row_key === 'police' && row.measure === 'detained');
    expect([police?.least, police?.most, police?.known]).toEqual(['3', '3', '3']);
  });

  it('tags columns for humanitarian data exchange', async () => {
    const [head, tags, ...rows] = parse(await file('hxl.csv'), { bom: true }) as string[][];
    expect(head).toHaveLength(tags?.length ?? 0);
    expect(tags).toEqual(expect.arrayContaining(['#adm1+code+v_iso3166_2', '#indicator+num+min', '#indicator+num+max']));
    expect(rows.find((row) => row[9] === 'by_region' && row[2] === 'KZ-75')?.slice(4, 7)).toEqual(['detained', '3', '3']);
  });

  it('writes a workbook that reads back, with both ends of every figure as numbers', async () => {
    const sheets = await readExcel(await file('xlsx'));
    const all = sheets as unknown as { sheet: string; data: (string | number | null)[][] }[];
    expect(all).toHaveLength(made.sections.length + 1);
    const authority = all.find(({ sheet }) => /By authority/.test(sheet))?.data ?? [];
    expect(authority[1]?.slice(0, 4)).toEqual(['Police', 3, 3, 3]);
    // Read back as the text it is: a cell that had become a formula would have lost it.
    expect(all.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === 'string' && cell.includes('=HYPERLINK("x")')).length).toBeGreaterThan(0);
  });

  it('prints a tagged PDF that holds the figures, the denominators and the method, and no name', async () => {
    const { document, text } = await readPdf(await file('pdf'));
    for (const said of ['Report of a day', 'Sunday 10 January 2021', 'By authority', 'figures/1', 'For a partner organisation']) expect(text).toContain(said);
    expect(text).not.toContain('Құпия');
    expect((await document.getMarkInfo())?.Marked).toBe(true);
  });

  it('says in a file for others how many of the people behind its figures agreed to that', async () => {
    const said = '3 known people are behind these figures; none of them has agreed to the purpose “For a partner organisation”.';
    expect((await readPdf(await file('pdf'))).text).toContain(said);
    const sheets = (await readExcel(await file('xlsx'))) as unknown as { data: unknown[][] }[];
    expect(sheets[0]?.data.flat().some((cell) => String(cell).startsWith(said))).toBe(true);
    expect(JSON.parse((await file('json')).toString())).toMatchObject({ agreement: { purpose: 'partner', people: 3, agreed: 0 } });
    expect(JSON.parse((await file('json', { purpose: 'internal' })).toString())).not.toHaveProperty('agreement');
  });

  it('draws the same picture as SVG and PNG, and writes a document for editing', async () => {
    const svg = (await file('svg', { section: 'by_region' })).toString();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('Almaty');
    expect((await file('png', { section: 'held' })).subarray(1, 4).toString()).toBe('PNG');
    expect((await file('docx')).subarray(0, 2).toString()).toBe('PK');
    const json = (await file('json')).toString();
    expect(JSON.parse(json)).toMatchObject({ report: 'day', method: 'figures/1' });
    // Written a table at a time, it is the canonical text of the whole.
    expect(json).toBe(`${canonicalize(JSON.parse(json)) ?? ''}\n`);
    const none = await (await habeas.as('marat')).post<{ code: string }>('/api/v1/reports/fields/exports', { format: 'pdf', purpose: 'partner' });
    expect(none.status).toBe(404);
  });

  it('makes records in the Events Standard Formats in the background; the count told is the rows, and they are sealed until fetched', async () => {
    const marat = await habeas.as('marat');
    for (const [format, records] of [['act.csv', 3], ['person.csv', 3], ['event.csv', 1]] as const) {
      const asked = await marat.post<{ id: string }>('/api/v1/reports/day/exports', { ...day, format, purpose: 'internal' });
      expect(asked.status).toBe(202);
      await habeas.app.get(MakeFiles).start();
      const waiting = (await marat.get<{ id: string; state: string; rows: number; size: number }[]>('/api/v1/report-files')).body.find(({ id }) => id === asked.body.id);
      expect(waiting).toMatchObject({ state: 'ready', rows: records });
      expect((await (await habeas.as('dana')).get(`/api/v1/report-files/${asked.body.id}`)).status).toBe(403);
      const answer = await marat.get<string>(`/api/v1/report-files/${asked.body.id}`);
      const rows = parse(answer.text, { bom: true }) as string[][];
      expect(rows).toHaveLength(records + 1);
      expect(answer.text).not.toContain('Құпия');
    }
    expect((await habeas.audit({ act: 'report.file_taken' })).length).toBe(3);
  });

  it('leaves out of records for others whoever has not agreed to that', async () => {
    const marat = await habeas.as('marat');
    const asked = await marat.post<{ id: string }>('/api/v1/reports/day/exports', { ...day, format: 'act.csv', purpose: 'international' });
    await habeas.app.get(MakeFiles).start();
    const file = (await marat.get<{ id: string; state: string; rows: number }[]>('/api/v1/report-files')).body.find(({ id }) => id === asked.body.id);
    expect(file).toMatchObject({ state: 'ready', rows: 0, leftOut: 3 });
    expect((await marat.page('/reports/files')).text).toContain('ready, 0 rows; 3 records left out: no consent to this purpose');
    const told = (await habeas.audit({ act: 'report.exported' })).find(({ leaf }) => String(leaf).includes('un_confidential'));
    expect(String(told?.leaf)).toMatch(/"left":3/);
  });

  it('leaves out of them who agreed on conditions nobody can keep in a table, and what a source tells that said no', async () => {
    const aigerim = await habeas.as('aigerim');
    const made = async (path: string, body: object) => (await aigerim.post<{ id: string; reference: string }>(`/api/v1/${path}`, body)).body;
    const source = await made('sources', { kind: 'witness', label: 'A guard' });
    expect((await aigerim.post(`/api/v1/consents/source/${source.id}`, { answers: { un_confidential: 'no' } })).status).toBe(201);
    const stays = [];
    for (const [told, said] of [[{}, {}], [{}, { conditions: 'not before my trial' }], [{ sourceId: source.id }, {}]]) {
      const person = await made('individuals', { names: [{ text: 'Agrees Mostly' }] });
      expect((await aigerim.post(`/api/v1/consents/individual/${person.id}`, { answers: { un_confidential: 'yes' }, ...said })).status).toBe(201);
      const period = { kind: 'street_containment', account: 'observed', start: { said: '07.03.2021 10:00' }, end: { said: '07.03.2021 12:00' }, ...told };
      stays.push(await made('detentions', { individualId: person.id, kind: 'containment', periods: [period] }));
    }
    const marat = await habeas.as('marat');
    for (const [format, rows, leftOut] of [['act.csv', 1, 2], ['person.csv', 2, 1]] as const) {
      const asked = await marat.post<{ id: string }>('/api/v1/reports/day/exports', { from: '2021-03-07', to: '2021-03-07', format, purpose: 'international' });
      await habeas.app.get(MakeFiles).start();
      const file = (await marat.get<{ id: string }[]>('/api/v1/report-files')).body.find(({ id }) => id === asked.body.id);
      expect(file).toMatchObject({ state: 'ready', rows, leftOut });
      const { text } = await marat.get<string>(`/api/v1/report-files/${asked.body.id}`);
      if (format === 'act.csv') expect(stays.map(({ reference }) => text.includes(reference))).toEqual([true, false, false]);
    }
  });

  it('writes a date as that standard does: the first of the month for an unknown day', async () => {
    const marat = await habeas.as('marat');
    const { body } = await marat.post<{ id: string }>('/api/v1/reports/day/exports', { ...day, format: 'act.csv', purpose: 'internal' });
    await habeas.app.get(MakeFiles).start();
    const [head = [], first = []] = parse((await marat.get<string>(`/api/v1/report-files/${body.id}`)).text, { bom: true }) as string[][];
    expect(head.slice(4, 6)).toEqual(['2111 initial date', '2111 initial date type']);
    expect(first.slice(4, 6)).toEqual(['2021-01-10', '']);
  });

  it('makes the report of the day and the monthly one in Russian, as PDF and as a workbook that need no mending', async () => {
    const marat = await habeas.as('marat');
    await marat.form('/language', { language: 'ru', back: '/' });
    const month = { from: '2021-01-01', to: '2021-01-31' };
    const latin = (text: string): string[] => text.replaceAll(/=HYPERLINK\("x"\)|E-\d{4}-\d{5}|figures\/\d+|Marat( \w+)*/g, '').match(/[A-Za-z_]{2,}/g) ?? [];
    try {
      for (const [report, days, said] of [
        ['day', day, ['Отчёт за день', 'воскресенье, 10 января 2021 года', 'Людей в оцеплении', 'Записей: 3, из них с известным значением «Час»: 3.', '3 записи могут относиться']],
        ['month', month, ['Ежемесячный отчёт о событиях', 'январь 2021 года', 'не менее 24', 'Всего']],
      ] as const) {
        const { text } = await readPdf(await file('pdf', days, report));
        for (const one of [...said, 'Кто составил', 'Каждое число дано в границах']) expect(text).toContain(one);
        expect(latin(text)).toEqual([]);
        const sheets = (await readExcel(await file('xlsx', days, report))) as unknown as { sheet: string; data: unknown[][] }[];
        expect(latin(sheets.flatMap(({ sheet, data }) => [sheet, ...data.flat().filter((cell) => typeof cell === 'string')]).join('\n'))).toEqual([]);
        expect(sheets.map(({ sheet }) => sheet).filter((name) => name.length > 31 || /[\s,](?:по|и|в|с)?$/.test(name))).toEqual([]);
        expect(sheets[0]?.data.find(([label]) => label === 'Когда составлено')?.[1]).toBeInstanceOf(Date);
      }
      // Beside the month before: its own figure stands at the total, and no month of the one is called nought in the other.
      const [, byMonth] = (await readExcel(await file('xlsx', { ...month, compare: 'before' }, 'month'))) as unknown as { data: unknown[][] }[];
      const place = byMonth?.data[0]?.indexOf('Названо задержанных, декабрь 2020') ?? -1;
      expect([place > 0, byMonth?.data[1]?.slice(place, place + 3), byMonth?.data[2]?.slice(0, 1), byMonth?.data[2]?.slice(place, place + 3)]).toEqual([true, [null, null, null], ['Всего'], [0, 0, 0]]);
    } finally {
      await marat.form('/language', { language: 'en', back: '/' });
    }
  });

  it('prints a workbook as wide as a page with its head on every page, and writes the same sheets as OpenDocument', async () => {
    const open = (bytes: Buffer): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
    const xlsx = open(await file('xlsx'));
    for (const [path, xml] of Object.entries(xlsx)) {
      if (!path.startsWith('xl/worksheets/sheet')) continue;
      expect([path, xml.match(/<pageSetup [^>]*>/g)?.length, xml.match(/paperSize=/g)?.length, xml.includes('fitToPage="1"')]).toEqual([path, 1, 1, true]);
      expect([path, xml.includes('<f>')]).toEqual([path, false]);
    }
    expect(xlsx['xl/workbook.xml']).toContain('_xlnm.Print_Titles');
    const ods = await file('ods');
    expect(ods.subarray(30, 38).toString()).toBe('mimetype');
    const content = open(ods)['content.xml'] ?? '';
    expect(content.match(/<table:table /g)).toHaveLength(made.sections.length + 1);
    expect(content).toContain('office:value-type="float" office:value="3"');
    expect(content).not.toContain('table:formula');
  });

  it('is exported by those who may, for a purpose, and never without one', async () => {
    const refused = await (await habeas.as('marat')).post<{ fields: { field: string }[] }>('/api/v1/reports/day/exports', { format: 'pdf' });
    expect([refused.status, refused.body.fields[0]?.field]).toEqual([400, 'purpose']);
    expect((await (await habeas.as('aigerim')).post('/api/v1/reports/day/exports', { format: 'pdf', purpose: 'partner' })).status).toBe(403);
    expect((await habeas.audit({ act: 'report.exported' })).length).toBeGreaterThan(5);
  });

  it('keeps a report for oneself or the team, and only its owner removes it', async () => {
    const [marat, aigerim] = [await habeas.as('marat'), await habeas.as('aigerim')];
    const kept = await marat.post<{ id: string }>('/api/v1/saved-reports', { name: 'Election day', report: 'day', ...day, shared: true, every: 'day', format: 'csv', purpose: 'internal' });
    expect(kept.status).toBe(201);
    const own = await marat.post('/api/v1/saved-reports', { name: 'Only mine', report: 'when' });
    expect(own.status).toBe(201);
    const seen = (await aigerim.get<{ name: string; own: boolean }[]>('/api/v1/saved-reports')).body;
    expect(seen.map(({ name: called, own: mine }) => [called, mine])).toEqual([['Election day', false]]);
    expect((await aigerim.delete(`/api/v1/saved-reports/${kept.body.id}`)).status).toBe(404);
    const refused = await aigerim.post<{ fields: { code: string }[] }>('/api/v1/saved-reports', { name: 'x', report: 'day', every: 'day', purpose: 'internal' });
    expect([refused.status, refused.body.fields[0]?.code]).toEqual([400, 'report.no_export']);
    const stored = JSON.stringify(await habeas.ground.database.reader.query('SELECT * FROM saved_report'));
    expect(stored).not.toContain('Election day');
    expect((await marat.delete(`/api/v1/saved-reports/${kept.body.id}`)).status).toBe(204);
  });

  it('shows every report, the builder, the records behind a figure and the forms as pages', async () => {
    const marat = await habeas.as('marat');
    const paths = [
      ...['/reports', '/reports/build', '/reports/build?subject=stay', '/reports/built?subject=stay&measure=detained&rows=authority&columns=outcome'],
      ...reportPlans.map(({ id }) => `/reports/${id}?from=2021-01-10&to=2021-01-10&compare=before&region=&kind=`),
      ...['/reports/day/export?from=2021-01-10', '/reports/saved/new?report=day&from=2021-01-10', '/reports/files'],
    ];
    for (const path of paths) {
      const page = await marat.page(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect([path, /style="|<style/.test(page.text)]).toEqual([path, false]);
    }
    const behind = await marat.page('/reports/where/records?section=by_authority&row=police&from=2021-01-10&to=2021-01-10');
    expect([behind.status, (behind.text.match(/href="\/detentions\/[0-9a-f-]{36}"/g) ?? []).length]).toEqual([200, 3]);
    expect((await habeas.audit({ act: 'detention.listed' })).length).toBeGreaterThan(0);
    expect((await marat.page('/reports/where/records?section=none')).status).toBe(404);
  });

  it('lets nothing leave that was closed, restricted or taken back while the file was on its way', async () => {
    const [aigerim, dana] = [await habeas.as('aigerim'), await habeas.as('dana')];
    const day2 = { regionCode: 'KZ-75', start: { said: '05.02.2021 10:00' } };
    const made = async (path: string, body: object) => (await aigerim.post<{ id: string; reference: string }>(`/api/v1/${path}`, body)).body;
    const incidents = [await made('incidents', { title: 'Stays open', kind: 'assembly', ...day2 }), await made('incidents', { title: 'Is closed', kind: 'assembly', ...day2 })];
    const people = [];
    for (let n = 0; n < 5; n += 1) {
      const person = await made('individuals', { names: [{ text: `On its way ${n}` }] });
      const incidentId = incidents[n === 4 ? 1 : 0]?.id;
      const stay = await made('detentions', { individualId: person.id, incidentId, kind: 'containment', periods: [{ kind: 'street_containment', account: 'observed', start: { said: '05.02.2021 10:00' }, end: { said: '05.02.2021 12:00' } }] });
      expect((await aigerim.post(`/api/v1/consents/individual/${person.id}`, { answers: { legal_action: 'yes' } })).status).toBe(201);
      people.push({ ...person, stay: stay.reference });
    }
    const [first, closed, withdrawn, restricted, last] = people;
    const marat = await habeas.app.get(Accounts).asActor(habeas.ids.marat);
    const input = Object.assign(new ReportInput(), { from: '2021-02-05', to: '2021-02-05' });
    const begun = [];
    for (const table of ['act', 'person', 'event'] as const) {
      const pieces = (await habeas.app.get(WriteEvents).of(marat, table, input, 'court', 1)).pieces[Symbol.asyncIterator]();
      begun.push({ pieces, text: [String((await pieces.next()).value), String((await pieces.next()).value)].join('') });
    }

    // The lead of another case takes one of them in, and the second incident with the last of them; whoever makes the file is with the last one, not with the incident.
    const opened = (await dana.post<{ id: string }>('/api/v1/cases', { title: 'Closed on the way', individuals: [closed?.id] })).body.id;
    expect((await dana.get(`/api/v1/cases/${opened}`)).status).toBe(200);
    const shared = (await dana.post<{ id: string }>('/api/v1/cases', { title: 'With the last one', individuals: [last?.id] })).body.id;
    expect((await dana.post(`/api/v1/cases/${shared}/members`, { staffId: habeas.ids.marat })).status).toBeLessThan(300);
    const circle = (await dana.form(`/incidents/${incidents[1]?.id}/circle`, {})).headers.get('location');
    expect(circle).toMatch(/^\/circles\//);
    await aigerim.post(`/api/v1/consents/individual/${withdrawn?.id}/withdrawals`, {});
    await habeas.app.get(Restrictions).set(systemActor('test'), restricted?.id ?? '', { ground: 'accuracy', reason: 'it is contested' });

    const left: string[] = [];
    for (const { pieces, text } of begun) {
      let all = text;
      for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) all += String(piece.value);
      left.push(all);
    }
    const [acts = '', persons = '', events = ''] = left;
    const stays = (parse(acts, { bom: true }) as string[][]).slice(1).map(([stay, victim, event]) => [stay, victim, event]);
    expect(stays).toEqual([[first?.stay, first?.reference, incidents[0]?.reference], [last?.stay, last?.reference, '']]);
    expect((parse(persons, { bom: true }) as string[][]).slice(1).map(([reference]) => reference)).toEqual([first?.reference, last?.reference]);
    expect((parse(events, { bom: true }) as string[][]).slice(1).map(([reference]) => reference)).toEqual([incidents[0]?.reference]);
  });
});
