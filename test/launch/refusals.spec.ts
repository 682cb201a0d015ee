import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, Terminal, type Ended } from './command-line.js';

/** docs/operations/exit-codes.md */
const codes = { usage: 2, settings: 3, folder: 4, inUse: 5, key: 6, database: 7, port: 8 };

interface Refusal {
  readonly what: string;
  readonly code: number;
  readonly says: RegExp;
  /** Puts the folder into the state in question. */
  readonly before?: (folder: string) => void;
  readonly env?: Record<string, string>;
  readonly args?: readonly string[];
}

describe('a start that cannot be', () => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = new Terminal();
    const made = await terminal.command(['migrate'], { HABEAS_DATA_DIR: terminal.at('whole'), HABEAS_KEY_FILE: terminal.at('keys/own.key') });
    expect(made).toMatchObject({ code: 0 });
    const other = terminal.at('keys/other.key');
    writeFileSync(other, `habeas-key-1:${Buffer.alloc(32, 5).toString('base64')}\n`, { mode: 0o600 });
    writeFileSync(terminal.at('keys/open.key'), readFileSync(other), { mode: 0o644 });
    writeFileSync(terminal.at('keys/no.key'), 'a shopping list\n', { mode: 0o600 });
  });
  afterAll(() => terminal.leave());

  const keyAt = (name: string): Record<string, string> => ({ HABEAS_KEY_FILE: terminal.at('keys', name) });
  const database = (folder: string): string => `${folder}/habeas.db`;

  const refusals: readonly Refusal[] = [
    { what: 'with another key', code: codes.key, says: /does not open this data folder/, env: { key: 'other.key' } },
    { what: 'with a key file others can read', code: codes.key, says: /can be read by others; run: chmod 600/, env: { key: 'open.key' } },
    { what: 'with a file that is no key', code: codes.key, says: /is not a key file of Habeas/, env: { key: 'no.key' } },
    { what: 'without its key file', code: codes.key, says: /is not there; without it the data cannot be read/, env: { key: 'gone.key' } },
    {
      what: 'with the key in the data folder',
      code: codes.key,
      says: /must not lie in the data folder/,
      before: (folder) => cpSync(terminal.at('keys/own.key'), `${folder}/own.key`),
      env: { keyInside: 'own.key' },
    },
    { what: 'without the database file', code: codes.database, says: /is missing; restore it from a backup/, before: (folder) => rmSync(database(folder)) },
    { what: 'on an empty database file', code: codes.database, says: /is empty; restore it from a backup/, before: (folder) => truncateSync(database(folder)) },
    {
      what: 'on a database cut short',
      code: codes.database,
      says: /damaged.*restore it from a backup/,
      before: (folder) => truncateSync(database(folder), Math.floor(readFileSync(database(folder)).length / 2)),
    },
    { what: 'on a database with a fault at its head', code: codes.database, says: /damaged.*restore it from a backup/, before: (folder) => spoil(database(folder), 40) },
    { what: 'on a database with a fault in its midst', code: codes.database, says: /damaged.*restore it from a backup/, before: (folder) => spoil(database(folder), 9 * 4096 + 77) },
    {
      what: 'on something else in place of the database',
      code: codes.database,
      says: /damaged or not ours/,
      before: (folder) => writeFileSync(database(folder), 'minutes of a meeting\n'.repeat(1000)),
    },
    { what: 'when the marker cannot be read', code: codes.folder, says: /instance\.json cannot be read/, before: (folder) => writeFileSync(`${folder}/instance.json`, '{') },
    {
      what: 'in a folder of other things',
      code: codes.folder,
      says: /holds files but no whole instance/,
      before: (folder) => renameSync(`${folder}/instance.json`, `${folder}/notes.txt`),
    },
    { what: 'where the data folder is a file', code: codes.folder, says: /is a file, not a folder/, env: { data: 'keys/own.key' } },
    { what: 'where the folder above is missing', code: codes.folder, says: /make that folder first/, env: { data: 'unplugged/disk/habeas' } },
    // Root may write nearly everywhere, so a folder of the system stands for one that belongs to somebody else.
    { what: 'where this account may not write', code: codes.folder, says: /cannot be (?:used: this account may not read or write there|written to)/, env: { data: '/sys/kernel/habeas' } },
    {
      what: 'in a folder whose lock cannot be written to',
      code: codes.folder,
      says: /cannot be written to; check whose it is and whether the disk is full/,
      before: (folder) => {
        rmSync(`${folder}/in-use.lock`, { force: true });
        mkdirSync(`${folder}/in-use.lock`);
      },
    },
    { what: 'with something else in place of the lock', code: codes.folder, says: /cannot be written to/, before: (folder) => writeFileSync(`${folder}/in-use.lock`, 'minutes of a meeting\n'.repeat(300)) },
    { what: 'with a setting that cannot be', code: codes.settings, says: /HABEAS_PORT must be/, env: { HABEAS_PORT: 'http' } },
    { what: 'of an unknown command', code: codes.usage, says: /There is no command "serv"/, args: ['serv'] },
    { what: 'of a task where there is no instance', code: codes.folder, says: /There is no instance of Habeas/, args: ['audit', 'verify'], env: { data: 'mistyped' } },
  ];

  /** What is tried stands in a folder of its own; all of it is tried in one process, and looked at when that has ended. */
  const tried = new Map<Refusal, { ended: Ended; untouched: string; now: string }>();
  beforeAll(async () => {
    const cases = refusals.map((refusal) => ({ refusal, folder: terminal.at(refusal.what.replaceAll(' ', '-')) }));
    for (const { refusal, folder } of cases) {
      cpSync(terminal.at('whole'), folder, { recursive: true });
      refusal.before?.(folder);
    }
    const elsewhere = (): string => contentOf(terminal.home, cases.map(({ folder }) => folder));
    const before = [elsewhere(), ...cases.map(({ folder }) => contentOf(folder))];
    const ended: Ended[] = [];
    for (const { refusal, folder } of cases) ended.push(await terminal.command(refusal.args ?? ['serve'], environment(refusal, folder)));
    const after = [elsewhere(), ...cases.map(({ folder }) => contentOf(folder))];
    cases.forEach(({ refusal, folder }, n) => {
      tried.set(refusal, { ended: ended[n] as Ended, untouched: `${before[0]} ${before[n + 1]}`, now: `${after[0]} ${after[n + 1]}` });
      rmSync(folder, { recursive: true });
    });
  }, 240_000);

  function environment({ env = {} }: Refusal, folder: string): Record<string, string> {
    const { key = 'own.key', keyInside, data, ...settings } = env;
    const place = data?.startsWith('/') ? data : data ? terminal.at(data) : folder;
    return { HABEAS_DATA_DIR: place, ...(keyInside ? { HABEAS_KEY_FILE: `${folder}/${keyInside}` } : keyAt(key)), ...settings };
  }

  it.each(refusals)('$what: one sentence, its exit code, nothing touched', (refusal) => {
    const { ended, untouched, now } = tried.get(refusal) ?? {};
    expectRefusal(ended as Ended, refusal.code, refusal.says);
    expect(now).toBe(untouched);
  });

  it('on a port in use: says so before anything is made', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => other.once('listening', ready));
    const port = String((other.address() as AddressInfo).port);
    const untouched = contentOf(terminal.home);
    const ended = await terminal.run(['serve'], { HABEAS_PORT: port, HABEAS_DATA_DIR: terminal.at('fresh') }).over();
    other.close();
    expectRefusal(ended, codes.port, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use`));
    expect(contentOf(terminal.home)).toBe(untouched);
  });

  it('in a folder another process uses: says so, and the other one goes on', async () => {
    const env = { HABEAS_DATA_DIR: terminal.at('whole'), ...keyAt('own.key') };
    const first = terminal.run(['serve'], env);
    const address = await first.address();
    expectRefusal(await terminal.run(['serve'], env).over(), codes.inUse, /Another process is using/);
    expectRefusal(await terminal.command(['audit', 'verify'], env), codes.inUse, /Another process is using/);
    expect((await fetch(`${address}/sign-in`)).status).toBe(200);
    expect((await first.end()).code).toBe(0);
  });

  it('on a team database that does not answer: leaves neither a folder nor a key', async () => {
    const untouched = contentOf(terminal.home);
    mkdirSync(terminal.at('.config/habeas'), { recursive: true });
    const env = { HABEAS_DATA_DIR: terminal.at('team'), HABEAS_DATABASE_URL: 'postgres://nobody:secret-words@127.0.0.1:1/none' };
    const ended = await terminal.run(['serve'], env).over();
    expectRefusal(ended, codes.database, /HABEAS_DATABASE_URL does not answer/);
    expect(ended.err).not.toContain('secret-words');
    rmSync(terminal.at('.config'), { recursive: true });
    expect(contentOf(terminal.home)).toBe(untouched);
    expect(existsSync(terminal.at('team'))).toBe(false);
  });
});

function expectRefusal({ code, out, err }: Ended, wanted: number, says: RegExp): void {
  expect([err.trim().split('\n').length, err]).toEqual([1, expect.stringMatching(says)]);
  expect([code, out]).toEqual([wanted, '']);
}

function spoil(file: string, at: number): void {
  const bytes = readFileSync(file);
  for (let place = at; place < at + 64; place += 1) bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}
