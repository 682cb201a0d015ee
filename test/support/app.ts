import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { buildApp } from '../../src/app.js';
import type { StaffRole } from '../../src/access/public.js';
import { ChainedLedger, AuditEntry } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import type { Ground } from '../../src/kernel/kernel.module.js';
import { Strongbox } from '../../src/kernel/keyring/public.js';
import { UnitOfWork } from '../../src/kernel/db/public.js';
import { SystemClock, type Clock } from '../../src/kernel/time/public.js';
import { readSettings } from '../../src/kernel/settings/public.js';
import { Accounts } from '../../src/staff/public.js';
import { cast, type Person } from './cast.js';
import { Client } from './client.js';
import { testDatabase, testKeys, testSecret, type DatabaseName, type TestDatabase } from './database.js';
import { openSession } from './open-session.js';

/** The real application on a real database and a real port, with the cast signed in. */
export class TestApp {
  private readonly clients = new Map<Person, Client>();

  private constructor(
    readonly app: NestExpressApplication,
    readonly ground: Ground,
    readonly database: TestDatabase,
    readonly url: string,
    readonly ids: Readonly<Record<Person, string>>,
    /** The data folder; the embedded database of a test lies in one of its own. */
    readonly folder: string,
  ) {}

  /**
   * @param people leave them out when the story brings its own staff
   * @param env settings that differ from those of most stories: no second factor is asked for, files leave from any browser
   */
  static async start(name: DatabaseName, clock: Clock = new SystemClock(), people: boolean = true, env: Record<string, string> = {}): Promise<TestApp> {
    const database = await testDatabase(name);
    const folder = mkdtempSync(join(tmpdir(), 'habeas-app-'));
    const settings = readSettings({ HABEAS_DATA_DIR: folder, HABEAS_LOG: 'error', HABEAS_PORT: '0', HABEAS_SECOND_FACTOR: 'offered', HABEAS_NEW_DEVICE_HOURS: '0', ...env });
    const ledger = new ChainedLedger(database.open.dialect);
    const ground: Ground = { settings, keys: testKeys, strongbox: Strongbox.inMemory(testSecret), database: database.open, clock, ledger };
    const app = await buildApp(ground);
    await app.listen(settings.port, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const ids: Partial<Record<Person, string>> = {};
    for (const [person, account] of Object.entries(people ? cast : {})) {
      const made = await app.get(Accounts).create(systemActor('test'), { ...account, language: 'en', expiresAt: null });
      ids[person as Person] = made.id;
    }
    return new TestApp(app, ground, database, `http://127.0.0.1:${port}`, ids as Record<Person, string>, folder);
  }

  /** A signed-in client: the session is put in place as sign-in would, without the quarter second of the password. */
  async as(person: Person): Promise<Client> {
    const known = this.clients.get(person) ?? (await this.signedIn(this.ids[person]));
    this.clients.set(person, known);
    return known;
  }

  /** The same person with a new session, as after the one before ran out. */
  again(person: Person): Promise<Client> {
    return this.signedIn(this.ids[person]);
  }

  /** Somebody outside of the usual cast, signed in. */
  async joined(account: { signInName: string; role: StaffRole; teamId?: string }): Promise<{ id: string; client: Client }> {
    const { id } = await this.app.get(Accounts).create(systemActor('test'), { name: account.signInName, language: 'en', expiresAt: null, ...account });
    return { id, client: await this.signedIn(id) };
  }

  private async signedIn(staffId: string): Promise<Client> {
    return new Client(this.url, await openSession(this.app.get(UnitOfWork), staffId));
  }

  /** Somebody who is not signed in. */
  nobody(): Client {
    return new Client(this.url, null);
  }

  /** Entries of the audit log, newest last. */
  async audit(where: { act?: string; actorId?: string; recordId?: string; allowed?: number } = {}): Promise<AuditEntry[]> {
    await this.app.get(UnitOfWork).settled();
    return this.ground.database.reader.getRepository(AuditEntry).find({ where, order: { seq: 'ASC' } });
  }

  async stop(): Promise<void> {
    await this.app.get(UnitOfWork).settled();
    await this.app.close();
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
