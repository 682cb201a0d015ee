import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terminal } from './command-line.js';

/** At a terminal: a key made elsewhere, backups beside a running server, one that is killed, and the way back. */
describe('habeas backup and restore', () => {
  const terminal = new Terminal();
  const env = { HABEAS_BACKUP_TO: terminal.at('stick'), HABEAS_BACKUP_RECIPIENTS: terminal.at('recipients'), HABEAS_KEY_FILE: terminal.at('own.key'), HABEAS_BACKUP_EVERY: '0' };
  const habeas = (...args: string[]) => terminal.command(args, env);

  beforeAll(async () => {
    mkdirSync(terminal.at('stick'));
    const { code, out } = await terminal.command(['backup', 'keygen', '--recipients', terminal.at('recipients'), '--shares']);
    expect(code).toBe(0);
    const shares = [...out.matchAll(/^ {2}([0-9A-Z-]+)$/gm)].map((match) => match[1] ?? '');
    expect(shares).toHaveLength(3);
    for (const [n, share] of shares.entries()) writeFileSync(terminal.at(`share-${n}`), `${share}\n`);
    expect(existsSync(terminal.at('data'))).toBe(false);
    expect((await habeas('migrate')).code).toBe(0);
  }, 120_000);
  afterAll(() => terminal.leave());

  const shares = ['--share-file', terminal.at('share-0'), '--share-file', terminal.at('share-2')];

  it('work beside the server, one at a time, and come back with two of three shares', async () => {
    const serving = terminal.run(['serve'], env);
    await serving.address();
    const made = await habeas('backup', '--json');
    expect(made.code).toBe(0);
    const { id } = JSON.parse(made.out) as { id: string };
    const tried = await habeas('backup', 'verify', ...shares, '--json');
    expect([tried.code, (JSON.parse(tried.out) as { backup: string }).backup]).toEqual([0, id]);
    expect((await serving.end()).code).toBe(0);
    const home = { HABEAS_DATA_DIR: terminal.at('home') };
    const restored = await terminal.command(['restore', terminal.at('stick'), ...shares, '--json'], { ...env, ...home });
    expect([restored.err, restored.code]).toEqual(['', 0]);
    expect((await terminal.command(['audit', 'verify'], { ...env, ...home })).out).toContain('The audit log holds');
    const again = await terminal.command(['restore', terminal.at('stick'), ...shares], { ...env, ...home });
    expect([again.code, again.err]).toEqual([4, expect.stringContaining('name an empty folder')]);
  }, 240_000);

  it('killed amid a backup leave the earlier ones as they were, and the next one works', async () => {
    const before = readdirSync(terminal.at('stick', 'manifests'));
    const killed = terminal.run(['backup'], env);
    // The folder of its keys is there as soon as all rows are, and the manifest comes last.
    while (killed.child.exitCode === null && readdirSync(terminal.at('stick', 'keys')).length < 2) await new Promise((again) => setImmediate(again));
    await killed.end('SIGKILL');
    expect(readdirSync(terminal.at('stick', 'manifests')).filter((name) => before.includes(name))).toEqual(before);
    expect((await habeas('backup', 'verify', ...shares)).code).toBe(0);
    expect((await habeas('backup')).code).toBe(0);
    expect((await habeas('backup', 'verify', ...shares)).code).toBe(0);
  }, 240_000);

  it('say what is wrong in a sentence, with a code of its own', async () => {
    const nowhere = await terminal.command(['backup'], { ...env, HABEAS_BACKUP_TO: terminal.at('gone') });
    expect([nowhere.code, nowhere.err]).toEqual([9, expect.stringContaining('Is the disk plugged in?')]);
    const alone = await habeas('backup', 'verify', '--share-file', terminal.at('share-0'));
    expect([alone.code, alone.err]).toEqual([9, expect.stringContaining('do not fit together')]);
    const unset = await terminal.command(['backup'], { HABEAS_KEY_FILE: terminal.at('own.key') });
    expect(unset.code).toBe(9);
    const inside = await terminal.command(['backup'], { ...env, HABEAS_BACKUP_TO: terminal.at('data', 'backups') });
    expect([inside.code, inside.err]).toEqual([3, expect.stringContaining('must not lie in the data folder')]);
  }, 120_000);
});
