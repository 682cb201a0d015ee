import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { declaredRoutes } from '../../src/access/public.js';
import { ChainedLedger, VerifyAudit } from '../../src/audit/public.js';
import { listErasures, replayErasures, type ErasureList } from '../../src/erasure/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { SubjectVault } from '../../src/kernel/crypto/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases, testKeys } from '../support/database.js';
import { dump } from '../support/dump.js';

/** Words that are only hers: none of them may be anywhere afterwards. */
const planted = ['Zhibek', 'Torgaulova', 'Торғауылова', '7019998877', 'needs insulin', 'hid at the dacha', 'seamstress', 'BUTTON FACTORY', 'held by the neck', 'her brother Kuat', 'AT THE SEWING ROOM'];

describe.each(databases)('a person who asks to be forgotten, on %s', (name) => {
  let habeas: TestApp;
  let aigerim: Client;
  let marat: Client;
  let dana: Client;
  const ids: Record<string, string> = {};
  let before: Tables;
  let proposal = '';

  const made = async (client: Client, path: string, body: object): Promise<string> => {
    const answer = await client.post<{ id: string }>(path, body);
    expect([path, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([path, 201, '']);
    return answer.body.id;
  };
  const texts = async (): Promise<string> => (await dump(habeas.ground.database, testKeys)).map(({ table, column, text }) => `${table}.${column}: ${text}`).join('\n');
  const left = async (): Promise<string[]> => {
    const all = (await texts()).split('\n');
    return planted.flatMap((word) => all.filter((line) => line.includes(word)).map((line) => `${word} in ${line.slice(0, 60)}`));
  };

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    [aigerim, marat, dana] = [await habeas.as('aigerim'), await habeas.as('marat'), await habeas.as('dana')];
    ids.person = await made(aigerim, '/api/v1/individuals', {
      ...{ names: [{ text: 'Zhibek Torgaulova', kind: 'full' }, { text: 'Жібек Торғауылова', kind: 'full' }], sex: 'female', birth: '1987-03-04', regionCode: 'KZ-75' },
      ...{ phones: ['+7 701 999 88 77', '+77019998877'], medicalNeed: 'needs insulin', occupation: 'seamstress', notes: 'hid at the dacha', roles: ['participant'] },
      relatives: [{ name: 'her brother Kuat', relation: 'sibling', phone: null }],
    });
    ids.other = await made(aigerim, '/api/v1/individuals', { names: [{ text: 'Somebody Else', kind: 'full' }], notes: 'was in the bus with Zhibek Torgaulova' });
    ids.source = await made(aigerim, '/api/v1/sources', { label: 'witness C', identity: 'Rauan Bekbol', contact: '+7 700 111 22 33', kind: 'witness' });
    ids.incident = await made(aigerim, '/api/v1/incidents', { title: 'At the square', kind: 'assembly', start: { said: '2021-01-10 10:00' }, description: 'Among others Zhibek Torgaulova was taken.' });
    ids.detention = await made(aigerim, '/api/v1/detentions', {
      ...{ individualId: ids.person, incidentId: ids.incident, kindWords: 'BUTTON FACTORY', description: 'held by the neck', authorityWords: 'AT THE SEWING ROOM' },
      periods: [{ kind: 'police_station', account: 'observed', placeWords: 'BUTTON FACTORY', sourceId: ids.source, start: { said: '2021-01-10 10:17' }, end: { said: '2021-01-10 19:43' } }],
      events: [{ kind: 'apprehended', account: 'observed', at: { said: '2021-01-10 10:17' }, note: 'held by the neck' }],
    });
    ids.case = await made(aigerim, '/api/v1/cases', { title: 'Zhibek Torgaulova and another', summary: 'Torgaulova, Zhibek was first.', individuals: [ids.person, ids.other], detentions: [ids.detention] });
    ids.followUp = await made(aigerim, '/api/v1/follow-ups', { individualId: ids.person, task: 'ring Zhibek Torgaulova', due: { said: '2030-01-10' } });
    const second = await aigerim.patch(`/api/v1/individuals/${ids.person}`, 1, { occupation: 'seamstress, retired', because: 'her brother Kuat said so' });
    expect(second.status).toBe(200);
    await aigerim.post(`/api/v1/cases/${ids.case}/members`, { staffId: habeas.ids.dana });
  }, 120_000);
  afterAll(() => habeas.stop());

  it('is in many places, and whoever proposes sees which and what will be left', async () => {
    expect((await left()).length).toBeGreaterThan(20);
    const { status, body } = await aigerim.get<{ blanked: Record<string, number>; mentions: { kind: string; recordId: string; sure: boolean }[]; holds: unknown[] }>(`/api/v1/individuals/${ids.person}/erasure`);
    expect(status).toBe(200);
    expect(body.blanked).toEqual({ individual: 1, detention: 1, 'custody-period': 1, 'detention-event': 1, 'follow-up': 1 });
    expect(body.mentions.filter(({ sure }) => sure).map(({ kind, recordId }) => [kind, recordId]).sort()).toEqual([['case', ids.case], ['incident', ids.incident], ['individual', ids.other]].sort());
    const bolat = await habeas.as('bolat');
    expect((await bolat.get(`/api/v1/individuals/${ids.person}/erasure`)).status).toBe(404);
    expect((await (await habeas.as('timur')).get(`/api/v1/individuals/${ids.person}/erasure`)).status).toBe(403);
  });

  it('cannot be erased while a hold stands on the case, whoever agrees', async () => {
    const hold = await dana.post<{ id: string }>('/api/v1/holds', { kind: 'case', recordId: ids.case, reason: 'evidence in an appeal' });
    expect(hold.status).toBe(201);
    const refused = await aigerim.post<{ code: string }>(`/api/v1/individuals/${ids.person}/erasure`, { ground: 'withdrawn', reason: 'she asked us to' });
    expect([refused.status, refused.body.code]).toEqual([409, 'hold.active']);
    const source = await aigerim.post<{ code: string }>(`/api/v1/sources/${ids.source}/erasure`, { ground: 'danger', reason: 'in danger now' });
    expect([source.status, source.body.code]).toEqual([409, 'hold.active']);
    const asked = await dana.post<{ id: string }>(`/api/v1/holds/${hold.body.id}/release`, { reason: 'the appeal is over' });
    expect(asked.status).toBe(200);
    expect((await dana.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(404); // nobody agrees to their own
    expect((await marat.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(200);
    expect((await dana.get<unknown[]>('/api/v1/holds')).body).toEqual([]);
  });

  it('is erased by two people and not by one', async () => {
    const asked = await aigerim.post<{ id: string }>(`/api/v1/individuals/${ids.person}/erasure`, { ground: 'withdrawn', reason: 'Zhibek Torgaulova asked us to' });
    expect(asked.status).toBe(201);
    proposal = asked.body.id;
    expect((await aigerim.post(`/api/v1/approvals/${proposal}/answer`, { approved: true })).status).toBe(404);
    before = await tablesOf(habeas);
    const page = await marat.page('/approvals');
    expect(page.text).toContain('is erased for good, on the ground: Consent withdrawn');
    expect((await marat.post(`/api/v1/approvals/${proposal}/answer`, { approved: true })).status).toBe(200);
  });

  it('is nowhere any more: no table, opened with every key that is left, holds a word of hers', async () => {
    expect(await left()).toEqual([]);
    expect((await dump(habeas.ground.database, testKeys)).filter(({ shut, table }) => shut && table !== 'audit_opening')).toEqual([]); // what opened entries of hers stays shut for ever
    const cached = await habeas.app.get(SubjectVault).keysOf(habeas.ground.database.reader.manager, [ids.person ?? '']);
    expect(cached.size).toBe(0);
    const rest = (await texts()).split('\n');
    expect(rest.some((line) => line.startsWith('case_file.sealed') && line.includes('██████ ██████████ and another'))).toBe(true);
    expect(rest.some((line) => line.includes('10:17') || line.includes('2021-01-10T0'))).toBe(true); // the incident keeps its own hour
    const stay = (await aigerim.get<Record<string, unknown>>(`/api/v1/detentions/${ids.detention}`)).body;
    expect(stay).toMatchObject({ incidentId: null, kindWords: null, description: { withheld: 'erased' } });
    expect(JSON.stringify(stay)).not.toMatch(/2021-01-10|T04:17|T05:17/);
  });

  it('leaves in the log who did it, the number and the ground, nothing else; and the log verifies', async () => {
    const [entry] = await habeas.audit({ act: 'subject.erased' });
    expect(JSON.parse(entry?.leaf ?? '{}')).toMatchObject({ act: 'subject.erased', kind: 'individual', id: ids.person, facts: { ground: 'withdrawn' }, fields: [] });
    expect(await habeas.audit({ act: 'mention.struck' })).not.toHaveLength(0);
    expect(await habeas.app.get(VerifyAudit).run(systemActor('test'))).toMatchObject({ fault: null });
  });

  it('is shown as erased everywhere, as a blank or an error nowhere', async () => {
    const paths = declaredRoutes(habeas.app.get(DiscoveryService))
      .filter(({ method, path }) => method === 'GET' && !path.includes('audit'))
      .map(({ path }) => path);
    const kinds: Readonly<Record<string, string>> = { individuals: 'person', individual: 'person', detentions: 'detention', incidents: 'incident', cases: 'case', sources: 'source', 'follow-ups': 'followUp' };
    const walked: string[] = [];
    for (const path of paths) {
      const kind = path.split('/').find((part) => part in kinds);
      const concrete = path.replace(':kind', 'individual').replace(':id', ids[kinds[kind ?? 'individual'] ?? 'person'] ?? '').replace(/:\w+/g, '1');
      for (const client of [aigerim, marat]) {
        const { status, text } = await client.send<string>('GET', concrete, undefined, { Accept: path.startsWith('/api') ? 'application/json' : 'text/html' });
        if (status === 200) walked.push(concrete);
        expect([concrete, status < 500 || status]).toEqual([concrete, true]);
        expect([concrete, planted.filter((word) => text.includes(word))]).toEqual([concrete, []]);
      }
    }
    expect(new Set(walked).size).toBeGreaterThan(40);
    for (const path of [`/individuals/${ids.person}`, `/history/individual/${ids.person}`, `/detentions/${ids.detention}`, `/cases/${ids.case}`, `/api/v1/individuals/${ids.person}/versions`, `/follow-ups/${ids.followUp}`]) {
      const { status, text } = await aigerim.get(path);
      expect([path, status, text.includes('erased')]).toEqual([path, 200, true]);
    }
    const asOf = await aigerim.get(`/individuals/${ids.person}?asOf=${new Date().toISOString()}`);
    expect([asOf.status, asOf.text.includes('erased')]).toEqual([200, true]);
    const search = await aigerim.post<{ items: unknown[] }>('/api/v1/individuals/search', { name: 'Torgaulova' });
    expect(search.body.items).toEqual([]);
    const file = await aigerim.post(`/api/v1/detentions/${ids.detention}/timeline/exports`, { format: 'json', purpose: 'internal' });
    expect(planted.filter((word) => file.text.includes(word))).toEqual([]);
  });

  it('takes no new word: neither a correction nor a stay nor a task', async () => {
    const { version } = (await aigerim.get<{ version: number }>(`/api/v1/individuals/${ids.person}`)).body;
    for (const answer of [
      await aigerim.patch<{ code: string }>(`/api/v1/individuals/${ids.person}`, version, { names: [{ text: 'Zhibek Torgaulova', kind: 'full' }] }),
      await aigerim.post<{ code: string }>('/api/v1/detentions', { individualId: ids.person, description: 'again' }),
      await aigerim.post<{ code: string }>('/api/v1/follow-ups', { individualId: ids.person, task: 'ring her' }),
      await aigerim.post<{ code: string }>(`/api/v1/individuals/${ids.person}/erasure`, { ground: 'withdrawn', reason: 'once more' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'record.erased']);
    }
    expect(await left()).toEqual([]);
  });

  it('stays unreadable in a copy made before, opened with the keys of today', async () => {
    const vault = new SubjectVault(testKeys);
    const sealed = Object.values(before).flat().filter((row) => row.subject === ids.person && typeof row.sealed === 'string');
    const today = await vault.keysOf(habeas.ground.database.reader.manager, sealed.map(({ subject }) => subject as string));
    expect(sealed.length).toBeGreaterThan(10);
    expect(sealed.filter(({ subject }) => today.has(subject as string))).toEqual([]);
  });

  it('is not the only one: a source and a former colleague can be erased too', async () => {
    const asked = await aigerim.post<{ id: string }>(`/api/v1/sources/${ids.source}/erasure`, { ground: 'danger', reason: 'in danger now' });
    expect((await marat.post(`/api/v1/approvals/${asked.body.id}/answer`, { approved: true })).status).toBe(200);
    const source = (await aigerim.get<Record<string, unknown>>(`/api/v1/sources/${ids.source}`)).body;
    expect(source).toMatchObject({ label: { withheld: 'erased' }, identity: { withheld: 'erased' }, kind: 'witness' });
    expect((await aigerim.page(`/sources/${ids.source}`)).text).toContain('erased');
    const rita = await habeas.as('rita');
    const { id } = await habeas.joined({ signInName: 'gulnur.leaves', role: 'caseworker' });
    const early = await rita.post<{ code: string }>(`/api/v1/staff/${id}/erasure`, { ground: 'left_staff', reason: 'left in spring' });
    expect([early.status, early.body.code]).toEqual([409, 'erasure.account_in_use']);
    expect((await rita.post(`/api/v1/staff/${id}/disable`, {})).status).toBeLessThan(300);
    const leaver = await rita.post<{ id: string }>(`/api/v1/staff/${id}/erasure`, { ground: 'left_staff', reason: 'left in spring' });
    expect((await marat.post(`/api/v1/approvals/${leaver.body.id}/answer`, { approved: true })).status).toBe(200);
    expect(await texts()).not.toMatch(/gulnur|Rauan|Bekbol|111 22 33/);
    expect((await rita.page(`/staff/${id}`)).status).toBe(200);
    expect((await rita.page('/staff')).status).toBe(200);
  });

  it('is erased again in a copy that was restored, names in the records of others included; twice is once', async () => {
    const list: ErasureList = JSON.parse(JSON.stringify(await listErasures(habeas.ground.database.reader.manager))) as ErasureList;
    expect(JSON.stringify(list)).not.toMatch(/Zhibek|Торғауылова/);
    const copy = await TestApp.start(name);
    try {
      await restore(copy, before);
      expect((await dump(copy.ground.database, testKeys)).some(({ text }) => text.includes('Torgaulova'))).toBe(true);
      const ground = { ...copy.ground, clock: new SystemClock(), ledger: new ChainedLedger(copy.ground.database.dialect) };
      expect(await replayErasures(ground, list)).toBe(3);
      expect(await replayErasures(ground, list)).toBe(0);
      expect((await dump(copy.ground.database, testKeys)).filter(({ text }) => planted.some((word) => text.includes(word)))).toEqual([]);
      expect((await copy.app.get(VerifyAudit).run(systemActor('test'))).fault).toBeNull();
    } finally {
      await copy.stop();
    }
  }, 120_000);
});

/** The tables of records as they were, put into a fresh database. Whose accounts they name plays no part. */
const copied = [
  ...['subject_key', 'record_version', 'individual', 'name_token', 'source', 'incident', 'circle', 'circle_member', 'circle_record', 'detention', 'custody_period'],
  ...['detention_event', 'detention_duration', 'detention_clock', 'case_file', 'case_individual', 'case_detention', 'follow_up_action'],
];

type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

async function tablesOf({ ground }: TestApp): Promise<Tables> {
  const read = async (table: string) => [table, (await ground.database.reader.query(`SELECT * FROM ${table}`)) as Tables[string]] as const;
  return Object.fromEntries(await Promise.all(copied.map(read)));
}

async function restore({ ground }: TestApp, tables: Tables): Promise<void> {
  const runner = ground.database.writer.createQueryRunner();
  const embedded = ground.database.dialect.name === 'sqlite';
  await runner.query(embedded ? 'PRAGMA foreign_keys = OFF' : 'SET session_replication_role = replica');
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const names = Object.keys(row);
      const places = names.map((_, n) => (embedded ? '?' : `$${n + 1}`)).join(', ');
      await runner.query(`INSERT INTO ${table} (${names.map((one) => `"${one}"`).join(', ')}) VALUES (${places})`, Object.values(row));
    }
  }
  await runner.query(embedded ? 'PRAGMA foreign_keys = ON' : 'SET session_replication_role = DEFAULT');
  await runner.release();
}
