import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOf, run, UnitOfWork } from '../../src/kernel/db/public.js';
import { addMinutes, localParts, SystemClock, type Instant } from '../../src/kernel/time/public.js';
import { ShareTask, WatchShares } from '../../src/shares/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

interface Made {
  readonly id: string;
  readonly reference: string;
}

interface Refused {
  readonly code: string;
  readonly agreed: number;
  readonly notAgreed: readonly { about: string; reference: string; why: string }[];
  readonly conditional: readonly { reference: string }[];
}

/** Time as it passes, and a leap when a story needs one. */
class LeapingClock extends SystemClock {
  minutes = 0;

  override now(): Instant {
    return addMinutes(super.now(), this.minutes);
  }
}

/** Two organisations on one installation: neither sees the other, and one case is shared on purpose. */
describe.each(databases)('two organisations, on %s', (name) => {
  const clock = new LeapingClock();
  let habeas: TestApp;
  let aigerim: Client;
  let asel: Client;
  let adil: Client;
  let ours = { id: '', reference: '' };
  let stay = { id: '', reference: '' };
  let opened = { id: '', reference: '' };
  let part = '';
  const team = { id: '', asel: '', adil: '' };
  const people = { agreed: '', silent: '', witness: '' };

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    aigerim = await habeas.as('aigerim');
    const rita = await habeas.as('rita');
    team.id = (await rita.post<{ id: string }>('/api/v1/teams', { name: 'Qorghan legal aid' })).body.id;
    for (const [key, role] of [['asel', 'caseworker'], ['adil', 'administrator']] as const) {
      const { id, client } = await habeas.joined({ signInName: key, role, teamId: team.id });
      team[key] = id;
      if (key === 'asel') asel = client;
      else adil = client;
    }
    ours = (await aigerim.post<Made>('/api/v1/individuals', { names: [{ text: 'Айша Тулпар', kind: 'full' }] })).body;
    stay = (await aigerim.post<Made>('/api/v1/detentions', { individualId: ours.id })).body;
    await aigerim.post('/api/v1/incidents', { title: 'Election day on the square', kind: 'assembly' });
    await aigerim.post('/api/v1/sources', { label: 'A colleague', kind: 'witness' });
    await aigerim.post('/api/v1/organisations', { name: 'Tulpar', kind: 'ngo' });
    opened = (await aigerim.post<Made>('/api/v1/cases', { title: 'The ring on the street' })).body;
    await aigerim.post('/api/v1/follow-ups', { caseId: opened.id, kind: 'find_lawyer', task: 'call the family' });
  });
  afterAll(() => habeas.stop());

  const agrees = async (about: 'individual' | 'source', id: string, more: object) =>
    expect((await aigerim.post(`/api/v1/consents/${about}/${id}`, { answers: { share_partner: 'yes' }, ...more })).status).toBe(201);

  interface Task { id: string; version: number; status: string; statusBy: string; ownerId: string; task: string; priority: string }
  const asked = async (caseId: string): Promise<Task[]> => (await aigerim.get<{ items: Task[] }>(`/api/v1/follow-ups?kind=end_share&status=all&case=${caseId}`)).body.items;

  it('show nothing of each other, in lists, by id, by name and by count', async () => {
    for (const list of ['individuals', 'detentions', 'incidents', 'sources', 'organisations', 'cases', 'follow-ups']) {
      const { status, body } = await asel.get<{ items: unknown[] }>(`/api/v1/${list}`);
      expect([list, status, body.items]).toEqual([list, 200, []]);
    }
    for (const path of [`individuals/${ours.id}`, `detentions/${stay.id}`, `cases/${opened.id}`]) expect((await asel.get(`/api/v1/${path}`)).status).toBe(404);
    expect((await asel.post<{ items: unknown[] }>('/api/v1/individuals/search', { name: 'Айша' })).body.items).toEqual([]);
    expect((await asel.post('/api/v1/detentions', { individualId: ours.id })).status).toBe(404);
    expect((await asel.post(`/api/v1/emergency-entries`, { reference: opened.reference, reason: 'her mother has called us' })).status).toBe(404);
    for (const page of ['/', '/clocks', '/reports/month', '/search']) expect((await asel.page(page)).text).not.toContain('Айша');
  });

  it('keep their accounts apart: an administrator of one does not touch the other', async () => {
    const seen = await adil.get<{ signInName: string }[]>('/api/v1/staff');
    expect(seen.body.map(({ signInName }) => signInName).sort()).toEqual(['adil', 'asel']);
    const bolat = habeas.ids.bolat;
    expect((await adil.get(`/api/v1/staff/${bolat}`)).status).toBe(404);
    expect((await adil.post(`/api/v1/staff/${bolat}/disable`, {})).status).toBe(404);
    expect((await adil.post(`/api/v1/staff/${bolat}/role`, { role: 'auditor' })).status).toBe(404);
    expect((await adil.form(`/staff/${bolat}/propose`, { what: 'access.reset', reason: 'asks for it' })).status).toBe(404);
    expect((await adil.post('/api/v1/staff', { signInName: 'spy', name: 'Spy', role: 'caseworker', teamId: '00000000-0000-7000-8000-000000000001' })).status).toBe(404);
    expect((await adil.post<{ code: string }>('/api/v1/teams', { name: 'More' })).body.code).toBe('team.home_only');
    expect((await (await habeas.as('rita')).get<unknown[]>('/api/v1/staff')).body).toHaveLength(10);
    const { client: auditor } = await habeas.joined({ signInName: 'alma', role: 'auditor', teamId: team.id });
    const log = await auditor.get<{ items: { actorId: string }[] }>('/api/v1/audit');
    expect(log.body.items.every(({ actorId }) => actorId !== habeas.ids.aigerim)).toBe(true);
    expect((await auditor.page('/audit')).text).not.toContain('Aigerim');
  });

  it('share one case by its lead, with the person who takes cases', async () => {
    expect((await aigerim.page(`/cases/${opened.id}/share`)).text).toContain('No other organisation');
    const rita = await habeas.as('rita');
    expect((await rita.form(`/teams/${team.id}`, { name: 'Qorghan legal aid', contactId: habeas.ids.bolat })).text).toContain('Choose somebody of this team');
    expect((await rita.form(`/teams/${team.id}`, { name: 'Qorghan legal aid', contactId: team.asel })).status).toBe(303);
    await aigerim.post(`/api/v1/cases/${opened.id}/individuals`, { record: ours.reference });
    expect((await aigerim.page(`/cases/${opened.id}/share`)).text).toContain('Qorghan legal aid');
    const withoutAsking = await aigerim.post<Refused>(`/api/v1/cases/${opened.id}/shares`, { teamId: team.id });
    expect([withoutAsking.status, withoutAsking.body]).toMatchObject([409, { code: 'share.not_agreed', notAgreed: [{ about: 'individual', reference: ours.reference, why: 'no_record' }], agreed: 0 }]);
    expect((await asel.get(`/api/v1/cases/${opened.id}`)).status).toBe(404);
    await agrees('individual', ours.id, {});
    expect((await aigerim.form(`/cases/${opened.id}/share`, { teamId: team.id })).status).toBe(303);
    expect((await asel.page('/notices')).text).toContain('A case was shared with you.');
    const shared = await asel.get<{ title: string }>(`/api/v1/cases/${opened.id}`);
    expect([shared.status, shared.body.title]).toEqual([200, 'The ring on the street']);
    expect((await asel.get(`/api/v1/individuals/${ours.id}`)).status).toBe(200);
    expect((await asel.get(`/api/v1/detentions/${stay.id}`)).status).toBe(200);
    expect((await asel.get<{ items: unknown[] }>('/api/v1/follow-ups')).body.items).toHaveLength(1);
    expect((await asel.get<{ items: unknown[] }>('/api/v1/incidents')).body.items).toEqual([]);
    // What the partner adds to it is seen by both.
    const added = await asel.post<Made>('/api/v1/detentions', { individualId: ours.id });
    expect((await aigerim.get(`/api/v1/detentions/${added.body.id}`)).status).toBe(200);
    expect((await adil.get(`/api/v1/cases/${opened.id}`)).status).toBe(403);
  });

  it('end the sharing, and what the partner had added stays with the case', async () => {
    expect((await aigerim.delete(`/api/v1/cases/${opened.id}/members/${team.asel}`)).status).toBe(204);
    for (const path of [`cases/${opened.id}`, `individuals/${ours.id}`, `detentions/${stay.id}`]) expect((await asel.get(`/api/v1/${path}`)).status).toBe(404);
    expect((await asel.get<{ items: unknown[] }>('/api/v1/detentions')).body.items).toEqual([]);
    expect((await aigerim.get<{ items: unknown[] }>('/api/v1/detentions')).body.items).toHaveLength(2);
  });

  it('share only with the consent of everybody in the case, and of every source behind what is told there', async () => {
    const [agreed, bound, silent] = await Promise.all(['Agreed', 'Bound elsewhere', 'Silent'].map(async (text) => (await aigerim.post<Made>('/api/v1/individuals', { names: [{ text, kind: 'full' }] })).body)) as [Made, Made, Made];
    const witness = (await aigerim.post<Made>('/api/v1/sources', { label: 'From the window', kind: 'witness' })).body;
    const paper = (await aigerim.post<Made>('/api/v1/sources', { label: 'Protocol 4', kind: 'police_protocol' })).body;
    const held = await aigerim.post('/api/v1/detentions', { individualId: agreed.id, events: [{ kind: 'lawyer_denied', account: 'observed', sourceId: witness.id, note: 'words from the window' }, { kind: 'lawyer_denied', account: 'official', sourceId: paper.id }] });
    expect(held.status).toBe(201);
    const ring = (await aigerim.post<Made>('/api/v1/cases', { title: 'Three of the ring', individuals: [agreed.id, bound.id, silent.id] })).body;
    const share = (more: object = {}) => aigerim.post<Refused>(`/api/v1/cases/${ring.id}/shares`, { teamId: team.id, ...more });
    await agrees('individual', agreed.id, { partnerIds: [team.id] });
    const elsewhere = (await aigerim.post<Made>('/api/v1/organisations', { name: 'Elsewhere', kind: 'ngo', partner: true })).body;
    await agrees('individual', bound.id, { partnerIds: [elsewhere.id] });

    const refused = await share();
    expect([refused.status, refused.body.agreed]).toEqual([409, 0]);
    expect(refused.body.notAgreed.map(({ reference, why }) => [reference, why]).sort()).toEqual([[bound.reference, 'other_partner'], [silent.reference, 'no_record'], [witness.reference, 'no_record']].sort());
    await agrees('source', witness.id, { conditions: 'not before the hearing' });
    const page = await aigerim.form(`/cases/${ring.id}/share`, { teamId: team.id });
    for (const said of ['2 people or sources have not agreed', silent.reference, 'not for this partner', 'Share only those who agreed']) expect(page.text).toContain(said);

    const unread = await aigerim.post<Refused>(`/api/v1/cases/${ring.id}/shares/part`, { teamId: team.id, title: 'One of the ring' });
    expect([unread.status, unread.body.code, unread.body.conditional.map(({ reference }) => reference)]).toEqual([422, 'share.conditions_unread', [witness.reference]]);
    const asked = await aigerim.form(`/cases/${ring.id}/share`, { teamId: team.id, how: 'part', title: 'One of the ring' });
    expect([asked.text.includes('I have read the conditions'), asked.text.includes('One of the ring')]).toEqual([true, true]);
    const made = await aigerim.form(`/cases/${ring.id}/share`, { teamId: team.id, how: 'part', title: 'One of the ring', conditionsRead: 'yes' });
    part = made.headers.get('location')?.slice('/cases/'.length) ?? '';
    expect([made.status, part.length, part === ring.id]).toEqual([303, 36, false]);
    expect((await asel.get<{ items: Made[] }>('/api/v1/individuals')).body.items.map(({ id }) => id)).toEqual([agreed.id]);
    expect((await asel.get(`/api/v1/cases/${ring.id}`)).status).toBe(404);
    const register = await aigerim.get<{ items: { way: string; recipient: string; scope: string; recordId: string }[] }>(`/api/v1/disclosures?about=source&id=${witness.id}`);
    expect(register.body.items).toMatchObject([{ way: 'share', recipient: 'Qorghan legal aid', scope: 'share_partner', recordId: part }]);
    Object.assign(people, { agreed: agreed.id, silent: silent.id, witness: witness.id });
  });

  it('let nobody and no source into a shared case later who has not agreed', async () => {
    const add = (record: string) => aigerim.post<Refused>(`/api/v1/cases/${part}/individuals`, { record });
    const late = await add(people.silent);
    expect([late.status, late.body.code, late.body.notAgreed.map(({ why }) => why)]).toEqual([409, 'share.not_agreed_to_add', ['no_record']]);
    const page = await aigerim.form(`/cases/${part}/records`, { record: (await aigerim.get<Made>(`/api/v1/individuals/${people.silent}`)).body.reference });
    expect([page.status, page.text.includes('Who has not agreed'), page.text.includes(`/consents/individual/${people.silent}`)]).toEqual([409, true, true]);
    const second = (await aigerim.post<Made>('/api/v1/sources', { label: 'A second window', kind: 'witness' })).body;
    const told = await aigerim.post<Refused>('/api/v1/detentions', { individualId: people.agreed, events: [{ kind: 'lawyer_denied', account: 'observed', sourceId: second.id }] });
    expect([told.status, told.body.code]).toEqual([409, 'share.not_agreed_to_add']);
    await agrees('source', second.id, {});
    expect((await aigerim.post('/api/v1/detentions', { individualId: people.agreed, events: [{ kind: 'lawyer_denied', account: 'observed', sourceId: second.id }] })).status).toBe(201);
    expect((await aigerim.get<{ items: { way: string }[] }>(`/api/v1/disclosures?about=source&id=${second.id}`)).body.items).toMatchObject([{ way: 'share' }]);
    // Whom the partner brings along is asked for us in the same way.
    const theirs = (await asel.post<Made>('/api/v1/individuals', { names: [{ text: 'Theirs', kind: 'full' }] })).body;
    expect((await asel.post<Refused>(`/api/v1/cases/${part}/individuals`, { record: theirs.id })).body.code).toBe('share.not_agreed_to_add');
    expect((await aigerim.get(`/api/v1/individuals/${theirs.id}`)).status).toBe(404);
  });

  it('ask the lead to end a share that somebody no longer agrees to, and the partner to delete what it has', async () => {
    const withdrawn = await aigerim.post<{ gone: number }>(`/api/v1/consents/individual/${people.agreed}/withdrawals`, { scopes: ['share_partner'] });
    expect([withdrawn.status, withdrawn.body.gone]).toEqual([201, 1]);
    expect((await aigerim.page('/notices')).text).toContain('does not agree to that any more');
    const tasks = await aigerim.get<{ items: { kind: string; task: string; caseId: string | null; ownerId: string | null }[] }>('/api/v1/follow-ups?limit=100');
    const told = tasks.body.items.filter(({ kind }) => ['recall', 'end_share'].includes(kind));
    expect(told.map(({ kind }) => kind).sort()).toEqual(['end_share', 'recall']);
    for (const { task } of told) expect(task).toContain('Qorghan legal aid');
    expect(told.find(({ kind }) => kind === 'end_share')).toMatchObject({ caseId: part, ownerId: habeas.ids.aigerim });
    const shares = await aigerim.get<{ team: string; notAgreed: { why: string }[] }[]>(`/api/v1/cases/${part}/shares`);
    expect(shares.body).toMatchObject([{ team: 'Qorghan legal aid', notAgreed: [{ why: 'withdrawn' }] }]);
    expect((await aigerim.page(`/cases/${part}`)).text).toContain('1 person or source has not agreed to that, or no longer');
    // Ended, it is asked for no more.
    expect((await aigerim.delete(`/api/v1/cases/${part}/members/${team.asel}`)).status).toBe(204);
    expect((await aigerim.get(`/api/v1/cases/${part}/shares`)).body).toMatchObject([{ team: 'Qorghan legal aid', staffIds: [], notAgreed: [], endedAt: expect.stringMatching(/^20/) }]);
    expect((await aigerim.page(`/cases/${part}`)).text).toContain('Was shared with Qorghan legal aid until');
    expect(await asked(part)).toMatchObject([{ status: 'done', statusBy: habeas.ids.aigerim }]);
  });

  it('ask once when a term runs out by itself, close the task when they agree again, and ask anew when that ends', async () => {
    const minute = localParts(addMinutes(clock.now(), 2), 'Asia/Almaty');
    const two = (n: number): string => String(n).padStart(2, '0');
    const soon = `${two(minute.day)}.${two(minute.month)}.${minute.year} ${two(minute.hour)}:${two(minute.minute)}`;
    const [person] = [(await aigerim.post<Made>('/api/v1/individuals', { names: [{ text: 'For a time', kind: 'full' }] })).body];
    await agrees('individual', person.id, { expires: { said: soon, zone: 'Asia/Almaty' } });
    const term = (await aigerim.post<Made>('/api/v1/cases', { title: 'For a time', individuals: [person.id] })).body.id;
    expect((await aigerim.post(`/api/v1/cases/${term}/shares`, { teamId: team.id })).status).toBe(201);
    const watch = habeas.app.get(WatchShares);
    expect(await watch.look()).not.toContain(term);
    expect((await aigerim.get(`/api/v1/cases/${term}/shares`)).body).toMatchObject([{ notAgreed: [], ending: [{ about: 'individual', reference: person.reference }] }]);
    expect((await aigerim.page(`/cases/${term}`)).text).toContain('runs out within 60 days');

    clock.minutes += 5;
    expect(await watch.look()).toEqual([term]);
    expect(await watch.look()).toEqual([]);
    const [task] = await asked(term);
    expect(task).toMatchObject({ status: 'open', ownerId: habeas.ids.aigerim, task: `${person.reference} · Qorghan legal aid`, priority: 'high' });
    // Words of one's own and the end somebody gives it change nothing: it was asked once.
    await aigerim.patch(`/api/v1/follow-ups/${task?.id}`, task?.version ?? 0, { task: 'rang her mother, call again on Monday' });
    await aigerim.post(`/api/v1/follow-ups/${task?.id}/status`, { status: 'not_possible' }, { 'If-Match': `"${(task?.version ?? 0) + 1}"` });
    expect([await watch.look(), (await asked(term)).map(({ status }) => status)]).toEqual([[], ['not_possible']]);

    expect((await aigerim.post(`/api/v1/consents/individual/${person.id}`, { answers: { share_partner: 'no' } })).status).toBe(201);
    expect((await asked(term)).map(({ status }) => status).sort()).toEqual(['not_possible', 'open']);
    await agrees('individual', person.id, {});
    expect((await asked(term)).map(({ status }) => status).sort()).toEqual(['done', 'not_possible']);
    expect((await aigerim.delete(`/api/v1/cases/${term}/members/${team.asel}`)).status).toBe(204);
  });

  it('ask also of a source whose share is older than the register, and take over a task that was made before', async () => {
    const teller = (await aigerim.post<Made>('/api/v1/sources', { label: 'From the stairs', kind: 'witness' })).body;
    const person = (await aigerim.post<Made>('/api/v1/individuals', { names: [{ text: 'Of the stairs', kind: 'full' }] })).body;
    await aigerim.post('/api/v1/detentions', { individualId: person.id, events: [{ kind: 'lawyer_denied', account: 'observed', sourceId: teller.id }] });
    for (const [about, id] of [['individual', person.id], ['source', teller.id]] as const) await agrees(about, id, {});
    const old = (await aigerim.post<Made>('/api/v1/cases', { title: 'Shared long ago', individuals: [person.id] })).body.id;
    expect((await aigerim.post(`/api/v1/cases/${old}/shares`, { teamId: team.id })).status).toBe(201);
    const { manager } = habeas.ground.database.reader;
    await habeas.app.get(UnitOfWork).touch((writer) => run(writer, 'DELETE FROM disclosure WHERE record_id = :old', { old }));
    await aigerim.post(`/api/v1/consents/source/${teller.id}/withdrawals`, {});
    expect(await asked(old)).toEqual([]);
    expect(await habeas.app.get(WatchShares).look()).toEqual([old]);
    expect((await asked(old)).map(({ task }) => task)).toEqual([`${teller.reference} · Qorghan legal aid`]);
    await habeas.app.get(UnitOfWork).touch((writer) => run(writer, 'DELETE FROM share_task WHERE case_id = :old', { old }));
    expect([await habeas.app.get(WatchShares).look(), (await asked(old)).length]).toEqual([[old], 1]);
    await agrees('source', teller.id, {});
    expect([await habeas.app.get(WatchShares).look(), (await asked(old)).map(({ status }) => status)]).toEqual([[old], ['done']]);
    expect((await rowsOf(manager, ShareTask, 'WHERE r.case_id = :old', { old })).map(({ settledAt }) => settledAt === null)).toEqual([false]);
    expect((await aigerim.delete(`/api/v1/cases/${old}/members/${team.asel}`)).status).toBe(204);
  });

  it('review the emergencies of their own people only', async () => {
    const bolat = await habeas.as('bolat');
    const reason = 'her mother has called us at night';
    expect((await bolat.post('/api/v1/emergency-entries', { reference: opened.reference, reason })).status).toBe(201);
    const { client: theirs } = await habeas.joined({ signInName: 'serik', role: 'manager', teamId: team.id });
    const id = /\/emergency\/([\w-]{36})\/answer/.exec((await (await habeas.as('marat')).page('/emergency')).text)?.[1] ?? '';
    expect(id).not.toBe('');
    expect((await theirs.page('/emergency')).text).not.toContain(reason);
    expect((await theirs.post(`/api/v1/emergency-entries/${id}/answer`, { justified: true })).status).toBe(404);
  });

  it('do not take a shared case away', async () => {
    const { id: serik, client: theirs } = await habeas.joined({ signInName: 'serik.again', role: 'manager', teamId: team.id });
    await (await habeas.as('rita')).put(`/api/v1/teams/${team.id}`, { name: 'Qorghan legal aid', contactId: serik });
    expect((await aigerim.post(`/api/v1/cases/${opened.id}/shares`, { teamId: team.id })).status).toBe(201);
    const asked = await theirs.post<{ code: string }>(`/api/v1/cases/${opened.id}/hand-overs`, { toId: team.asel });
    expect([asked.status, asked.body.code]).toEqual([403, 'case.lead_only']);
  });

  it('see that a rule was confirmed, not by whom over there', async () => {
    const dana = await habeas.as('dana');
    const list = await dana.page('/rule-packs');
    const path = /href="(\/rule-packs\/[\w.-]+\/[\w.-]+)"/.exec(list.text)?.[1] ?? '';
    const rule = /action="\/rule-packs\/[\w.-]+\/[\w.-]+\/([\w.-]+)\/review"/.exec((await dana.page(path)).text)?.[1] ?? '';
    expect((await dana.form(`${path}/${rule}/review`, { confirmed: 'yes', [`note_${rule}`]: 'read with Dana at hand' })).status).toBe(303);
    expect((await dana.page(path)).text).toContain('Dana, on the case, ');
    const over = await asel.page(path);
    expect(over.text).toContain('a lawyer of another organisation');
    expect(over.text).not.toContain('Dana');
  });
});
