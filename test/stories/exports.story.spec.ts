import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

/** Four sources with 6, 8, 9 and 10 hours and a protocol that starts at the police station. */
const ring = {
  ...{ kind: 'containment', regionCode: 'KZ-75' },
  periods: [
    { kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 between 10:30 and 11:15' } },
    { kind: 'police_station', account: 'official', start: { said: '10.01.2021 16:00' }, end: { said: '10.01.2021 20:40' } },
  ],
  events: ['16:30', '18:30', '19:30', '20:30'].map((hour) => ({ kind: 'released_no_charge', account: 'observed', at: { said: `10.01.2021 ${hour}` } })),
};

describe.each(databases)('the timeline of the ring as a file, on %s', (name) => {
  let habeas: TestApp;
  let stay = '';

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    const person = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Жұлдыз Қалиева' }] });
    const source = await aigerim.post<{ id: string }>('/api/v1/sources', { kind: 'witness', label: 'The neighbour with the red door', protected: true });
    const second = await aigerim.post<{ id: string }>('/api/v1/sources', { kind: 'witness', label: 'Second witness', reliability: 'likely', protected: false });
    const agreed = await aigerim.post(`/api/v1/consents/individual/${person.body.id}`, { answers: { legal_action: 'yes' } });
    expect(agreed.status).toBe(201);
    const [first, ...rest] = ring.periods;
    const made = await aigerim.post<{ id: string }>('/api/v1/detentions', { ...ring, individualId: person.body.id, periods: [{ ...first, sourceId: source.body.id, moreSourceIds: [second.body.id] }, ...rest] });
    expect(made.status).toBe(201);
    stay = made.body.id;
  });
  afterAll(() => habeas.stop());

  const file = async (format: string, who: 'dana' | 'aigerim' | 'marat' | 'yerlan' = 'dana', more: object = {}): Promise<{ status: number; bytes: Buffer; name: string | null; type: string | null }> => {
    const { signed, url } = await habeas.as(who);
    const response = await fetch(`${url}/api/v1/detentions/${stay}/timeline/exports`, {
      method: 'POST',
      headers: { Cookie: `habeas_session=${signed?.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ format, purpose: 'court', ...more }),
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), name: response.headers.get('content-disposition'), type: response.headers.get('content-type') };
  };

  it('is archival PDF, and its name gives nobody away', async () => {
    const pdf = await file('pdf');
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf']);
    const text = pdf.bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toMatch(/pdfaid:part>2</);
    expect(text).toMatch(/pdfaid:conformance>B</);
    expect(pdf.name).toMatch(/^attachment; filename="D-\d{4}-00001-\d{4}-\d\d-\d\d\.pdf"$/);
  });

  it('is a document for editing, with bounds, article and every section', async () => {
    const xml = documentXml((await file('docx')).bytes);
    for (const said of ['Жұлдыз Қалиева', '5 h 15 min – 10 h', 'art. 789, part 1', 'exceeds the limit', 'kz/2015.01', 'At least 4 h 45 min apart', 'between 10:30 and 11:15']) {
      expect(xml).toContain(said);
    }
  });

  it('is JSON whose fingerprint anybody can compute again', async () => {
    const { bytes } = await file('json');
    const text = bytes.toString('utf8');
    const said = JSON.parse(text) as { fingerprint: string; document: { title: string } };
    const own = text.slice(text.indexOf('"document":') + '"document":'.length, text.lastIndexOf('}'));
    expect(said.fingerprint).toBe(`sha256:${createHash('sha256').update(own).digest('hex')}`);
  });

  it('is CSV with bounds in UTC, and a calendar without a name', async () => {
    const csv = (await file('csv')).bytes.toString('utf8');
    expect(csv).toContain('2021-01-10T04:30:00.000Z,2021-01-10T05:15:00.000Z');
    await (await habeas.as('dana')).post(`/api/v1/detentions/${stay}/events`, { kind: 'hearing_held', account: 'official', at: { said: '12.01.2021 10:00' } });
    const calendar = (await file('ics')).bytes.toString('utf8');
    expect(calendar).toContain('DTSTART:20210112T040000Z\r\n');
    expect(calendar).toMatch(/SUMMARY:D-\d{4}-00001: Hearing held/);
    expect(calendar).not.toContain('Қалиева');
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('tells of a protected source and does not name it, except on paper that stays in the house', async () => {
    const said = async (purpose: string): Promise<string> => (await file('json', 'aigerim', { purpose })).bytes.toString('utf8');
    expect(await said('internal')).toContain('red door');
    expect(await said('court')).toContain('Second witness');
    expect(await said('court')).not.toContain('red door');
    expect(await said('court')).toContain('1 protected source is told of and not named');
    expect(documentXml((await file('docx', 'aigerim')).bytes)).toContain('protected source');
  });

  it('asks for its purpose, and leaves who took it and for what in the log', async () => {
    expect((await file('pdf', 'dana', { purpose: 'curiosity' })).status).toBe(400);
    const [last] = (await habeas.audit({ act: 'detention.exported' })).slice(-1);
    expect(JSON.stringify(last)).toContain('court');
    expect((await file('pdf', 'marat')).status).toBe(403);
  });

  it('can be made as it was known at a past moment, and says so', async () => {
    const early = await file('json', 'dana', { asOf: '2001-01-01T00:00:00.000Z' });
    expect(early.status).toBe(404);
  });
});

/** The main part of a DOCX, found by its name in the archive. */
function documentXml(zip: Buffer): string {
  const at = zip.indexOf('word/document.xml');
  const header = at - 30;
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return inflateRawSync(zip.subarray(from)).toString('utf8');
}
