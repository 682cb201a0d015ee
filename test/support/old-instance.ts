import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork, closeDatabase, newId } from '../../src/kernel/db/public.js';
import { FileVault } from '../../src/kernel/crypto/public.js';
import { checkOf, keyText } from '../../src/kernel/keyring/public.js';
import { Instance, readSettings, type Settings } from '../../src/kernel/settings/public.js';
import { RecordIndividual } from '../../src/individuals/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { Factors } from '../../src/staff/public.js';
import { TestApp } from './app.js';
import { testKeys, testSecret, type DatabaseName } from './database.js';
import { freshPostgres } from './postgres.js';

/** Folder, key file and database of an instance, with what was put into it. */
export interface MadeInstance {
  readonly settings: Settings;
  readonly env: Record<string, string>;
  readonly ids: Readonly<Record<string, string>>;
  readonly fileId: string;
  /** A code on paper of Rita's, made before. */
  readonly paper: string[];
  leave(): Promise<void>;
}

/** An instance as the version before the key ring made it: every key comes from the one in the key file. */
export async function oldInstance(name: DatabaseName, people: readonly string[]): Promise<MadeInstance> {
  const home = mkdtempSync(join(tmpdir(), 'habeas-keys-'));
  const dataDir = join(home, 'data');
  const keyFile = join(home, 'own.key');
  mkdirSync(dataDir, { mode: 0o700 });
  writeFileSync(keyFile, keyText(testSecret) + '\n', { mode: 0o600 });
  const habeas = await TestApp.start(name, undefined, true, { HABEAS_DATA_DIR: dataDir });
  const instance = newId(habeas.ground.clock.now());
  const paper = await fill(habeas, instance, people);
  const fileId = await takeFile(habeas);
  await habeas.audit();
  await habeas.app.close();
  await closeDatabase(habeas.database.open);
  const url = habeas.database.open.writer.options.type === 'postgres' ? String((habeas.database.open.writer.options as { url?: string }).url) : null;
  const copy = url ? await freshPostgres(new URL(url).pathname.slice(1)) : null;
  if (habeas.database.folder) {
    const file = join(dataDir, 'habeas.db');
    copyFileSync(join(habeas.database.folder, 'habeas.db'), file);
    chmodSync(file, 0o600);
  }
  await habeas.database.close();
  writeFileSync(join(dataDir, 'instance.json'), JSON.stringify({ instance, key: { from: 'file', file: keyFile }, keyCheck: checkOf(testKeys) }), { mode: 0o600 });
  const env = { HABEAS_DATA_DIR: dataDir, HABEAS_LOG: 'silent', HABEAS_PORT: '0', HABEAS_SECOND_FACTOR: 'offered', HABEAS_NEW_DEVICE_HOURS: '0', ...(copy ? { HABEAS_DATABASE_URL: copy.url } : {}) };
  const leave = async (): Promise<void> => {
    await copy?.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { settings: readSettings(env), env, ids: habeas.ids, fileId, paper, leave };
}

async function fill(habeas: TestApp, instance: string, people: readonly string[]): Promise<string[]> {
  const aigerim = await habeas.as('aigerim');
  for (const text of people) await aigerim.post('/api/v1/individuals', { names: [{ text, kind: 'full' }] });
  await habeas.app.get(RecordIndividual).run(systemActor('test'), { names: [{ text: 'Imported Once', kind: 'full' }], externalId: 'list:7' } as never);
  const work = habeas.app.get(UnitOfWork);
  await work.touch(async (manager) => void (await manager.insert(Instance, { id: instance, createdAt: habeas.ground.clock.now() })));
  const rita = { ...systemActor('test'), id: habeas.ids.rita };
  const passkey = { id: 'credential-1', publicKey: '', counter: 0 };
  return work.run(rita, (story) => habeas.app.get(Factors).addIn(story, 'passkey', { label: 'key', passkey }, { credential: passkey.id }));
}

async function takeFile(habeas: TestApp): Promise<string> {
  const files = habeas.app.get(FileVault);
  async function* bytes(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from('a photograph of a protocol'));
  }
  const taken = await files.take(bytes(), habeas.ground.clock.now());
  await habeas.app.get(UnitOfWork).touch((manager) => files.keep({ manager, now: habeas.ground.clock.now() }, taken, habeas.ids.rita));
  return taken.id;
}
