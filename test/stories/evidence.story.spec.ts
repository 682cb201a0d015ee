import { randomBytes, createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Evidence } from '../../src/evidence/public.js';
import { SubjectVault } from '../../src/kernel/crypto/public.js';
import { Accounts } from '../../src/staff/public.js';
import { examine } from '../../src/launch/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

const scan = Buffer.concat([Buffer.from('%PDF-1.4\nпротокол задержания Айгүл\n'), randomBytes(200_000)]);
const sha256 = createHash('sha256').update(scan).digest('hex');
const name = 'Айгүл «протокол» №1.pdf';

interface Item {
  id: string;
  sha256: string;
  size: number;
  fileName: string;
  collector: unknown;
  steps: { step: string; intact: boolean | null; to: string | null }[];
}

describe.each(databases)('evidence, on %s', (database) => {
  let habeas: TestApp;
  let aigerim: Client;
  let dana: Client;
  let bolat: Client;
  let person: { id: string; reference: string };
  let item: Item;
  beforeAll(async () => {
    habeas = await TestApp.start(database, undefined, true, { HABEAS_EVIDENCE_MB: '1', HABEAS_EVIDENCE_QUOTA_MB: '2' });
    [aigerim, dana, bolat] = [await habeas.as('aigerim'), await habeas.as('dana'), await habeas.as('bolat')];
    person = (await aigerim.post<typeof person>('/api/v1/individuals', { names: [{ text: 'Айгүл', kind: 'full' }] })).body;
  }, 60_000);
  afterAll(() => habeas.stop());

  const folder = (): string => join(habeas.ground.settings.dataDir, 'files');

  /** Bytes as a program sends them. */
  const upload = (client: Client, bytes: Buffer): Promise<{ status: number; body: { id: string; sha256: string; code?: string } }> =>
    new Promise((resolve, reject) => {
      const headers = { Cookie: `habeas_session=${client.signed?.token}`, 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length };
      const asked = request(`${habeas.url}/api/v1/evidence/uploads`, { method: 'POST', headers }, (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as never }));
      });
      asked.on('error', reject);
      asked.end(bytes);
    });
  const add = async (client: Client, bytes: Buffer, said: object = {}) => {
    const { body } = await upload(client, bytes);
    return client.post<Item & { code?: string }>('/api/v1/evidence', { uploadId: body.id, about: 'individual', aboutId: person.id, title: 'Protocol, two pages', kind: 'protocol', fileName: name, ...said });
  };
  /** A form as a browser sends it with a file. */
  const form = async (client: Client, path: string, fields: Record<string, string>, file: Buffer, fileName: string) => {
    const body = new FormData();
    for (const [key, value] of Object.entries({ _csrf: client.signed?.csrf ?? '', ...fields })) body.append(key, value);
    body.append('file', new Blob([new Uint8Array(file)]), fileName);
    return fetch(habeas.url + path, { method: 'POST', body, redirect: 'manual', headers: { Cookie: `habeas_session=${client.signed?.token}`, Accept: 'text/html' } });
  };
  const download = (client: Client, id: string): Promise<Response> =>
    fetch(`${habeas.url}/api/v1/evidence/${id}/file`, { method: 'POST', headers: { Cookie: `habeas_session=${client.signed?.token}` } });

  it('is taken in whole, hashed, and lies sealed under a name that tells nothing', async () => {
    const made = await add(aigerim, scan, { collector: 'the brother', method: 'scanner', collected: { said: '10.01.2021', zone: 'Asia/Almaty' } });
    expect(made.status).toBe(201);
    item = made.body;
    expect(item).toMatchObject({ sha256, size: scan.length, fileName: name, mediaType: 'application/pdf', steps: [{ step: 'received', intact: true }] });
    const files = readdirSync(folder());
    expect(files.every((file) => /^[0-9a-f-]{36}$/.test(file))).toBe(true);
    for (const file of files) expect(readFileSync(join(folder(), file)).includes(Buffer.from('протокол'))).toBe(false);
    const row = await habeas.ground.database.reader.getRepository(Evidence).findOneByOrFail({ id: item.id });
    expect(JSON.stringify(row)).not.toMatch(/протокол|brother/);
  });

  it('comes out as it came in, under its own name, never to be shown within a page, and the step is in the chain', async () => {
    const answer = await download(dana, item.id);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(scan)).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(headers['content-disposition']?.split("UTF-8''")[1] ?? '')).toBe(name);
    expect(headers['content-security-policy']).toContain('sandbox');
    await dana.post(`/api/v1/evidence/${item.id}/steps`, { step: 'transferred', from: 'the office', to: 'the court', reason: 'asked for by the judge' });
    const seen = (await dana.get<Item>(`/api/v1/evidence/${item.id}`)).body;
    expect(seen.steps.map(({ step }) => step)).toEqual(['received', 'downloaded', 'transferred']);
    expect(seen.steps.at(-1)?.to).toBe('the court');
    expect(seen.collector).toEqual({ withheld: 'source' }); // lawyers read no sources
    expect((await habeas.audit({ act: 'evidence.downloaded' })).map(({ recordId }) => recordId)).toEqual([item.id]);
    await expect(habeas.ground.database.writer.query('UPDATE evidence_step SET by_id = by_id')).rejects.toThrow('append-only');
  });

  it('is nothing for somebody outside of the circle of what it belongs to', async () => {
    const opened = (await aigerim.post<{ id: string; circleId: string }>('/api/v1/cases', { title: 'A case' })).body;
    expect((await aigerim.post(`/api/v1/cases/${opened.id}/individuals`, { record: person.reference })).status).toBeLessThan(300);
    expect((await aigerim.post(`/api/v1/cases/${opened.id}/members`, { staffId: habeas.ids.dana })).status).toBeLessThan(300);
    expect((await bolat.get(`/api/v1/individuals/${person.id}`)).status).toBe(404);
    expect((await bolat.get(`/api/v1/evidence/of/individual/${person.id}`)).status).toBe(404);
    expect((await bolat.get(`/api/v1/evidence/${item.id}`)).status).toBe(404);
    expect((await download(bolat, item.id)).status).toBe(404);
    expect((await bolat.page(`/evidence/${item.id}`)).status).toBe(404);
    expect((await (await habeas.as('marat')).get(`/api/v1/evidence/${item.id}`)).status).toBe(403);
  });

  it('is refused when it pretends to be something else, is too much, or was uploaded by somebody else', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(300)]);
    const archive = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
    for (const bytes of [html, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('MZ\0\0'), Buffer.concat([png, archive]), Buffer.concat([png.subarray(0, 8), html])]) {
      expect((await upload(aigerim, bytes)).body.code).toBe('evidence.kind_not_taken');
    }
    expect((await add(aigerim, png)).body.code).toBe('evidence.name_unlike');
    expect((await upload(aigerim, Buffer.alloc(0))).body.code).toBe('evidence.empty');
    expect((await upload(aigerim, Buffer.concat([scan, randomBytes(1024 * 1024)]))).body.code).toBe('evidence.too_large');
    const { body } = await upload(aigerim, scan);
    const stolen = await dana.post<{ code: string }>('/api/v1/evidence', { uploadId: body.id, about: 'individual', aboutId: person.id, title: 'x', kind: 'other', fileName: name });
    expect([stolen.status, stolen.body.code]).toEqual([410, 'evidence.upload_gone']);
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 9; n += 1) codes.push((await upload(aigerim, scan)).body.code);
    expect(codes.at(-1)).toBe('evidence.quota');
    expect(readdirSync(folder()).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('is added in a browser with its Cyrillic name, and a copy of it stays apart', async () => {
    const to = `/evidence/of/individual/${person.id}/new`;
    expect((await form(dana, to, { title: 'A photograph', kind: 'photograph' }, Buffer.from('<html>'), 'снимок.jpg')).status).toBe(415);
    const added = await form(dana, to, { title: 'Расшифровка', kind: 'statement', originalId: item.id }, Buffer.from('Әңгіме жазбасы'), 'әңгіме.txt');
    expect(added.status).toBe(303);
    const page = await dana.page(added.headers.get('location') ?? '');
    for (const text of ['әңгіме.txt', 'text/plain', 'Working copy of', 'Received: unchanged']) expect(page.text).toContain(text);
    const list = await dana.page(`/evidence/of/individual/${person.id}`);
    expect(list.text.indexOf('Protocol, two pages')).toBeLessThan(list.text.indexOf('Расшифровка'));
    const foreign = await form({ ...dana, signed: { token: dana.signed!.token, csrf: 'x' } } as Client, to, { title: 'x', kind: 'other' }, scan, 'x.pdf');
    expect(foreign.status).toBe(403);
  });

  it('stands on the paper of the detention by its hash', async () => {
    const detention = (await aigerim.post<{ id: string }>('/api/v1/detentions', { individualId: person.id, kind: 'administrative', regionCode: 'KZ-75' })).body;
    const paper = await aigerim.post(`/api/v1/detentions/${detention.id}/timeline/exports`, { format: 'json', purpose: 'internal' });
    expect(JSON.stringify(paper.body)).toContain(sha256);
  });

  it('is told as soon as one bit of it is another, and not handed out', async () => {
    const { fileId } = await habeas.ground.database.reader.getRepository(Evidence).findOneByOrFail({ id: item.id });
    const whole = readFileSync(join(folder(), fileId));
    const changed = Buffer.from(whole);
    changed[100_000]! ^= 1;
    writeFileSync(join(folder(), fileId), changed);
    const refused = await download(dana, item.id);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'evidence.changed']);
    expect((await dana.post<Item>(`/api/v1/evidence/${item.id}/verifications`, {})).body.steps.at(-1)).toMatchObject({ step: 'verified', intact: false });
    const sentences: string[] = [];
    for await (const { sentence } of examine(habeas.ground, habeas.app.get(Accounts))) sentences.push(sentence);
    expect(sentences.join('\n')).toContain('1 of 2 files of evidence are not what came in');
    writeFileSync(join(folder(), fileId), whole);
    expect((await dana.post<Item>(`/api/v1/evidence/${item.id}/verifications`, {})).body.steps.at(-1)).toMatchObject({ step: 'verified', intact: true });
  });

  it('cannot be read by anybody once the person is erased', async () => {
    await habeas.ground.database.writer.query(`DELETE FROM subject_key WHERE subject = '${person.id}'`);
    habeas.app.get(SubjectVault).forget(person.id);
    const gone = await download(dana, item.id);
    expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([410, 'evidence.gone']);
    const seen = (await dana.get<Item>(`/api/v1/evidence/${item.id}`)).body;
    expect([seen.fileName, seen.steps.map(({ step }) => step).slice(0, 3)]).toEqual([null, ['received', 'downloaded', 'transferred']]);
  });
});
