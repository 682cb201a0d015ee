import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../src/kernel/actor/public.js';
import { EntityManager } from 'typeorm';
import { ConsentStanding, leftOut, MayUse } from '../../src/consents/public.js';
import { rowsOf, run, UnitOfWork } from '../../src/kernel/db/public.js';
import { columnsAsked, ImportFile, shippedMapping, TakeBackConsents, type Mapping } from '../../src/intake/public.js';
import { Restrictions } from '../../src/requests/public.js';
import { FixedClock, readInstant, type Instant } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Person } from '../support/cast.js';
import { databases } from '../support/database.js';

interface Consents {
  standing: { scope: string; allowed: boolean; why: string | null; needsLegalReview: boolean; until: string | null }[];
  decisions: Record<string, unknown>[];
  gone?: number;
}

const now = readInstant('2026-03-02T06:00:00.000Z') as Instant;

describe.each(databases)('consent, use by use, on %s', (name) => {
  let habeas: TestApp;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    habeas = await TestApp.start(name, new FixedClock(now));
    const aigerim = await habeas.as('aigerim');
    const people = { asel: {}, child: { ageSaid: { years: 15, on: '2026-02-01' } }, held: {}, silent: {} };
    for (const [key, more] of Object.entries(people)) {
      const made = await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: `Person ${key}` }], ...more });
      ids[key] = made.body.id;
    }
    for (const [key, kind] of Object.entries({ witness: 'witness', second: 'witness', protocol: 'police_protocol' })) {
      const made = await aigerim.post<{ id: string }>('/api/v1/sources', { kind, label: `Label of ${key}`, identity: `Planted ${key}`, protected: key !== 'protocol' });
      ids[key] = made.body.id;
    }
    const stay = await aigerim.post<{ id: string }>('/api/v1/detentions', {
      ...{ individualId: ids.asel, kind: 'containment', regionCode: 'KZ-75' },
      periods: [
        { kind: 'street_containment', account: 'observed', sourceId: ids.witness, start: { said: '10.01.2026 between 10:30 and 11:15' }, end: { said: '10.01.2026 20:30' } },
        { kind: 'police_station', account: 'official', sourceId: ids.protocol, start: { said: '10.01.2026 16:00' }, end: { said: '10.01.2026 20:40' } },
      ],
      events: [{ kind: 'lawyer_denied', account: 'observed', sourceId: ids.second, at: { said: '10.01.2026 17:00' }, note: 'Words of the second witness' }],
    });
    ids.stay = stay.body.id;
  });
  afterAll(() => habeas.stop());

  const post = async (who: Person, path: string, body: object) => (await habeas.as(who)).post<Consents & { code: string; why: string }>(path, body);
  const state = ({ standing }: Consents, scope: string) => standing.find((one) => one.scope === scope);
  const file = (purpose: string, more: object = {}) => post('dana', `/api/v1/detentions/${ids.stay}/timeline/exports`, { format: 'json', purpose, ...more });

  it('is internal help until somebody asks, and nothing leaves before', async () => {
    const view = await (await habeas.as('dana')).get<Consents>(`/api/v1/consents/individual/${ids.asel}`);
    expect(view.body.standing.filter(({ allowed }) => allowed).map(({ scope }) => scope)).toEqual(['internal_help']);
    const refused = await file('court');
    expect([refused.status, refused.body.code, refused.body.why]).toEqual([409, 'consent.not_given', 'no_record']);
    expect((await file('internal')).status).toBe(200);
    const page = await (await habeas.as('dana')).form(`/detentions/${ids.stay}/export`, { format: 'pdf', purpose: 'partner' });
    expect([page.status, page.text.includes('has not agreed to this use')]).toEqual([409, true]);
  });

  it('takes down a conversation on one screen, in words to read out', async () => {
    const aigerim = await habeas.as('aigerim');
    const form = await aigerim.page(`/consents/individual/${ids.asel}/new?speak=kk`);
    expect(form.text).toContain('Адвокат мұны сотта');
    const nothing = await aigerim.form(`/consents/individual/${ids.asel}/new`, { conditions: 'kept words', way: 'in_person' });
    expect([nothing.status, nothing.text.includes('kept words')]).toEqual([400, true]);
    const answers = { 'answers.legal_action': 'yes', 'answers.un_named': 'no', 'answers.share_partner': 'yes', 'answers.public_name': '' };
    const made = await aigerim.form(`/consents/individual/${ids.asel}/new`, { ...answers, conditions: 'call before each use', way: 'in_writing', language: 'kk', evidence: 'sheet 4', given: '01.03.2026', expires: '01.04.2026', _key: 'consent-form-key-1' });
    expect([made.status, made.headers.get('location')]).toEqual([303, `/consents/individual/${ids.asel}`]);
    const page = await aigerim.page(`/consents/individual/${ids.asel}`);
    for (const said of ['call before each use', 'sheet 4', 'Kazakh', 'refused']) expect(page.text).toContain(said);
    const view = await aigerim.get<Consents>(`/api/v1/consents/individual/${ids.asel}`);
    expect(state(view.body, 'legal_action')).toMatchObject({ allowed: true, until: '2026-04-01T18:59:59.999Z' });
    expect(state(view.body, 'un_confidential')).toMatchObject({ allowed: false, why: 'no_record' });
    const marat = await (await habeas.as('marat')).get<Consents>(`/api/v1/consents/individual/${ids.asel}`);
    expect(marat.body.decisions[0]).toMatchObject({ capacity: { withheld: 'health' }, giverName: { withheld: 'contact' }, conditions: 'call before each use' });
  });

  it('names the partners it is bound to, and whatever leaves holds to them', async () => {
    const aigerim = await habeas.as('aigerim');
    const bound = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Person bound' }] })).body.id;
    const held = (await aigerim.post<{ id: string }>('/api/v1/detentions', { individualId: bound })).body.id;
    expect((await aigerim.page(`/consents/individual/${bound}/new`)).text).toContain('No partner organisation is recorded yet');
    const partner = async (name: string) => (await aigerim.post<{ id: string }>('/api/v1/organisations', { name, kind: 'ngo', partner: true })).body.id;
    const [chosen, other] = [await partner('Chosen partner'), await partner('Other partner')];
    const form = (await aigerim.page(`/consents/individual/${bound}/new`)).text;
    for (const said of ['Only to these partners', 'Chosen partner', `value="${other}"`]) expect(form).toContain(said);
    const kept = await aigerim.form(`/consents/individual/${bound}/new`, { partnerIds: chosen, way: 'in_person' });
    expect([kept.status, new RegExp(`value="${chosen}"[^>]*checked`).test(kept.text)]).toEqual([400, true]); // no question answered: what was ticked stays
    expect((await aigerim.form(`/consents/individual/${bound}/new`, { 'answers.share_partner': 'yes', partnerIds: chosen, way: 'in_person', given: '01.03.2026' })).status).toBe(303);
    const page = (await aigerim.page(`/consents/individual/${bound}`)).text;
    for (const said of ['Only to the partners named below', 'Chosen partner']) expect(page).toContain(said);

    const send = (more: object) => post('dana', `/api/v1/detentions/${held}/timeline/exports`, { format: 'json', purpose: 'partner', ...more });
    for (const more of [{}, { partnerId: other }, { recipient: 'Chosen partner' }]) expect((await send(more)).body).toMatchObject({ code: 'consent.not_given', why: 'other_partner' });
    expect((await send({ partnerId: chosen })).status).toBe(200);
    const register = await aigerim.get<{ items: { recipient: string }[] }>(`/api/v1/disclosures?about=individual&id=${bound}`);
    expect(register.body.items.map(({ recipient }) => recipient)).toEqual(['Chosen partner']);
    expect((await (await habeas.as('dana')).page(`/detentions/${held}/export`)).text).toContain('Which partner');
    // A list for partners is for none in particular.
    const inLists = await rowsOf(habeas.app.get(EntityManager), ConsentStanding, `WHERE r.subject_id = :bound AND r.scope = 'share_partner'`, { bound });
    expect(inLists.map(({ allowed, why }) => [allowed, why])).toEqual([[false, 'other_partner']]);
  });

  it('comes from a table: what cannot be read stays out by name, a second time changes nothing, and it is taken back', async () => {
    const aigerim = await habeas.as('aigerim');
    const actor = { ...systemActor('test'), id: habeas.ids.aigerim };
    const made = async (path: string, body: object) => (await aigerim.post<{ id: string; reference: string }>(`/api/v1/${path}`, body)).body;
    const person = await made('individuals', { names: [{ text: 'Person of a table' }] });
    const bound = await made('individuals', { names: [{ text: 'Person bound in a table' }] });
    const teller = await made('sources', { kind: 'witness', label: 'Teller of a table' });
    const mapping = shippedMapping('consents-plain') as Mapping;
    const head = mapping && ['id', 'of', 'person id', 'yes', 'no', 'withdrawn', 'said on', 'way', 'language', 'decided by', 'could decide', 'name of who decided', 'asked by', 'evidence', 'until', 'conditions', 'partners', 'only to partners'];
    const partner = async (name: string) => made('organisations', { name, kind: 'ngo', partner: true });
    const [first, second, twin] = await Promise.all(['Tulpar legal aid', 'Samruk', 'Samruk'].map(partner));
    const row = (cells: Record<string, string>): string => head.map((name) => cells[name] ?? '').join(',');
    const good = [
      row({ id: '1', of: person.reference, yes: 'legal_action; Передача названному партнёру', no: 'public_name', 'said on': '01.02.2026', way: 'telephone', language: 'kk', 'asked by': 'Volunteer of the hotline', evidence: 'Sheet 7', until: '01.05.2026' }),
      row({ id: '2', of: teller.reference, yes: 'legal_action', 'said on': '01.02.2026' }),
      row({ id: '3', of: teller.reference, withdrawn: 'legal_action', 'said on': '20.02.2026' }),
      row({ id: '14', of: bound.reference, yes: 'share_partner', 'said on': '01.02.2026', 'only to partners': `${twin?.reference}; TULPAR legal aid` }),
    ];
    const bad = [
      row({ id: '4', of: 'I-2026-99999', yes: 'legal_action', 'said on': '01.02.2026' }),
      row({ id: '5', of: person.reference, yes: 'everything', 'said on': '01.02.2026' }),
      row({ id: '6', of: person.reference, yes: 'un_named', no: 'un_named', 'said on': '01.02.2026' }),
      row({ id: '7', of: person.reference, yes: 'un_named' }),
      row({ id: '8', of: person.reference, yes: 'un_named', 'said on': '01.02.2027' }),
      row({ id: '9', of: person.reference, yes: 'un_named', 'said on': '01.02.2026', 'decided by': 'the neighbour' }),
      row({ id: '10', 'said on': '01.02.2026' }),
      row({ id: '11', of: bound.reference, yes: 'share_partner', 'said on': '01.02.2026', 'only to partners': 'Tulpar' }),
      row({ id: '12', of: bound.reference, yes: 'share_partner', 'said on': '01.02.2026', 'only to partners': `${first?.reference}; samruk` }),
      row({ id: '13', of: bound.reference, yes: 'share_partner', 'said on': '01.02.2026', 'only to partners': '; ' }),
    ];
    const take = (rows: readonly string[], dryRun = false) => habeas.app.get(ImportFile).run(actor, { what: 'consents', mapping, dryRun, file: Buffer.from([head.join(','), ...rows].join('\n')) });
    const standing = async (about: string, id: string) => (await aigerim.get<Consents>(`/api/v1/consents/${about}/${id}`)).body;
    expect((await take([...good, ...bad], true)).counts).toMatchObject({ added: 4, refused: 10 });
    expect((await standing('individual', person.id)).decisions).toEqual([]);
    const taken = await take([...good, ...bad]);
    expect(taken.remarks.map(({ row: at, code, column }) => [at, code, column])).toEqual([
      [6, 'nobody_such', 'of'], [7, 'scope_unknown', 'yes'], [8, 'scope_twice', 'no'], [9, 'no_day_given', 'said on'],
      [10, 'not_yet_said', 'given'], [11, 'word_unknown', 'decided by'], [12, 'nobody_given', 'of'], [12, 'no_answer', 'yes'],
      [13, 'partner_unknown', 'only to partners'], [14, 'partner_ambiguous', 'only to partners'], [15, 'not_taken', 'only to partners'],
    ]);
    expect((await standing('individual', bound.id)).decisions.map(({ partnerIds }) => partnerIds)).toEqual([[twin?.id, first?.id]]);
    const known = await standing('individual', person.id);
    expect(['legal_action', 'share_partner', 'public_name', 'un_named'].map((scope) => state(known, scope)?.allowed)).toEqual([true, true, false, false]);
    expect(known.decisions[0]).toMatchObject({ way: 'telephone', language: 'kk', askedBy: 'Volunteer of the hotline', evidence: 'Sheet 7', expiresAt: '2026-05-01T18:59:59.999Z' });
    expect(state(await standing('source', teller.id), 'legal_action')).toMatchObject({ allowed: false, why: 'withdrawn' });

    expect((await take(good)).counts).toMatchObject({ added: 0, unchanged: 4 });
    const rebound = await take([row({ id: '14', of: bound.reference, yes: 'share_partner', 'said on': '01.02.2026', 'only to partners': `${second?.reference}` })]);
    expect([rebound.counts.added, rebound.remarks.map(({ code }) => code)]).toEqual([0, ['answer_stays']]);
    const other = await take([row({ id: '1', of: person.reference, yes: 'un_named', 'said on': '02.02.2026' })]);
    expect([other.counts.added, other.remarks.map(({ code }) => code)]).toEqual([0, ['answer_stays']]);
    await expect(habeas.app.get(ImportFile).run({ ...actor, permissions: new Set(['import.run']) }, { what: 'consents', mapping, dryRun: true, file: Buffer.from(head.join(',')) })).rejects.toMatchObject({ code: 'import.consents_not_yours' });

    expect((await aigerim.page(`/import/runs/${taken.id}`)).text).toContain('Take the answers back');
    const back = await aigerim.form(`/import/runs/${taken.id}/take-back`, {});
    expect([back.status, back.headers.get('location')]).toEqual([303, `/import/runs/${taken.id}#taken-back`]);
    await habeas.app.get(TakeBackConsents).settled();
    const receipt = (await aigerim.page(`/import/runs/${taken.id}`)).text;
    expect(['Taken back: all 4 rows', 'People reported detained', 'New facilities', 'Take the answers back'].map((said) => receipt.includes(said))).toEqual([true, false, false, false]);
    expect((await post('aigerim', `/api/v1/imports/${taken.id}/take-back`, {})).body.code).toBe('import.nothing_to_take_back');
    const after = await standing('individual', person.id);
    expect([state(after, 'legal_action')?.why, state(after, 'public_name')?.why, after.decisions.length]).toEqual(['withdrawn', 'refused', 2]);
  });

  it('is taken back in batches, each whole: what broke or is out of reach is told as left, and taken up again', async () => {
    const aigerim = await habeas.as('aigerim');
    const actor = { ...systemActor('test'), id: habeas.ids.aigerim };
    const made = async (path: string, body: object) => (await aigerim.post<{ id: string; reference: string }>(`/api/v1/${path}`, body)).body;
    const [person, hidden, other] = await Promise.all(['of many rows', 'of the first row', 'of the last row'].map((text) => made('individuals', { names: [{ text: `Person ${text}` }] })));
    if (!person || !hidden || !other) throw new Error('nobody was recorded');
    const rows = Array.from({ length: 30 }, (_, n) => `t${n},${(n === 0 ? hidden : n === 29 ? other : person).reference},,legal_action,,,01.02.2026,,,,,,,,,,,`);
    const mapping = shippedMapping('consents-plain') as Mapping;
    const file = Buffer.from([columnsAsked(mapping).join(','), ...rows].join('\n'));
    const { id } = await habeas.app.get(ImportFile).run(actor, { what: 'consents', mapping, dryRun: false, file });
    const dana = await habeas.as('dana');
    const opened = await dana.post<{ id: string }>('/api/v1/cases', { title: 'Of one row' });
    expect((await dana.post(`/api/v1/cases/${opened.body.id}/individuals`, { record: hidden.id })).status).toBeLessThan(300);
    const takeBack = habeas.app.get(TakeBackConsents);
    const standing = async () => (await aigerim.get<{ takenBack: object }>(`/api/v1/imports/${id}`)).body.takenBack;
    const write = (sql: string) => habeas.app.get(UnitOfWork).touch((manager) => run(manager, sql, { id }));
    const last = 'WHERE id = (SELECT MAX(decision_id) FROM imported_consent WHERE run_id = :id)';

    await write(`UPDATE consent_decision SET answers = '{' ${last}`); // the second batch breaks
    expect((await aigerim.post(`/api/v1/imports/${id}/take-back`, {})).status).toBe(202);
    await takeBack.settled();
    expect(await standing()).toEqual({ done: 24, left: 6, underWay: false });
    const half = (await aigerim.page(`/import/runs/${id}`)).text;
    for (const said of ['Half taken back: 24 of 30 rows', 'Go on taking back']) expect(half).toContain(said);

    await write(`UPDATE consent_decision SET answers = '{"legal_action":"yes"}' ${last}`);
    await aigerim.post(`/api/v1/imports/${id}/take-back`, {});
    await takeBack.settled();
    expect(await standing()).toEqual({ done: 29, left: 1, underWay: false });
    expect((await dana.get<Consents>(`/api/v1/consents/individual/${hidden.id}`)).body.decisions).toHaveLength(1);
    await dana.post(`/api/v1/cases/${opened.body.id}/members`, { staffId: habeas.ids.aigerim });
    await aigerim.post(`/api/v1/imports/${id}/take-back`, {});
    await takeBack.settled();
    expect(await standing()).toEqual({ done: 30, left: 0, underWay: false });
    const known = (await aigerim.get<Consents>(`/api/v1/consents/individual/${person.id}`)).body;
    expect([state(known, 'legal_action')?.why, known.decisions.length]).toEqual(['withdrawn', 56]);
    expect((await habeas.audit({ act: 'import.taken_back', recordId: id })).length).toBe(3);
    for (const who of ['bolat', 'marat', 'yerlan'] as const) expect([403, 404]).toContain((await post(who, `/api/v1/imports/${hidden.id}/take-back`, {})).status);
  });

  it('runs out on its day, and the home page says so before', async () => {
    const aigerim = await habeas.as('aigerim');
    const expiring = await aigerim.get<{ subjectId: string; scopes: string[] }[]>('/api/v1/consents/expiring');
    expect(expiring.body).toEqual([expect.objectContaining({ subjectId: ids.asel, scopes: ['internal_help', 'legal_action', 'share_partner'].filter((scope) => scope !== 'internal_help') })]);
    expect((await aigerim.page('/')).text).toContain('Consents that run out');
    const mayUse = habeas.app.get(MayUse);
    const asked = { about: 'individual' as const, ids: [ids.asel ?? ''] };
    const later = await mayUse.of(asked, { scope: 'legal_action', at: readInstant('2026-05-01T00:00:00.000Z') as Instant });
    expect(later.get(ids.asel ?? '')).toMatchObject({ allowed: false, why: 'expired' });
  });

  it('lets a file leave and keeps where it went, with its digest', async () => {
    const sent = await file('court', { recipient: 'Almaly district court' });
    expect(sent.status).toBe(200);
    const register = await (await habeas.as('dana')).get<{ items: Record<string, unknown>[] }>(`/api/v1/disclosures?about=individual&id=${ids.asel}`);
    const fileHash = createHash('sha256').update(sent.text).digest('hex');
    expect(register.body.items[0]).toMatchObject({ scope: 'legal_action', way: 'export', format: 'json', recordKind: 'detention', recordId: ids.stay, recipient: 'Almaly district court', fileHash });
    expect((await (await habeas.as('dana')).page('/disclosures')).text).toContain('Almaly district court');
  });

  it('takes a fact from a source nobody asked, and neither its words nor who it is', async () => {
    const said = (await file('court')).text;
    expect(said).toContain('between 10:30 and 11:15');
    for (const kept of ['Words of the second', 'Planted', 'Label of witness', 'Label of second']) expect([kept, said.includes(kept)]).toEqual([kept, false]);
    expect(said).toContain('1 note is left out');
    expect((await file('internal')).text).toContain('Words of the second');
    await post('aigerim', `/api/v1/consents/source/${ids.second}`, { answers: { legal_action: 'yes' } });
    expect((await file('court')).text).toContain('Words of the second');
  });

  it('leaves out all that a source told who says no, and counts it', async () => {
    const no = await post('aigerim', `/api/v1/consents/source/${ids.witness}`, { answers: { legal_action: 'no' } });
    expect(no.status).toBe(201);
    const said = JSON.parse((await file('court')).text) as { document: { custody: { rows: unknown[] }; withheld: string[] } };
    expect(said.document.custody.rows).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('between 10:30');
    expect(said.document.withheld.join(' ')).toContain('What 1 source told is left out');
    expect((await file('internal')).text).toContain('between 10:30');
    const named = await post('aigerim', `/api/v1/consents/source/${ids.witness}`, { answers: { legal_action: 'no' }, giverName: 'tells who it is' });
    expect([named.status, named.body.code]).toEqual([422, 'consent.giver_of_source']);
  });

  it('closes at once when it is withdrawn, and asks back what went out', async () => {
    const withdrawn = await post('dana', `/api/v1/consents/individual/${ids.asel}/withdrawals`, {});
    expect([withdrawn.status, withdrawn.body.gone]).toEqual([201, 4]);
    expect(withdrawn.body.standing.filter(({ allowed }) => allowed).map(({ scope }) => scope)).toEqual(['internal_help']);
    expect(withdrawn.body.decisions).toHaveLength(2);
    expect((await file('court')).body).toMatchObject({ code: 'consent.not_given', why: 'withdrawn' });
    const tasks = await (await habeas.as('aigerim')).get<{ items: { kind: string; task: string; priority: string }[] }>(`/api/v1/follow-ups?kind=recall&individual=${ids.asel}`);
    expect(tasks.body.items).toHaveLength(4);
    expect(tasks.body.items.map(({ task }) => task).join()).toContain('Almaly district court');
    const source = await post('aigerim', `/api/v1/consents/source/${ids.second}/withdrawals`, { scopes: ['legal_action'] });
    expect(source.body.gone).toBeGreaterThan(0);
    const about = await (await habeas.as('aigerim')).get<{ items: unknown[] }>(`/api/v1/follow-ups?kind=recall&detention=${ids.stay}`);
    expect(about.body.items).toHaveLength(source.body.gone ?? 0);
    const page = await (await habeas.as('dana')).form(`/consents/individual/${ids.asel}/withdraw`, { scopes: 'photo_video', way: 'telephone' });
    expect([page.status, page.headers.get('location')]).toEqual([303, `/consents/individual/${ids.asel}?withdrawn=0`]);
  });

  it('asks of a child the parent and the child, and of the family only where the person cannot be asked', async () => {
    const own = await post('aigerim', `/api/v1/consents/individual/${ids.child}`, { answers: { legal_action: 'yes' } });
    expect(state(own.body, 'legal_action')).toMatchObject({ allowed: false, why: 'guardian_missing' });
    const mother = await post('aigerim', `/api/v1/consents/individual/${ids.child}`, { answers: { legal_action: 'yes' }, givenBy: 'guardian', giverName: 'Mother of the child' });
    expect(state(mother.body, 'legal_action')).toMatchObject({ allowed: true, needsLegalReview: true });
    const family = await post('aigerim', `/api/v1/consents/individual/${ids.held}`, { answers: { un_named: 'yes', public_name: 'yes' }, givenBy: 'family', capacity: 'cannot_be_reached' });
    expect(state(family.body, 'un_named')).toMatchObject({ allowed: true, needsLegalReview: true });
    expect(state(family.body, 'public_name')).toMatchObject({ allowed: false, why: 'giver_not_allowed' });
  });

  it('refuses what cannot be, in its own words', async () => {
    const path = `/api/v1/consents/individual/${ids.silent}`;
    const answers = { legal_action: 'yes' };
    const codes = await Promise.all([
      post('aigerim', path, { answers, given: { said: '01.05.2026' } }),
      post('aigerim', path, { answers, given: { said: '01.02.2026' }, expires: { said: '01.01.2026' } }),
      post('aigerim', path, { answers: { share_partner: 'yes' }, partnerIds: [ids.silent] }),
      post('aigerim', path, { answers: {} }),
      post('aigerim', path, { answers: { everything: 'yes' } }),
      post('marat', path, { answers }),
      post('bolat', `/api/v1/consents/nobody/${ids.silent}`, { answers }),
      post('aigerim', '/api/v1/consents/individual/01000000-0000-7000-8000-000000000000', { answers }),
    ]);
    expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'consent.not_yet_said'], [422, 'consent.expires_before'], [422, 'consent.partner_unknown'], [400, 'input.invalid'], [400, 'input.invalid'], [403, 'access.refused'], [404, 'not_found'], [404, 'not_found'],
    ]);
    expect(await (await habeas.as('aigerim')).patch(path, 1, { answers })).toMatchObject({ status: 404 });
  });

  it('lets nothing out of somebody whose data are restricted, whatever was agreed to', async () => {
    const id = ids.held ?? '';
    const mayUse = habeas.app.get(MayUse);
    const use = { scope: 'un_named' as const, at: now };
    expect((await mayUse.one('individual', id, use)).allowed).toBe(true);
    const restrictions = habeas.app.get(Restrictions);
    await restrictions.set(systemActor('test'), id, { ground: 'accuracy', reason: 'the person contests it' });
    expect(await mayUse.one('individual', id, use)).toMatchObject({ allowed: false, why: 'restricted' });
    expect((await mayUse.one('individual', id, { ...use, scope: 'internal_help' })).allowed).toBe(true);
    await restrictions.lift(systemActor('test'), id);
    expect((await mayUse.one('individual', id, use)).allowed).toBe(true);
  });

  it('answers for many in a few queries, and the standing that is kept says the same', async () => {
    const mayUse = habeas.app.get(MayUse);
    const asked = ['asel', 'child', 'held', 'silent'].map((key) => ids[key] ?? '');
    const verdicts = await mayUse.of({ about: 'individual', ids: asked }, { scope: 'un_named', at: now });
    expect([...verdicts.values()].map(({ allowed }) => allowed)).toEqual([false, false, true, false]);
    expect(leftOut(verdicts.values())).toEqual({ count: 3, why: { withdrawn: 1, no_record: 2 } });
    for (const scope of ['legal_action', 'un_confidential', 'public_name'] as const) {
      const one = await mayUse.of({ about: 'individual', ids: asked }, { scope, at: now });
      const where = `WHERE r.about = 'individual' AND r.scope = :scope AND r.allowed AND (r.until IS NULL OR r.until > :now)`;
      const rows = await rowsOf(habeas.ground.database.reader.manager, ConsentStanding, where, { scope, now });
      expect([scope, rows.map(({ subjectId }) => subjectId).filter((id) => asked.includes(id)).sort()]).toEqual([scope, [...one].filter(([, { allowed }]) => allowed).map(([id]) => id).sort()]);
    }
  });

  it('keeps what was said sealed, and out of the log', async () => {
    const { reader } = habeas.ground.database;
    const rows = JSON.stringify([await reader.query('SELECT * FROM consent_decision'), await reader.query('SELECT * FROM disclosure'), await reader.query('SELECT leaf FROM audit_entry')]);
    for (const said of ['call before each use', 'sheet 4', 'Mother of the child', 'Almaly']) expect([said, rows.includes(said)]).toEqual([said, false]);
    expect(JSON.stringify(await habeas.audit({ act: 'consent.withdrawn' }))).toContain('un_named');
  });

  it('is shown to nobody who does not reach the person', async () => {
    const dana = await habeas.as('dana');
    const opened = await dana.post<{ id: string }>('/api/v1/cases', { title: 'A case' });
    expect(opened.status).toBe(201);
    expect((await dana.post(`/api/v1/cases/${opened.body.id}/individuals`, { record: ids.held })).status).toBeLessThan(300);
    const bolat = await habeas.as('bolat');
    for (const path of [`/api/v1/consents/individual/${ids.held}`, `/consents/individual/${ids.held}`, `/consents/individual/${ids.held}/withdraw`]) expect((await bolat.get(path)).status).toBe(404);
    expect((await dana.get(`/api/v1/consents/individual/${ids.held}`)).status).toBe(200);
    await habeas.app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await run(work.manager, 'DELETE FROM consent_standing WHERE subject_id = :id', { id: ids.held ?? '' });
      work.note({ act: 'demo.loaded', kind: 'instance', recordId: null });
    });
  });
});
