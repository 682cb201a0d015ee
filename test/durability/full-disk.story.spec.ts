import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verifyChain } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { storageProblem, UnitOfWork } from '../../src/kernel/db/public.js';
import { Accounts } from '../../src/staff/public.js';
import { newFormKey } from '../../src/web/parts/public.js';
import { TestApp } from '../support/app.js';
import { Client, type Answer } from '../support/client.js';
import { openSession } from '../support/open-session.js';
import { FullDisk } from './full-disk.js';

const aisha = { names: [{ text: 'Айша', kind: 'full' }] };
/** More than fits into what is left in the pages there are. */
const long = 'Свидетель видел автобус у площади. '.repeat(400);

/** The disk of the embedded database fills while people work. */
describe('on a full disk', () => {
  let habeas: TestApp;
  let disk: FullDisk;
  let aigerim: Client;
  let id: string;
  const speakers: { language: string; client: Client }[] = [];
  beforeAll(async () => {
    habeas = await TestApp.start('sqlite');
    disk = new FullDisk(habeas.ground.database, habeas.database.folder ?? '');
    aigerim = await habeas.as('aigerim');
    id = (await aigerim.post<{ id: string }>('/api/v1/individuals', aisha)).body.id;
    for (const language of ['en', 'ru', 'kk'] as const) {
      const account = { signInName: `speaks-${language}`, name: language, role: 'caseworker', language, expiresAt: null } as const;
      const made = await habeas.app.get(Accounts).create(systemActor('test'), account);
      speakers.push({ language, client: new Client(habeas.url, await openSession(habeas.app.get(UnitOfWork), made.id)) });
    }
    disk.fill();
  });
  afterAll(() => habeas.stop());

  const count = async (table: string, where: string = '1 = 1'): Promise<number> => {
    const [row] = (await habeas.ground.database.reader.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)) as { n: number }[];
    return row?.n ?? 0;
  };
  const kept = async (): Promise<number[]> => Promise.all(['individual', 'record_version', 'once_key', 'subject_key', 'name_token'].map((table) => count(table)));
  const seen = (): Promise<number> => count('audit_entry', `act = 'individual.seen' AND record_id = '${id}'`);
  const recordLong = (key: string): Promise<Answer<Record<string, unknown>>> => aigerim.post('/api/v1/individuals', { ...aisha, notes: long }, { 'Idempotency-Key': key });

  it('what cannot be kept is refused with its code, and nothing of it is kept', async () => {
    const before = await kept();
    const refused = await recordLong('before-there-is-room-1');
    expect([refused.status, refused.body]).toMatchObject([507, { code: 'storage.full', title: expect.stringContaining('Nothing was saved') }]);
    expect(await kept()).toEqual(before);
    expect(disk.reserve.held).toBe(true);
  });

  it.each([
    ['en', 'The disk of the server is full'],
    ['ru', 'На диске сервера нет места'],
    ['kk', 'Сервердің дискісінде орын қалмады'],
  ])('the form shows again what was typed and says why, in %s', async (language, sentence) => {
    const client = speakers.find((one) => one.language === language)?.client;
    const answer = await client?.form('/individuals/new', { names: 'Ерлан Сапаров', notes: long, _key: newFormKey() });
    expect([answer?.status, answer?.text.includes('Ерлан Сапаров'), answer?.text.includes(long.trim())]).toEqual([507, true, true]);
    expect(answer?.text).toContain(sentence);
  });

  it('of a change that was kept before the reading of it could not be logged, it is not said that nothing was', async () => {
    disk.makeRoom();
    const log = jest.spyOn(habeas.app.get(UnitOfWork), 'log').mockRejectedValueOnce(storageProblem('full'));
    const changed = await aigerim.patch<{ title: string; code: string }>(`/api/v1/individuals/${id}`, 1, { notes: 'kept' });
    log.mockRestore();
    expect([changed.status, changed.body.code, changed.body.title]).toEqual([507, 'storage.full', expect.stringContaining('What you sent was saved')]);
    expect((await aigerim.get<{ notes: string; version: number }>(`/api/v1/individuals/${id}`)).body).toMatchObject({ notes: 'kept', version: 2 });
    disk.fill();
  });

  it('reading goes on into the room kept for it, each with its entry; then nothing more is recorded, small as it may be', async () => {
    const before = await seen();
    let answered = 0;
    while (disk.reserve.held && answered < 500) answered += (await aigerim.get(`/api/v1/individuals/${id}`)).status === 200 ? 1 : 0;
    expect(disk.reserve.held).toBe(false);
    expect(await seen()).toBe(before + answered);
    const small = await aigerim.post('/api/v1/individuals', aisha);
    expect([small.status, small.body.code]).toEqual([507, 'storage.full']);
  });

  it('somebody can still sign in and out to look', async () => {
    expect(disk.reserve.held).toBe(false);
    const session = await habeas.nobody().post('/api/v1/session', { name: 'aigerim', password: 'not the one it is' });
    expect([session.status, session.body.code]).toEqual([401, 'session.refused']);
    const own = await habeas.again('aigerim');
    expect((await own.delete('/api/v1/session')).status).toBe(204);
    expect((await own.get(`/api/v1/individuals/${id}`)).status).toBe(401);
  });

  it('when even that room is used up, no record is read without its entry', async () => {
    const before = await seen();
    let [answered, last] = [0, 200];
    for (; last === 200 && answered < 2000; ) {
      last = (await aigerim.get(`/api/v1/individuals/${id}`)).status;
      answered += last === 200 ? 1 : 0;
    }
    expect(last).toBe(507);
    expect(await seen()).toBe(before + answered);
  });

  it('all goes on without a new start once there is room, the repeated request included', async () => {
    disk.makeRoom();
    const first = await recordLong('before-there-is-room-1');
    expect(first.status).toBe(201);
    expect(disk.reserve.held).toBe(true);
    expect((await recordLong('before-there-is-room-1')).body.id).toBe(first.body.id);
    expect((await aigerim.get(`/api/v1/individuals/${id}`)).status).toBe(200);
    expect(await verifyChain(habeas.ground.database.reader.manager)).toMatchObject({ firstFault: null });
  });
});
