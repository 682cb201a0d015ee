import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { In } from 'typeorm';
import { buildApp } from '../../src/app.js';
import { Individual, NameToken, RecordIndividual } from '../../src/individuals/public.js';
import { dataKeyNames, derivedRing, FileVault, SubjectKey, unseal, type DataKeyName, type KeyRing } from '../../src/kernel/crypto/public.js';
import { isSoundUntouched, UnitOfWork } from '../../src/kernel/db/public.js';
import { keyText, makeRecoveryKey, secretOfRecoveryKey } from '../../src/kernel/keyring/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { openInstance, openMaster, type OpenInstance } from '../../src/launch/public.js';
import { FactBasis } from '../../src/reports/public.js';
import { beginChange } from '../../src/rotation/public.js';
import { Accounts, Factors } from '../../src/staff/public.js';
import { databases, testSecret } from '../support/database.js';
import { Client } from '../support/client.js';
import { openSession } from '../support/open-session.js';
import { oldInstance, type MadeInstance } from '../support/old-instance.js';

const people = ['Айгүл Серікқызы', 'Daniyar Ahmetov', 'Сәуле'];

/** An instance of before the ring, brought over and then given new keys, with the power cut wherever it hurts. */
describe.each(databases)('the keys of an instance, on %s', (name) => {
  let made: MadeInstance;
  beforeAll(async () => {
    made = await oldInstance(name, people);
  });
  afterAll(() => made.leave());

  const fileText = (): string => readFileSync(join(made.settings.dataDir, 'instance.json'), 'utf8');

  async function withOpen<T>(task: (instance: OpenInstance) => Promise<T>, options: Parameters<typeof openInstance>[1] = {}): Promise<T> {
    const instance = await openInstance(made.settings, { onlyExisting: true, ...options });
    try {
      return await task(instance);
    } finally {
      await instance.close();
    }
  }

  /** Everything that stands under a key is used once, through the application as it is served. */
  async function expectWhole(instance: OpenInstance): Promise<void> {
    const app = await buildApp(instance.ground);
    await app.listen(0, '127.0.0.1');
    try {
      await expectAllOf(instance, app);
    } finally {
      await app.close();
      await app.get(UnitOfWork).settled();
    }
  }

  async function expectAllOf({ ground }: OpenInstance, app: NestExpressApplication): Promise<void> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const aigerim = new Client(`http://127.0.0.1:${port}`, await openSession(app.get(UnitOfWork), made.ids.aigerim ?? ''));
    for (const person of [...people, 'Imported Once']) {
      const found = await aigerim.post<{ items: { names: { text: string }[] }[] }>('/api/v1/individuals/search', { name: person });
      expect([found.status, found.body.items.map((one) => one.names[0]?.text)]).toEqual([200, [person]]);
    }
    expect(await app.get(Accounts).idOf('AIGERIM')).toBe(made.ids.aigerim);
    expect((await app.get(Factors).passkey('credential-1'))?.row.staffId).toBe(made.ids.rita);
    const tokens = app.get(RecordIndividual).externalTokens('list:7');
    expect(await ground.database.reader.manager.countBy(Individual, { externalToken: In([...tokens]) })).toBe(1);
    const pieces: Buffer[] = [];
    for await (const piece of await app.get(FileVault).read(ground.database.reader.manager, made.fileId)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('a photograph of a protocol');
  }

  const ringOf = (): Promise<KeyRing> => withOpen(({ ground }) => Promise.resolve(ground.strongbox.ring()));
  const tokensOf = (): Promise<string[]> => withOpen(async ({ ground }) => (await ground.database.reader.manager.find(NameToken)).map(({ token }) => token));
  const factsMade = (): Promise<boolean> => withOpen(({ ground }) => ground.database.reader.manager.existsBy(FactBasis, { id: 1 }));

  it('of before come over unchanged, under a new master key, and the key file goes on opening', async () => {
    expect(fileText()).toContain('keyCheck');
    await withOpen(expectWhole);
    expect(JSON.parse(fileText())).toMatchObject({ form: 2, slots: [{ id: 1, kind: 'file' }] });
    expect(fileText()).not.toContain('keyCheck');
    expect(await ringOf()).toEqual(derivedRing(testSecret));
  });

  it('open with what somebody entered, and with nothing else', async () => {
    const recoveryKey = makeRecoveryKey();
    await withOpen(({ ground }) => Promise.resolve(ground.strongbox.add({ kind: 'recovery', secret: secretOfRecoveryKey(recoveryKey) ?? Buffer.alloc(0) }, ground.clock.now())));
    const before = fileText();
    await expect(openMaster(made.settings, { recoveryKey: makeRecoveryKey() })).rejects.toMatchObject({ code: 'recovery.wrong' });
    await expect(openMaster(made.settings, { passphrase: 'seven blue kettles on a shelf' })).rejects.toMatchObject({ code: 'passphrase.wrong' });
    await expect(openInstance(made.settings, { master: Buffer.alloc(32, 1) })).rejects.toMatchObject({ exitCode: 6 });
    expect(fileText()).toBe(before);
    await withOpen(expectWhole, { master: await openMaster(made.settings, { recoveryKey }) });
  });

  /** The cuts of the power itself are in keys.spec; here it is between any two batches. */
  it.each([
    ['subjects', 1],
    ['files', 1],
    ['tokens', 1],
    ['tokens', 2],
  ] as const)('are whole when a change is cut at %s (%i), and are the new ones after the next start', async (at, times) => {
    const before = await ringOf();
    const master = await withOpen(({ ground }) => {
      ground.strongbox.keepRing(beginChange(ground.strongbox.ring(), dataKeyNames));
      return Promise.resolve(ground.strongbox.lend());
    });
    let seen = 0;
    const cut = (key: DataKeyName): void => {
      if (key === at && (seen += 1) === times) throw new Error('the power is gone');
    };
    const outcome = await openInstance(made.settings, { master, told: cut }).then((instance) => instance.close().then(() => 'whole'), (error: Error) => error.message);
    expect(outcome).toBe('the power is gone');
    await withOpen(expectWhole);
    const after = await ringOf();
    expect(after.pending).toEqual({});
    for (const key of dataKeyNames) expect([key, after.current[key].generation, after.current[key].key.equals(before.current[key].key)]).toEqual([key, before.current[key].generation + 1, false]);
  });

  it('of before open nothing any more: not the file, not a subject, and no token is what it was', async () => {
    const [before, tokens] = [await ringOf(), await tokensOf()];
    expect(await factsMade()).toBe(true);
    await withOpen(({ ground }) => Promise.resolve(ground.strongbox.keepRing(beginChange(ground.strongbox.ring(), dataKeyNames))));
    await withOpen(async ({ ground }) => {
      for (const row of await ground.database.reader.manager.find(SubjectKey)) expect(() => unseal(before.current.subjects.key, row.wrapped, row.subject)).toThrow();
    });
    expect((await tokensOf()).filter((token) => tokens.includes(token))).toEqual([]);
    // Articles stand on the cards of figures as tokens: the cards are made anew with the start that follows.
    expect(await factsMade()).toBe(false);
    if (name === 'sqlite') expect(isSoundUntouched(join(made.settings.dataDir, 'habeas.db'), before.current.database.key.toString('hex'))).toBe(false);
    await withOpen(expectWhole);
  });

  it('leave codes on paper good, and each change stands in the log', async () => {
    await withOpen(async (instance) => {
      const app = await buildApp(instance.ground);
      const taken = await app.get(UnitOfWork).run(systemActor('test'), async (story) => [await app.get(Factors).takeCode(story, made.ids.rita ?? '', made.paper[0] ?? ''), story.note({ act: 'keys.changed', kind: 'instance', recordId: null })]);
      expect(taken[0]).toBe('recovery');
      const entries = (await instance.ground.database.reader.query(`SELECT leaf FROM audit_entry WHERE act = 'keys.changed' ORDER BY seq`)) as { leaf: string }[];
      expect(entries.map(({ leaf }) => (JSON.parse(leaf) as { facts: { key?: string } }).facts.key)).toEqual(expect.arrayContaining([...dataKeyNames]));
      await app.close();
      await app.get(UnitOfWork).settled();
    });
  });

  it('change their master key without any secret being entered, and the old file with the old master opens only what it held', async () => {
    const old = await openMaster(made.settings, { key: keyText(testSecret) });
    await withOpen(({ ground }) => Promise.resolve(ground.strongbox.changeMaster()));
    await expect(openInstance(made.settings, { master: old })).rejects.toMatchObject({ exitCode: 6 });
    await withOpen(expectWhole);
  });
});
