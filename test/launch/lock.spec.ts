import { existsSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terminal, type Running } from './command-line.js';

const passphrase = 'жеті көк шәйнек түсте';

/** Makes a pipe pass for a terminal: that is all the question needs of one. */
const terminalStdin = 'data:text/javascript,process.stdin.isTTY=true;process.stdin.setRawMode=()=>process.stdin';

describe('the command line of a locked server', () => {
  let terminal: Terminal;
  beforeAll(() => {
    terminal = new Terminal();
  });
  afterAll(() => terminal.leave());

  const lockedAt = async (running: Running): Promise<string> => (await running.said(/Habeas is locked\. Its operators open it at (http:\S+)\/unlock/))[1] ?? '';
  const health = async (address: string): Promise<unknown> => (await fetch(`${address}/healthz`)).json();
  const open = { live: true, ready: true, sealed: false };
  const locked = { live: true, ready: false, sealed: true };

  it('locks the server that runs, which stays locked over a kill and a restart, and opens it with the key at hand', async () => {
    const nobody = await terminal.command(['lock']);
    expect([nobody.code, nobody.err]).toEqual([4, expect.stringMatching(/^No server runs on/)]);
    const first = terminal.run(['serve']);
    const address = await first.address();
    expect(statSync(terminal.at('data/control.json')).mode & 0o777).toBe(0o600);
    expect(await health(address)).toEqual(open);
    expect((await terminal.command(['lock'])).out).toMatch(/^Locked\./);
    expect(await health(address)).toEqual(locked);
    await first.end('SIGKILL');

    const second = terminal.run(['serve']);
    expect(await health(await lockedAt(second))).toEqual(locked);
    const unlocked = await terminal.command(['unlock']);
    expect([unlocked.code, unlocked.out]).toEqual([0, 'The server is open.\n']);
    expect(await health(await lockedAt(second))).toEqual(open);
    expect((await second.end()).code).toBe(0);
    expect(existsSync(terminal.at('data/control.json'))).toBe(false);
    const third = terminal.run(['serve']);
    await third.address();
    expect((await third.end()).code).toBe(0);
  }, 240_000);

  it('starts locked when that is wanted', async () => {
    const running = terminal.run(['serve'], { HABEAS_SEALED: 'start' });
    expect(await health(await lockedAt(running))).toEqual(locked);
    expect((await running.end()).code).toBe(0);
  });

  it('starts locked when its key is in somebody’s head and nobody sits at the terminal, and reads it from standard input', async () => {
    const env = { HABEAS_DATA_DIR: terminal.at('other') };
    const made = terminal.run(['serve', '--passphrase'], env, ['--import', terminalStdin]);
    await made.said(/Choose a passphrase/);
    made.type(`${passphrase}\r`);
    await made.said(/Once more/);
    made.type(`${passphrase}\r`, 'last');
    await made.address();
    expect((await made.end()).code).toBe(0);

    const running = terminal.run(['serve'], env);
    const address = await lockedAt(running);
    const wrong = terminal.run(['unlock'], env);
    wrong.type('seven blue kettles\n', 'last');
    expect([(await wrong.over()).code, wrong.err]).toEqual([1, 'That passphrase does not open this server.\n']);
    const right = terminal.run(['unlock'], env);
    right.type(`${passphrase}\n`, 'last');
    expect([(await right.over()).code, right.out]).toEqual([0, 'The server is open.\n']);
    expect(await health(address)).toEqual(open);
    expect((await running.end()).code).toBe(0);
  }, 240_000);
});
