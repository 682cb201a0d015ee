import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Entry {
  seq: number;
  act: string;
  actorId: string;
  kind: string;
  recordId: string | null;
  allowed: boolean;
  facts: Record<string, unknown>;
}

interface Log {
  items: Entry[];
  next: string | null;
  previous: string | null;
}

describe.each(databases)('what the auditor sees on %s', (name) => {
  let habeas: TestApp;
  let person: string;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const [aigerim, marat, rita] = [await habeas.as('aigerim'), await habeas.as('marat'), await habeas.as('rita')];
    const made = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Zhuldyz Kaliyeva', kind: 'full' }] });
    person = made.body.id;
    await aigerim.patch(`/api/v1/individuals/${person}`, 1, { occupation: 'teacher', because: 'her sister says so' });
    await marat.get(`/api/v1/individuals/${person}`);
    await marat.get('/api/v1/individuals/018f0000-0000-7000-8000-000000000001');
    await rita.get('/api/v1/individuals');
  });
  afterAll(() => habeas.stop());

  it('is who recorded, changed and read a person', async () => {
    const saule = await habeas.as('saule');
    const log = await saule.get<Log>(`/api/v1/audit?record=${person}`);
    expect(log.body.items.map((entry) => entry.act)).toEqual([
      'individual.seen',
      'individual.seen',
      'individual.revised',
      'individual.seen',
      'individual.recorded',
    ]);
    expect(log.body.items[0]?.actorId).toBe(habeas.ids.marat);
  });

  it('is every refused attempt, by role and by reach', async () => {
    const saule = await habeas.as('saule');
    const log = await saule.get<Log>('/api/v1/audit?refused=yes');
    const refused = log.body.items.map(({ act, actorId, allowed }) => [act, actorId, allowed]);
    expect(refused).toEqual([
      ['access.refused', habeas.ids.rita, false],
      ['individual.refused', habeas.ids.marat, false],
    ]);
  });

  it('is not what was written about anybody', async () => {
    const saule = await habeas.as('saule');
    const [log, page] = [await saule.get('/api/v1/audit?limit=200'), await saule.page('/audit')];
    expect(page.status).toBe(200);
    expect(`${log.text}${page.text}`).not.toMatch(/Zhuldyz|teacher|sister/);
    expect((await saule.get(`/api/v1/individuals/${person}`)).status).toBe(403);
    expect((await saule.page(`/history/individual/${person}`)).status).toBe(403);
  });

  it('can be followed through pages without losing an entry, while new ones come', async () => {
    const saule = await habeas.as('saule');
    const seen: number[] = [];
    let cursor = '';
    do {
      const page: Log = (await saule.get<Log>(`/api/v1/audit?limit=3${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map((entry) => entry.seq));
      cursor = page.next ?? '';
    } while (cursor);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(seen.at(-1)).toBe(0);
    expect(new Set(seen).size).toBe((seen[0] ?? 0) + 1);
    const older = await saule.get<Log>('/api/v1/audit?limit=3&cursor=before.4');
    const back = await saule.get<Log>(`/api/v1/audit?limit=3&cursor=${older.body.previous}`);
    expect(back.body.items.map((entry) => entry.seq)).toEqual([6, 5, 4]);
  });

  it('takes filters from the address, empty ones being none', async () => {
    const saule = await habeas.as('saule');
    const page = await saule.page(`/audit?actor=${habeas.ids.marat}&act=&kind=individual&record=&from=&to=`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Marat');
    const [none, some] = [await saule.get<Log>('/api/v1/audit?to=2001-01-01'), await saule.get<Log>('/api/v1/audit?from=2001-01-01&limit=5')];
    expect([none.body.items.length, some.body.items.length]).toEqual([0, 5]);
    expect((await saule.get('/api/v1/audit?act=no.such_act')).status).toBe(400);
  });

  it('lets the auditor verify the chain, and writes down that the log was read', async () => {
    const saule = await habeas.as('saule');
    const state = await saule.get<{ fault: string | null; entries: number }>('/api/v1/audit/state');
    expect(state.body).toMatchObject({ fault: null, firstFault: null });
    const shown = await saule.form('/audit/verify', {});
    expect([shown.status, shown.text.includes('none changed or missing')]).toEqual([200, true]);
    expect((await habeas.audit({ act: 'audit.read' })).length).toBeGreaterThan(5);
    expect((await habeas.audit({ act: 'audit.verified' })).length).toBe(2);
  });

  it('is kept from everybody else', async () => {
    for (const who of ['rita', 'aigerim', 'dana', 'marat', 'timur'] as const) {
      expect((await (await habeas.as(who)).get('/api/v1/audit')).status).toBe(403);
    }
  });

  it.each([
    ['UPDATE', "UPDATE audit_entry SET act = 'individual.seen' WHERE seq = 1"],
    ['DELETE', 'DELETE FROM audit_entry WHERE seq = 1'],
    ['a change of a version', 'DELETE FROM record_version'],
  ])('cannot be undone by %s: the database itself refuses', async (_, statement) => {
    await expect(habeas.ground.database.writer.query(statement)).rejects.toThrow();
    const saule = await habeas.as('saule');
    expect((await saule.get<{ fault: null }>('/api/v1/audit/state')).body.fault).toBeNull();
  });

  it('that cannot be written lets no answer out: neither a record nor a list', async () => {
    const aigerim = await habeas.as('aigerim');
    const { manager } = habeas.ground.database.writer;
    const [head] = (await manager.query('SELECT frontier FROM audit_head')) as [{ frontier: string }];
    await manager.query(`UPDATE audit_head SET frontier = 'broken'`);
    const answers = [await aigerim.get(`/api/v1/individuals/${person}`), await aigerim.get('/api/v1/individuals'), await aigerim.post('/api/v1/individuals', { names: [{ text: 'Nobody Yet', kind: 'full' }] })];
    await manager.query(`UPDATE audit_head SET frontier = '${head.frontier}'`);
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(answers.map(({ text }) => text).join()).not.toMatch(/Zhuldyz|teacher|Nobody Yet/);
    expect((await aigerim.get<{ items: object[] }>('/api/v1/individuals')).body.items.length).toBe(1);
  });

  it('shows a caseworker who changed what, and hides from a manager what a manager may not read', async () => {
    const [aigerim, marat] = [await habeas.as('aigerim'), await habeas.as('marat')];
    await aigerim.patch(`/api/v1/individuals/${person}`, 2, { phones: ['+7 701 000 00 00'] });
    const whole = await aigerim.page(`/history/individual/${person}`);
    expect(whole.status).toBe(200);
    for (const text of ['teacher', 'her sister says so', 'hidden: contact', 'Aigerim, on the case']) expect(whole.text).toContain(text);
    expect(whole.text).not.toContain('+7 701 000 00 00'); // opened on the record itself, where it leaves a trace
    const cut = await marat.page(`/history/individual/${person}`);
    expect(cut.text).toContain('teacher');
    expect(cut.text).not.toContain('+7 701 000 00 00');
    expect(cut.text).toContain('class="withheld"');
    expect((await aigerim.page('/history/individual/018f0000-0000-7000-8000-000000000001')).status).toBe(404);
    expect((await aigerim.page('/history/no-such-kind/x')).status).toBe(404);
  });
});

describe.each(databases)('lists whose filters are left empty on %s', (name) => {
  let habeas: TestApp;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
  });
  afterAll(() => habeas.stop());

  it.each(['/sources?kind=&reliability=&protected=', '/organisations?kind=&region=&partner=', '/places?q=&region=&kind='])(
    'are shown whole: a browser without scripts sends every field of %s',
    async (address) => {
      const aigerim = await habeas.as('aigerim');
      expect((await aigerim.page(address)).status).toBe(200);
    },
  );
});

describe.each(databases)('what is for people outside on %s', (name) => {
  let habeas: TestApp;
  let person: string;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    person = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Zhuldyz Kaliyeva', kind: 'full' }] })).body.id;
    await aigerim.patch(`/api/v1/individuals/${person}`, 1, { occupation: 'teacher', because: 'her sister says so' });
  });
  afterAll(() => habeas.stop());

  it('begins with an entry: which fields a change was about, of what class, and digests, never a value', async () => {
    const saule = await habeas.as('saule');
    const [entry] = await habeas.audit({ act: 'individual.revised' });
    const page = await saule.page(`/audit/entries/${entry?.seq}`);
    expect(page.status).toBe(200);
    for (const text of ['Occupation', 'identity', `habeas audit proof ${entry?.seq}`, 'Digests with a salt']) expect(page.text).toContain(text);
    expect(page.text).not.toMatch(/teacher|sister|Zhuldyz/);
    expect((await saule.page('/audit/entries/999999')).status).toBe(404);
    expect((await (await habeas.as('aigerim')).page(`/audit/entries/${entry?.seq}`)).status).toBe(403);
  });

  it('goes on with three lines and their picture, and whether they still fit when they come back', async () => {
    const saule = await habeas.as('saule');
    expect((await saule.page('/audit/witness')).text).toContain('Nothing is signed yet');
    const signed = await saule.form('/audit/witness/sign', {});
    const note = /<pre class="note">([^<]+)<\/pre>/.exec(signed.text)?.[1] ?? '';
    expect(note.split('\n').length).toBe(6);
    expect(signed.text).toContain('<path d="M');
    const [origin = '', size = '', root = ''] = note.split('\n');
    const compared = async (given: string): Promise<string> => (await saule.form('/audit/witness', { note: given })).text;
    expect(await compared(`${origin}\r\n${size}\r\n${root}`)).toContain('It fits: the log goes on from it.');
    expect(await compared(`${origin}\n${size}\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=`)).toContain('the log was rewritten since');
    expect(await compared(`${origin}\n999999\n${root}`)).toContain('the log has lost entries since');
    expect(await compared('<b>yesterday</b>')).toContain('not the three lines');
    expect((await habeas.audit({ act: 'audit.witnessed' })).length).toBe(3);
  });

  it('ends with the whole log in three files of one size, each taking leaving a trace', async () => {
    const saule = await habeas.as('saule');
    const size = Number(/\/audit\/export\/leaves\.jsonl\?size=(\d+)/.exec((await saule.page('/audit/witness')).text)?.[1]);
    const leaves = await saule.form(`/audit/export/leaves.jsonl?size=${size}`, {});
    expect([leaves.status, leaves.text.trimEnd().split('\n').length]).toEqual([200, size]);
    expect((await saule.form(`/audit/export/checkpoints.jsonl?size=${size}`, {})).text).toContain('"reason":"witness"');
    expect((await saule.form(`/audit/export/log.vkey?size=${size}`, {})).text).toMatch(/^habeas\/\S+\+[0-9a-f]{8}\+\S+\n$/);
    expect((await saule.form(`/audit/export/constructor?size=${size}`, {})).status).toBe(404);
    expect((await saule.form('/audit/export/leaves.jsonl?size=999999', {})).status).toBe(404);
    expect((await habeas.audit({ act: 'audit.exported' })).length).toBe(3);
    expect((await (await habeas.as('rita')).form(`/audit/export/leaves.jsonl?size=${size}`, {})).status).toBe(403);
  });
});
