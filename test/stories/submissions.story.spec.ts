import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FixedClock, readInstant, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Person } from '../support/cast.js';
import { databases } from '../support/database.js';

const now = readInstant('2021-01-20T06:00:00.000Z') as Instant;

interface Draft {
  submission: { id: string; version: number; reference: string; state: string; drawn: Record<string, string | null>; texts: Record<string, string>; response: string | null };
  missing: { field: string; required: boolean; ask: string }[];
  withheld: string | null;
  unasked: string[];
  refused: number;
  annexesLeftOut: { unread: boolean; bySource: number; byPicture: number };
  now: Record<string, string | null>;
  changed: string[];
  code: string;
  why: string;
  fields: { field: string }[];
}

/** Who must never be in a draft, in any format. */
const planted = ['PLANTED-NAME-OF-WITNESS', '+7 700 000 09 99', 'PLANTED-WORDS', 'PLANTED-LABEL', 'PLANTED-PHONE', 'PLANTED-ADDRESS', 'PLANTED-RELATIVE', 'PLANTED-NEED', 'PLANTED-NOTE-OF-UNASKED'];

/** The WGAD draft of ten hours in a ring, as far as the record goes. */
const golden: Record<string, string | null> = {
  names: 'Жұлдыз Қалиева / Жулдыз Калиева',
  birth: 'May 1990',
  nationality: 'Kazakhstan',
  arrest_date: [
    'Sunday 10 January 2021, between 10:30 and 11:15, Almaty time (UTC+6) (as observed, reported by a witness).',
    'Sunday 10 January 2021, 16:00, Almaty time (UTC+6) (by official papers, reported by a police protocol).',
  ].join('\n'),
  detention_duration: '9 h 15 min – 10 h, computed from the bounds of its beginning and end.',
  unrecorded: '4 h 45 min – 5.5 h that people observed and no official paper covers.',
  arrest_reasons: 'As stated by the authorities: unlawful assembly',
  consent: 'UN or OSCE, by name: given by the person.',
};

describe.each(databases)('a submission, on %s', (name) => {
  let habeas: TestApp;
  const ids: Record<string, string> = {};
  let id = '';

  beforeAll(async () => {
    habeas = await TestApp.start(name, new FixedClock(now));
    const aigerim = await habeas.as('aigerim');
    const person = await aigerim.post<{ id: string }>('/api/v1/individuals', {
      ...{ names: [{ text: 'Жұлдыз Қалиева' }, { text: 'Жулдыз Калиева' }], birth: '1990-05', nationality: 'Kazakhstan', phones: ['PLANTED-PHONE'], address: 'PLANTED-ADDRESS' },
      ...{ relatives: [{ name: 'PLANTED-RELATIVE', relation: 'mother' }], medicalNeed: 'PLANTED-NEED' },
    });
    ids.person = person.body.id;
    for (const [key, kind] of Object.entries({ witness: 'witness', unasked: 'witness', protocol: 'police_protocol' })) {
      const made = await aigerim.post<{ id: string }>('/api/v1/sources', { kind, label: `PLANTED-LABEL ${key}`, identity: 'PLANTED-NAME-OF-WITNESS', contact: '+7 700 000 09 99', statement: 'PLANTED-WORDS' });
      ids[key] = made.body.id;
    }
    const stay = await aigerim.post<{ id: string }>('/api/v1/detentions', {
      ...{ individualId: ids.person, kind: 'containment', regionCode: 'KZ-75', authorityKind: 'police', ground: 'unlawful assembly' },
      periods: [
        { kind: 'street_containment', account: 'observed', sourceId: ids.witness, placeWords: 'Republic Square', start: { said: '10.01.2021 between 10:30 and 11:15' }, end: { said: '10.01.2021 20:30' } },
        { kind: 'police_station', account: 'official', sourceId: ids.protocol, start: { said: '10.01.2021 16:00' }, end: { said: '10.01.2021 20:30' } },
      ],
      events: [
        { kind: 'released_no_charge', account: 'observed', sourceId: ids.witness, at: { said: '10.01.2021 20:30' } },
        { kind: 'lawyer_denied', account: 'observed', sourceId: ids.unasked, at: { said: '10.01.2021 17:00' }, note: 'PLANTED-NOTE-OF-UNASKED' },
      ],
    });
    ids.stay = stay.body.id;
    const incident = await aigerim.post<{ id: string }>('/api/v1/incidents', { title: 'Rally on the square', kind: 'assembly', regionCode: 'KZ-75', start: { said: '10.01.2021 10:00' }, permission: 'not_agreed', headCounts: [{ atLeast: 40, atMost: 44 }] });
    expect([stay.status, incident.status]).toEqual([201, 201]);
    ids.incident = incident.body.id;
    const neighbour = await aigerim.post<{ id: string }>('/api/v1/sources', { kind: 'witness', label: 'neighbour', identity: 'Қуанышбек Торғайұлы', contact: '+7 701 555 77 01' });
    ids.neighbour = neighbour.body.id;
    // Called as the person they are: nobody is told apart by it.
    await aigerim.post('/api/v1/sources', { kind: 'victim', label: 'herself', identity: 'Жулдыз Калиева' });
    const agreed = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Ботагөз Ілиясова' }] });
    await aigerim.post(`/api/v1/consents/individual/${agreed.body.id}`, { answers: { un_named: 'yes' } });
    ids.unaskedPerson = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Дәулет Жақсыбеков' }] })).body.id;
    ids.protocolHash = await attach({ kind: 'protocol', title: 'Protocol, two pages', sourceId: ids.protocol, collected: { said: '10.01.2021' } }, 'one');
    await attach({ kind: 'photograph', title: 'In the bus' }, 'two');
    await attach({ kind: 'statement', title: 'What the neighbour saw', sourceId: ids.neighbour }, 'three');
  });
  afterAll(() => habeas.stop());

  const post = async (who: Person, path: string, body: object, version?: number) =>
    (await habeas.as(who)).post<Draft>(path, body, version === undefined ? {} : { 'If-Match': `"${version}"` });
  const draft = async () => (await (await habeas.as('dana')).get<Draft>(`/api/v1/submissions/${id}`)).body;
  const consent = (about: string, subject: string | undefined, answers: object) => post('aigerim', `/api/v1/consents/${about}/${subject}`, { answers });

  /** A file of the stay; answers its digest. */
  async function attach(said: object, words: string): Promise<string> {
    const { url, signed } = await habeas.as('aigerim');
    const sent = await fetch(`${url}/api/v1/evidence/uploads`, { method: 'POST', headers: { Cookie: `habeas_session=${signed?.token}`, 'Content-Type': 'application/octet-stream', Connection: 'close' }, body: Buffer.from(`%PDF-1.7 ${words}`) });
    const upload = (await sent.json()) as { id: string; sha256: string };
    const added = await (await habeas.as('aigerim')).post('/api/v1/evidence', { uploadId: upload.id, about: 'detention', aboutId: ids.stay, fileName: 'scan.pdf', ...said });
    expect([sent.status, added.status]).toEqual([201, 201]);
    return upload.sha256;
  }

  it('says nothing of a person who has not agreed, and cannot leave', async () => {
    const opened = await post('dana', '/api/v1/submissions', { form: 'wgad-questionnaire', detentionId: ids.stay });
    expect([opened.status, opened.body.withheld]).toEqual([201, 'no_record']);
    id = opened.body.submission.id;
    expect(Object.values(opened.body.submission.drawn).filter(Boolean)).toEqual([]);
    const file = await post('dana', `/api/v1/submissions/${id}/files`, { format: 'pdf' });
    expect([file.status, file.body.code, file.body.why]).toEqual([409, 'consent.not_given', 'no_record']);
  });

  it('is filled from the record with bounds and who reported, and says what is missing and whom to ask', async () => {
    await consent('individual', ids.person, { un_named: 'yes' });
    await consent('source', ids.witness, { un_confidential: 'yes', un_named: 'yes' });
    const before = await draft();
    expect(before.changed).toContain('names');
    const { body } = await post('dana', `/api/v1/submissions/${id}/redraw`, {}, before.submission.version);
    for (const [field, text] of Object.entries(golden)) expect([field, body.submission.drawn[field]]).toEqual([field, text]);
    expect(body.submission.drawn.limits).toContain('exceeds the limit in art. 789, part 1');
    expect(body.submission.drawn.differ).toContain('is told differently');
    expect(body.submission.drawn.account).toContain('Lawyer not let in (as observed, reported by a source kept confidential)');
    expect(JSON.stringify(body.submission.drawn)).not.toMatch(/violation/i);
    expect(body.missing).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'arbitrary', required: true, ask: 'lawyer' })]));
    expect([body.unasked, body.refused, body.changed]).toEqual([[ids.unasked], 0, []]);
    // The draft is English, whatever language the drafter reads.
    const dana = await habeas.as('dana');
    await dana.form('/language', { language: 'ru', back: '/' });
    expect((await draft()).changed).toEqual([]);
    await dana.form('/language', { language: 'en', back: '/' });
  });

  it('is edited in a version of its own, and shows what has changed in the record since', async () => {
    const { submission } = await draft();
    const page = await (await habeas.as('dana')).page(`/submissions/${id}`);
    for (const said of ['Compare with the current official form', 'between 10:30 and 11:15', 'Missing facts, and whom to ask']) expect(page.text).toContain(said);
    const edited = await (await habeas.as('dana')).form(`/submissions/${id}/edit`, { _version: String(submission.version), 'texts.arbitrary': 'Category I: kept after the limit.', 'texts.names': submission.drawn.names ?? '', because: 'asked by the person' });
    expect([edited.status, edited.headers.get('location')]).toEqual([303, `/submissions/${id}`]);
    expect((await draft()).submission.texts).toEqual({ arbitrary: 'Category I: kept after the limit.' });
    const late = await (await habeas.as('marat')).form(`/submissions/${id}/edit`, { _version: String(submission.version), 'texts.arbitrary': 'typed too late' });
    expect([late.status, late.text.includes('typed too late'), late.text.includes('Category I')]).toEqual([412, true, true]);
    const versions = await (await habeas.as('dana')).get<unknown[]>(`/api/v1/submissions/${id}/versions`);
    expect(versions.body).toHaveLength(3);
    await post('aigerim', `/api/v1/detentions/${ids.stay}/events`, { kind: 'appeal_lodged', account: 'official', sourceId: ids.protocol, at: { said: '15.01.2021' } });
    expect((await draft()).changed).toEqual(expect.arrayContaining(['account', 'remedies']));
    expect((await (await habeas.as('dana')).page(`/submissions/${id}`)).text).toContain('The record has changed since');
  });

  it('never carries who a source is, their words, nor what the person did not agree to: in JSON, PDF, DOCX and their metadata', async () => {
    const { submission } = await draft();
    await post('dana', `/api/v1/submissions/${id}/redraw`, {}, submission.version);
    const json = await (await habeas.as('dana')).get(`/api/v1/submissions/${id}`);
    const docx = textOfDocx(await bytes('docx'));
    const pdf = await textOfPdf(await bytes('pdf'));
    expect(pdf.replace(/\s+/g, ' ')).toContain('between 10:30 and 11:15');
    expect(docx).toContain('between 10:30 and 11:15');
    expect(docx).toContain('Category I: kept after the limit.');
    // What is a line in the draft is one in the file.
    expect(docx).toMatch(/reported by a witness\)\.<\/w:t><\/w:r><\/w:p><w:p>/);
    for (const secret of planted) for (const [where, text] of Object.entries({ json: json.text, pdf, docx })) expect([secret, where, text.includes(secret)]).toEqual([secret, where, false]);
    for (const person of ['Dana', 'dana', 'Aigerim']) for (const text of [pdf, docx]) expect([person, text.includes(person)]).toEqual([person, false]);
  });

  it('finds whoever was typed into it without having agreed, says where, keeps what was typed, and repeats nobody', async () => {
    const dana = await habeas.as('dana');
    const { submission } = await draft();
    const typed = 'Guards were called by Kuanyshbek Torgayuly; his telephone is 8 (701) 555-77-01. Botagoz Ilyasova, who agreed, stood near, and so did Daulet Zhaksybekov.';
    const saved = await dana.form(`/submissions/${id}/edit`, { _version: String(submission.version), 'texts.arbitrary': typed });
    expect([saved.status, saved.text.includes('Saved. But somebody stands in it'), saved.text.includes(`/consents/individual/${ids.unaskedPerson}`), saved.text.includes(String(ids.neighbour))]).toEqual([200, true, true, false]);
    expect((await draft()).submission.texts.arbitrary).toBe(typed);
    for (const format of ['docx', 'pdf']) {
      const refused = await dana.post<Draft & { named: { field: string; by: string; about: object }[] }>(`/api/v1/submissions/${id}/files`, { format });
      expect([refused.status, refused.body.code, refused.body.fields]).toEqual([409, 'submission.names_somebody', [{ field: 'arbitrary', code: 'submission.names_somebody' }]]);
      // A lawyer reads people but not who a source is.
      const [person, source] = [{ kind: 'individual', id: ids.unaskedPerson }, null];
      expect(refused.body.named).toEqual([['name', person], ['name', source], ['number', source]].map(([by, about]) => ({ field: 'arbitrary', by, about })));
      expect(refused.text).not.toMatch(/Torgay|555|Zhaksybek/);
    }
    const page = await dana.form(`/submissions/${id}/files`, { format: 'pdf' });
    expect([page.status, page.text.includes('name="despite"')]).toEqual([409, true]);
    const log: unknown = await habeas.ground.database.reader.query(`SELECT * FROM audit_entry WHERE act = 'submission.people_found'`);
    expect([JSON.stringify(log).includes('people_found'), JSON.stringify(log).includes('Torgay')]).toEqual([true, false]);
    // That it was written at all is in the log too, and nobody's name with it.
    const written = await habeas.audit({ act: 'submission.people_written', recordId: id });
    expect([written.length, String(written[0]?.leaf).includes('"findings":3'), /Torgay|Zhaksybek/.test(String(written[0]?.leaf))]).toEqual([1, true, false]);
    expect(saved.text).toContain('a person you may not see');
  });

  it('looks for people as they are called now and as they were called before', async () => {
    const [aigerim, dana] = [await habeas.as('aigerim'), await habeas.as('dana')];
    const { submission } = await draft();
    const typed = async (version: number, text: string | null) => (await dana.patch<{ named: { about: object | null }[] }>(`/api/v1/submissions/${id}`, version, { texts: { submitter: text } })).body.named.map(({ about }) => about);
    const others = (await typed(submission.version, 'Told by Kydyr Aliaskarov.')).length;
    const made = (await aigerim.post<{ id: string; version: number }>('/api/v1/individuals', { names: [{ text: 'Қыдыр Әлиасқаров' }] })).body;
    const person = { kind: 'individual', id: made.id };
    expect(await typed(submission.version + 1, 'Told by Mr Kydyr Aliaskarov.')).toContainEqual(person);
    expect((await aigerim.patch(`/api/v1/individuals/${made.id}`, made.version, { names: [{ text: 'Қыдыр Бекболатов' }] })).status).toBe(200);
    expect(await typed(submission.version + 2, 'Told by Kydyr Bekbolatov.')).toContainEqual(person);
    expect(await typed(submission.version + 3, 'Told by Kydyr Aliaskarov.')).toContainEqual(person);
    expect(await typed(submission.version + 4, null)).toHaveLength(others);
  });

  it('looks for who brought a file, whatever the source it comes from agreed to', async () => {
    const [aigerim, dana] = [await habeas.as('aigerim'), await habeas.as('dana')];
    const source = (await aigerim.post<{ id: string }>('/api/v1/sources', { kind: 'witness', label: 'x', identity: 'Ораз Тілепберген' })).body.id;
    expect((await consent('source', source, { un_named: 'yes' })).status).toBe(201);
    const person = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Нұргүл' }] })).body.id;
    const headers = { Cookie: `habeas_session=${aigerim.signed?.token}`, 'Content-Type': 'application/octet-stream', Connection: 'close' };
    const upload = (await (await fetch(`${habeas.url}/api/v1/evidence/uploads`, { method: 'POST', headers, body: Buffer.from('%PDF-1.7 brought') })).json()) as { id: string };
    const file = { uploadId: upload.id, about: 'individual', aboutId: person, fileName: 'x.pdf', title: 'x', kind: 'other', sourceId: source, collector: 'Дәурен Қасқырбай' };
    expect((await aigerim.post('/api/v1/evidence', file)).status).toBe(201);
    const { version } = (await draft()).submission;
    const named = async (at: number, text: string | null) => (await dana.patch<{ named: { about: object | null }[] }>(`/api/v1/submissions/${id}`, at, { texts: { submitter: text } })).body.named;
    const others = await named(version, 'Told by nobody.');
    expect(await named(version + 1, 'Told by Oraz Tilepbergen.')).toEqual(others);
    expect(await named(version + 2, 'Brought by Dauren Kaskyrbai.')).toHaveLength(others.length + 1);
    await named(version + 3, null);
  });

  it('lets somebody found in it stand only with a reason, which is kept with the draft', async () => {
    const passed = await post('dana', `/api/v1/submissions/${id}/files`, { format: 'docx', despite: 'A judge of the same name; the number is that of the court.' });
    expect(passed.status).toBe(200);
    const { submission } = await draft();
    expect((submission as unknown as { despite: string }).despite).toBe('A judge of the same name; the number is that of the court.');
    expect(textOfDocx(await bytes('docx'))).toContain('Torgayuly');
    const dana = await habeas.as('dana');
    const more = await dana.patch<{ named: { field: string }[] }>(`/api/v1/submissions/${id}`, submission.version, { texts: { submitter: 'Kuanyshbek Torgayuly', arbitrary: 'Category I: kept after the limit.' } });
    expect(more.body.named.map(({ field }) => field)).toEqual(['submitter']);
    await dana.patch(`/api/v1/submissions/${id}`, submission.version + 1, { texts: { submitter: null } });
  });

  it('lists the files of the record that may go along, and says how many may not and why', async () => {
    const before = await draft();
    expect(before.annexesLeftOut).toEqual({ unread: false, bySource: 1, byPicture: 1 });
    const { body } = await post('dana', `/api/v1/submissions/${id}/redraw`, {}, before.submission.version);
    expect(body.submission.drawn.annexes).toBe(`1. Official paper: protocol, ruling, summons: Protocol, two pages, Sunday 10 January 2021, hour not known, Almaty time (UTC+6). SHA-256 ${ids.protocolHash}`);
    expect((await (await habeas.as('dana')).page(`/submissions/${id}`)).text).toContain('1 file of the record is not listed: its source has not agreed to this use.');
    await consent('individual', ids.person, { photo_video: 'yes' });
    expect((await draft()).now.annexes).toContain('2. Photograph: In the bus');
    expect((await draft()).annexesLeftOut).toEqual({ unread: false, bySource: 1, byPicture: 0 });
    const asManager = (await (await habeas.as('marat')).get<Draft>(`/api/v1/submissions/${id}`)).body;
    expect([asManager.annexesLeftOut.unread, asManager.now.annexes]).toEqual([true, null]);
  });

  it('goes out no more once a source says no, until it is drawn without it', async () => {
    await consent('source', ids.witness, { un_named: 'no' });
    const stopped = await post('dana', `/api/v1/submissions/${id}/files`, { format: 'docx' });
    expect([stopped.status, stopped.body.code]).toEqual([409, 'submission.source_said_no']);
    const { body } = await post('dana', `/api/v1/submissions/${id}/redraw`, {}, (await draft()).submission.version);
    expect([body.refused, JSON.stringify(body.submission.drawn).includes('between 10:30')]).toEqual([1, false]);
    await consent('source', ids.witness, { un_named: 'yes' });
  });

  it('is sent only with what the form needs, counts as a disclosure and sets the deadlines of the reply', async () => {
    const early = await post('dana', `/api/v1/submissions/${id}/sending`, { how: 'online', recipient: 'OHCHR' }, (await draft()).submission.version);
    expect([early.status, early.body.code]).toEqual([422, 'submission.facts_missing']);
    const told = await (await habeas.as('dana')).form(`/submissions/${id}/send`, { _version: String((await draft()).submission.version), how: 'online', recipient: 'OHCHR' });
    expect([told.status, told.text.includes(`/submissions/${id}/edit#f-texts-submitter`), told.text.includes('value="OHCHR"')]).toEqual([422, true, true]);
    const texts = Object.fromEntries((await draft()).missing.filter(({ required }) => required).map(({ field }) => [field, 'Written by a person.']));
    const dana = await habeas.as('dana');
    const written = await dana.patch<Draft>(`/api/v1/submissions/${id}`, (await draft()).submission.version, { texts });
    expect(written.status).toBe(200);
    const sent = await dana.form(`/submissions/${id}/send`, { _version: String(written.body.submission.version), how: 'online', recipient: 'OHCHR, petitions', sent: '20.01.2021', theirReference: 'G/SO 218/2' });
    expect([sent.status, sent.text]).toEqual([303, expect.any(String)]);
    const tasks = await dana.get<{ items: { kind: string; due: { latest: string }; task: string }[] }>(`/api/v1/follow-ups?kind=reply_due&detention=${ids.stay}`);
    expect(tasks.body.items.map(({ due }) => due.latest.slice(0, 10)).sort()).toEqual(['2021-03-21', '2021-04-20']);
    const register = await dana.get<{ items: { way: string; scope: string; recipient: string }[] }>(`/api/v1/disclosures?about=individual&id=${ids.person}`);
    expect(register.body.items).toEqual(expect.arrayContaining([expect.objectContaining({ way: 'submission', scope: 'un_named', recipient: 'OHCHR, petitions' })]));
    const again = await post('dana', `/api/v1/submissions/${id}/redraw`, {}, (await draft()).submission.version);
    expect([again.status, again.body.code]).toEqual([409, 'submission.already_sent']);
  });

  it('keeps the reply with its HURIDOCS response, and asks it back when the person withdraws', async () => {
    const dana = await habeas.as('dana');
    const reply = await dana.form(`/submissions/${id}/reply`, { _version: String((await draft()).submission.version), response: 'more_information', replied: '20.01.2021', reply: 'Asks for the ruling.' });
    expect(reply.status).toBe(303);
    expect((await draft()).submission).toMatchObject({ state: 'answered', response: 'more_information' });
    expect((await dana.page(`/submissions/${id}`)).text).toContain('Asks for the ruling.');
    const withdrawn = await post('dana', `/api/v1/consents/individual/${ids.person}/withdrawals`, {});
    expect((withdrawn.body as unknown as { gone: number }).gone).toBeGreaterThanOrEqual(3);
    expect((await post('dana', `/api/v1/submissions/${id}/files`, { format: 'pdf' })).body.code).toBe('consent.not_given');
  });

  it('tells of an assembly in numbers and of nobody', async () => {
    const { status, body } = await post('marat', '/api/v1/submissions', { form: 'odihr-assembly', incidentId: ids.incident, headings: 'fr' });
    expect([status, body.submission.drawn.detained, body.submission.drawn.notified]).toEqual([201, 'At least 40, at most 44, as reported by 1 count.', 'Not agreed with the authorities']);
    const file = await habeas.as('marat').then((marat) => fetch(`${marat.url}/api/v1/submissions/${body.submission.id}/files`, { method: 'POST', headers: { Cookie: `habeas_session=${marat.signed?.token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ format: 'docx' }) }));
    const docx = textOfDocx(Buffer.from(await file.arrayBuffer()));
    for (const said of ['La réunion', 'État du formulaire', '[à compléter]', '[inconnu]']) expect(docx).toContain(said);
  });

  it('is for the partner that the person named: consent bound to one is enough for it and for no other', async () => {
    const [aigerim, dana] = [await habeas.as('aigerim'), await habeas.as('dana')];
    const bound = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Сәуле Мұқанова' }] })).body.id;
    const detentionId = (await aigerim.post<{ id: string }>('/api/v1/detentions', { individualId: bound })).body.id;
    const partner = async (name: string) => (await aigerim.post<{ id: string }>('/api/v1/organisations', { name, kind: 'ngo', partner: true })).body.id;
    const [chosen, other] = [await partner('Chosen partner'), await partner('Other partner')];
    expect((await post('aigerim', `/api/v1/consents/individual/${bound}`, { answers: { share_partner: 'yes' }, partnerIds: [chosen] })).status).toBe(201);

    const open = (form: string, partnerId?: string) => post('dana', '/api/v1/submissions', { form, detentionId, ...(partnerId ? { partnerId } : {}) });
    const [none, wrong] = [await open('partner-briefing'), await open('partner-briefing', other)];
    expect([none, wrong].map(({ status, body }) => [status, body.withheld, body.submission.drawn.names])).toEqual([[201, 'other_partner', undefined], [201, 'other_partner', undefined]]);
    const refused = [await open('partner-briefing', bound), await open('wgad-questionnaire', chosen)];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([[422, 'submission.no_partner'], [422, 'submission.no_partner']]);
    const briefing = `/submissions/${wrong.body.submission.id}`;
    expect((await post('dana', `/api/v1${briefing}/files`, { format: 'docx' })).body).toMatchObject({ code: 'consent.not_given', why: 'other_partner' });
    expect((await dana.page(briefing)).text).toContain('Nothing was filled in: not for this partner.');

    const form = (await dana.page(`${briefing}/edit`)).text;
    expect([new RegExp(`value="${other}"[^>]*selected`).test(form), form.includes('Chosen partner')]).toEqual([true, true]);
    expect((await dana.form(`${briefing}/edit`, { _version: '1', partnerId: chosen, 'texts.asks': 'To visit her.' })).status).toBe(303);
    const page = (await dana.page(briefing)).text;
    for (const said of ['Chosen partner', 'Сәуле Мұқанова', 'To visit her.']) expect(page).toContain(said);
    expect((await post('dana', `/api/v1${briefing}/files`, { format: 'docx' })).status).toBe(200);
    const { body } = await dana.get<Draft>(`/api/v1${briefing}`);
    const texts = Object.fromEntries(body.missing.filter(({ required }) => required).map(({ field }) => [field, 'Written by a person.']));
    const written = await dana.patch<Draft>(`/api/v1${briefing}`, body.submission.version, { texts });
    // Nobody is named: another partner would get what was agreed for this one.
    const taken = await dana.patch<Draft>(`/api/v1${briefing}`, written.body.submission.version, { partnerId: null });
    expect([taken.body.withheld, taken.body.submission.drawn, taken.body.submission.texts.asks]).toEqual(['other_partner', {}, 'To visit her.']);
    const unsent = await post('dana', `/api/v1${briefing}/sending`, { how: 'email' }, taken.body.submission.version);
    expect([unsent.status, unsent.body.fields]).toEqual([422, [{ field: 'recipient', code: 'submission.no_recipient' }]]);
    const back = await dana.patch<Draft>(`/api/v1${briefing}`, taken.body.submission.version, { partnerId: chosen });
    const sent = await dana.form(`${briefing}/send`, { _version: String(back.body.submission.version), how: 'email', recipient: 'head of office' });
    expect(sent.status).toBe(303);
    const register = await dana.get<{ items: { way: string; recipient: string }[] }>(`/api/v1/disclosures?about=individual&id=${bound}`);
    expect(register.body.items.map(({ way, recipient }) => [way, recipient]).sort()).toEqual([['export', 'Chosen partner'], ['submission', 'Chosen partner, head of office']]);
  });

  it('refuses the wrong subject, roles that do not send, and who does not reach the stay', async () => {
    const wrong = await post('dana', '/api/v1/submissions', { form: 'odihr-assembly', detentionId: ids.stay });
    const both = await post('dana', '/api/v1/submissions', { form: 'wgad-questionnaire', detentionId: ids.stay, incidentId: ids.incident });
    const role = await post('aigerim', '/api/v1/submissions', { form: 'wgad-questionnaire', detentionId: ids.stay });
    const absent = await post('dana', '/api/v1/submissions', { form: 'wgad-questionnaire', detentionId: '01000000-0000-7000-8000-000000000000' });
    const field = await (await habeas.as('marat')).get<{ items: { id: string; state: string }[] }>('/api/v1/submissions?state=draft');
    const other = await (await habeas.as('marat')).patch<Draft>(`/api/v1/submissions/${field.body.items[0]?.id}`, 1, { texts: { nothing: 'x' } });
    expect([wrong, both, role, absent, other].map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'submission.other_subject'], [422, 'submission.other_subject'], [403, 'access.refused'], [404, 'not_found'], [422, 'submission.no_such_field'],
    ]);
    const rows: unknown = await habeas.ground.database.reader.query('SELECT * FROM submission');
    expect(JSON.stringify(rows)).not.toMatch(/Қалиева|OHCHR|Category I/);
  });

  async function bytes(format: string): Promise<Buffer> {
    const { url, signed } = await habeas.as('dana');
    const answer = await fetch(`${url}/api/v1/submissions/${id}/files`, { method: 'POST', headers: { Cookie: `habeas_session=${signed?.token}`, 'Content-Type': 'application/json', Connection: 'close' }, body: JSON.stringify({ format }) });
    expect([format, answer.status, answer.headers.get('content-disposition')]).toEqual([format, 200, expect.stringMatching(/^attachment; filename="U-2021-00001-2021-01-20\.(pdf|docx)"$/)]);
    return Buffer.from(await answer.arrayBuffer());
  }
});

/** Words and metadata of a PDF. */
async function textOfPdf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, place) => (await document.getPage(place + 1)).getTextContent()));
  const said = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
  const metadata = JSON.stringify(await document.getMetadata());
  await document.destroy();
  return `${said}\n${metadata}`;
}

/** Every part of a DOCX, as text, metadata included. */
function textOfDocx(zip: Buffer): string {
  const parts: string[] = [];
  let end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  end = zip.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    const [size, nameLength, extra, comment, at] = [zip.readUInt32LE(end + 20), zip.readUInt16LE(end + 28), zip.readUInt16LE(end + 30), zip.readUInt16LE(end + 32), zip.readUInt32LE(end + 42)];
    const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const body = zip.subarray(from, from + size);
    parts.push((zip.readUInt16LE(end + 10) === 8 ? inflateRawSync(body) : body).toString('utf8'));
    end += 46 + nameLength + extra + comment;
  }
  return parts.join('\n');
}
