import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { Terminal } from './command-line.js';

const password = 'nine slow trams before noon';

describe('from the first start on', () => {
  let terminal: Terminal;
  let key: string;
  let spent: string;
  let note: string;
  beforeAll(() => {
    terminal = new Terminal();
  });
  afterAll(() => terminal.leave());

  const link = async (running: ReturnType<Terminal['run']>): Promise<string> => (await running.said(/^ {2}(http:\S+\/welcome\/\S+)$/m))[1] ?? '';

  it('makes a key outside of the data folder, the database, and a link for the first administrator', async () => {
    mkdirSync(terminal.at('.local/share'), { recursive: true });
    const running = terminal.run(['serve'], { HABEAS_DATA_DIR: '', HABEAS_SECOND_FACTOR: 'offered' });
    const address = await running.address();
    const data = terminal.at('.local/share/habeas');
    key = (await running.said(/A new key was made: (\S+)/))[1] ?? '';
    expect(relative(data, key)).toMatch(/^\.\.\//);
    expect(running.out).toMatch(/Keep a copy of it in another place/);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(data)) expect([name, statSync(`${data}/${name}`).mode & 0o077]).toEqual([name, 0]);
    expect(readFileSync(`${data}/habeas.db`).includes('SQLite format 3')).toBe(false);

    const first = await link(running);
    expect(first.startsWith(address)).toBe(true);
    expect((await fetch(first)).status).toBe(200);
    expect((await fetch(`${address}/sign-in`)).status).toBe(200);
    spent = new URL(first).pathname;
    expect(await running.end('SIGINT')).toMatchObject({ code: 0, err: '' });
    expect(running.out).toMatch(/Ended\.\n$/);
    expect(readdirSync(data).sort()).toEqual(['files', 'habeas.db', 'in-use.lock', 'instance.json', 'log-head', 'reserve']);
  });

  it('offers another link while no administrator has a password, and the old one is void', async () => {
    const running = terminal.run(['serve'], { HABEAS_DATA_DIR: '', HABEAS_SECOND_FACTOR: 'offered' });
    const next = await link(running);
    const nobody = new Client(await running.address(), null);
    expect(running.out).not.toContain('A new key');
    expect((await nobody.page(spent)).status).toBe(410);
    expect((await nobody.form(new URL(next).pathname, { password, again: password })).status).toBe(303);
    expect((await nobody.page(new URL(next).pathname)).status).toBe(410);
    expect((await running.end('SIGTERM')).code).toBe(0);
  });

  it('then starts without a link, knows the password, and survives being killed amid use', async () => {
    const killed = terminal.run(['serve'], { HABEAS_DATA_DIR: '', HABEAS_SECOND_FACTOR: 'offered' });
    const nobody = new Client(await killed.address(), null);
    expect(killed.out).not.toContain('/welcome/');
    const entered = await nobody.post('/api/v1/session', { name: 'administrator', password });
    expect(entered.status).toBe(204);
    const token = /habeas_session=([\w-]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const administrator = new Client(nobody.url, { token, csrf: '' });
    const acknowledged: string[] = [];
    const storm = Array.from({ length: 40 }, async (_, n) => {
      const made = await administrator.post('/api/v1/staff', { signInName: `aliya${n}`, name: `Aliya ${n}`, role: 'caseworker' });
      if (made.status === 201) acknowledged.push(`aliya${n}`);
      if (acknowledged.length === 12) killed.child.kill('SIGKILL');
    });
    await Promise.allSettled(storm);
    await killed.over();
    expect(acknowledged.length).toBeGreaterThanOrEqual(12);

    const noted = await terminal.command(['audit', 'witness'], { HABEAS_DATA_DIR: '' });
    expect([noted.code, noted.out]).toEqual([0, expect.stringMatching(/^habeas\/[0-9a-f-]{36}\n\d+\n\S{44}\n\n— habeas\/\S+ \S+\n[\s█▀▄]+$/)]);
    note = noted.out.split('\n').slice(0, 3).join('\n');
    const verified = await terminal.command(['audit', 'verify', '--json'], { HABEAS_DATA_DIR: '' });
    expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, { firstFault: null }]);
    const again = terminal.run(['serve'], { HABEAS_DATA_DIR: '', HABEAS_SECOND_FACTOR: 'offered' });
    const after = new Client(await again.address(), { token, csrf: '' });
    const listed = await after.get<{ signInName: string }[]>('/api/v1/staff');
    expect(listed.status).toBe(200);
    expect(listed.body.map((one) => one.signInName)).toEqual(expect.arrayContaining(acknowledged));
    expect((await again.end()).code).toBe(0);
    copyFileSync(terminal.at('.local/share/habeas/habeas.db'), terminal.at('yesterday.db'));
  });

  it('gives three lines to keep elsewhere, which a rewritten or cut log does not fit', async () => {
    const env = { HABEAS_DATA_DIR: '' };
    const [origin = '', size = '', root = ''] = note.split('\n');
    const verify = (given: string) => terminal.command(['audit', 'verify', '--note', given], env);
    expect(await verify(note)).toMatchObject({ code: 0, out: expect.stringContaining('and the note fits') });
    const other = [origin, size, `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`].join('\n');
    expect(await verify(other)).toMatchObject({ code: 1, out: expect.stringContaining('(note)') });
    expect(await verify([origin, '999999', root].join('\n'))).toMatchObject({ code: 1, out: expect.stringContaining('(note)') });
    expect((await verify('yesterday')).code).toBe(2);
    expect((await terminal.command(['audit', 'witness', '--note', other], env)).code).toBe(1);
  });

  it('is examined by its doctor, who finds all well and says what could be better', async () => {
    const examined = await terminal.command(['doctor'], { HABEAS_DATA_DIR: '', HABEAS_SECOND_FACTOR: 'offered' });
expect([examined.code, examined.out]).toEqual([0, expect.stringMatching(/^ok {4}The database is whole\.\n(.*\n)*ok {4}The audit log holds: \d+ entries\.$/m)]);
    expect(examined.out).toMatch(/^warn {2}1 administrators can sign in/m);
  });

  it('and says when the clock is behind what was recorded, also for programs', async () => {
    const threeDaysBack = ['--import', 'data:text/javascript,const now = Date.now; Date.now = () => now() - 3 * 864e5'];
    const examined = await terminal.run(['doctor', '--json'], { HABEAS_DATA_DIR: '' }, threeDaysBack).over();
    const { wrong, findings } = JSON.parse(examined.out) as { wrong: boolean; findings: { check: string; state: string }[] };
    expect([examined.code, wrong, findings.filter(({ state }) => state === 'bad').map(({ check }) => check)]).toEqual([1, true, ['clock']]);
  });

  it('lets whoever holds the machine back in, when the only administrator has lost everything', async () => {
    const env = { HABEAS_DATA_DIR: '' };
    const reset = await terminal.command(['user', 'reset', 'administrator'], env);
    expect([reset.code, reset.out]).toEqual([0, expect.stringMatching(/\/welcome\/[\w-]{32}/)]);
    expect((await terminal.command(['user', 'reset', 'nobody'], env)).code).not.toBe(0);
    expect((await terminal.command(['user', 'roles-as-shipped'], env)).code).toBe(0);
  });

  it('does not start with a database that was put back, until an operator says why', async () => {
    const env = { HABEAS_DATA_DIR: '', HABEAS_SECOND_FACTOR: 'offered' };
    const data = terminal.at('.local/share/habeas');
    for (const left of ['habeas.db-wal', 'habeas.db-shm']) rmSync(`${data}/${left}`, { force: true });
    copyFileSync(terminal.at('yesterday.db'), `${data}/habeas.db`);
    const refused = await terminal.run(['serve'], env).over();
    expect([refused.code, refused.err]).toEqual([10, expect.stringMatching(/ends after \d+ entries, but \d+ were signed here: the database was rolled back or cut\./)]);
    const accepted = await terminal.command(['audit', 'accept-restore', '--reason', 'restored from the stick'], env);
    expect([accepted.code, accepted.out]).toEqual([0, expect.stringContaining('Recorded.')]);
    const again = terminal.run(['serve'], env);
    await again.address();
    expect((await again.end()).code).toBe(0);
  });
});
