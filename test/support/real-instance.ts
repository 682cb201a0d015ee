import { buildApp } from '../../src/app.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { UnitOfWork } from '../../src/kernel/db/public.js';
import { readSettings, type Settings } from '../../src/kernel/settings/public.js';
import { openInstance, type OpenInstance } from '../../src/launch/public.js';
import { Accounts } from '../../src/staff/public.js';
import { Running, Terminal } from '../launch/command-line.js';
import { cast, type Person } from './cast.js';
import { Client } from './client.js';
import { openSession, type Signed } from './open-session.js';

/**
 * A data folder and a key as a first start makes them, some of the cast signed in, and the built server on it as a process
 * of its own, which can be killed.
 */
export class RealInstance {
  private constructor(
    readonly terminal: Terminal,
    readonly env: Readonly<Record<string, string>>,
    private readonly signed: Readonly<Partial<Record<Person, Signed>>>,
    readonly ids: Readonly<Partial<Record<Person, string>>>,
  ) {}

  static async prepare(terminal: Terminal, people: readonly Person[], more: Record<string, string> = {}): Promise<RealInstance> {
    const env = {
      ...{ HABEAS_DATA_DIR: terminal.at('data'), HABEAS_KEY_FILE: terminal.at('keys', 'own.key'), HABEAS_PORT: '0', HABEAS_LOG: 'info' },
      ...{ HABEAS_SECOND_FACTOR: 'offered', HABEAS_NEW_DEVICE_HOURS: '0', HABEAS_RECORDS_AN_HOUR: '0', ...more },
    };
    const opened = await openInstance(readSettings({ ...env, HABEAS_LOG: 'silent' }));
    const [signed, ids]: [Partial<Record<Person, Signed>>, Partial<Record<Person, string>>] = [{}, {}];
    const app = await buildApp(opened.ground);
    for (const person of people) {
      const { id } = await app.get(Accounts).create(systemActor('test'), { ...cast[person], language: 'en', expiresAt: null });
      ids[person] = id;
      signed[person] = await openSession(app.get(UnitOfWork), id);
    }
    await app.close();
    await opened.close();
    return new RealInstance(terminal, env, signed, ids);
  }

  get folder(): string {
    return this.env.HABEAS_DATA_DIR ?? '';
  }

  /** The settings a command or a second opening of the same instance has. */
  settings(): Settings {
    return readSettings(this.env);
  }

  /** Opens it in this process, as the server does; close it before the server starts again. */
  open(): Promise<OpenInstance> {
    return openInstance(this.settings(), { onlyExisting: true });
  }

  serve(node: readonly string[] = [], under = ''): Running {
    return this.terminal.run(['serve'], { ...this.env }, node, under);
  }

  run(...args: string[]): Running {
    return this.terminal.run(args, { ...this.env });
  }

  /** A person of the cast at a running server. */
  client(person: Person, address: string): Client {
    return new Client(address, this.signed[person] ?? null);
  }
}
