import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databases } from '../support/database.js';
import { oldInstance, type MadeInstance } from '../support/old-instance.js';
import { contentOf, Terminal, type Ended } from './command-line.js';

/** Ends the process as kill -9 does, at the n-th step that reaches the disk: a file put in place of another, before or after, or a batch. */
const killedAt = (step: number): string[] => {
  const text = `
    import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    let left = ${step};
    const pass = () => { if ((left -= 1) === 0) process.kill(process.pid, 'SIGKILL'); };
    const { renameSync } = fs; fs.renameSync = (from, to) => { pass(); renameSync(from, to); pass(); };
    syncBuiltinESMExports();
    const { write } = process.stderr; process.stderr.write = function (...all) { pass(); return write.apply(this, all); };`;
  return ['--import', `data:text/javascript,${encodeURIComponent(text)}`];
};

describe.each(databases)('new keys for the data in place, on %s', (name) => {
  let made: MadeInstance;
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = new Terminal();
    made = await oldInstance(name, ['Айгүл Серікқызы', 'Daniyar Ahmetov']);
  });
  afterAll(async () => {
    terminal.leave();
    await made.leave();
  });

  const habeas = (args: readonly string[]): Promise<Ended> => terminal.command(args, made.env);

  it.each(name === 'sqlite' ? [3, 6, 9] : [6])('killed at step %i: the data opens, all of it, and the next start has finished the change', async (step) => {
    const ended = await terminal.run(['keys', 'rotate'], made.env, killedAt(step)).over();
    expect(ended.code).toBeNull();
    const examined = await habeas(['doctor']);
    expect([examined.err, examined.code, examined.out]).toEqual([expect.anything(), 0, expect.stringMatching(/Every sealed part opens: 3 records/)]);
    expect(JSON.parse(readFileSync(join(made.settings.dataDir, 'instance.json'), 'utf8'))).toMatchObject({ form: 2 });
    expect(existsSync(join(made.settings.dataDir, 'habeas.db.rekeyed'))).toBe(false);
  }, 180_000);

  it('says what it changed, and refuses a key that is none', async () => {
    const rotated = await habeas(['keys', 'rotate']);
    expect([rotated.code, rotated.out.trim().split('\n')]).toEqual([0, ['database  changed', 'subjects  changed', 'tokens    changed', 'files     changed', 'log       changed', 'master    changed']]);
    const before = contentOf(made.settings.dataDir);
    expect(await habeas(['keys', 'rotate', 'front-door'])).toMatchObject({ code: 2, err: expect.stringMatching(/There is no key "front-door"; there are: database/) });
    expect(contentOf(made.settings.dataDir)).toBe(before);
  }, 180_000);
});

describe('the ways to the master key, at a terminal', () => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = new Terminal();
    expect(await terminal.command(['migrate'], { HABEAS_KEY_FILE: terminal.at('keys/own.key') })).toMatchObject({ code: 0 });
  });
  afterAll(() => terminal.leave());

  /** Makes a pipe pass for a terminal: that is all the question needs of one. */
  const asTerminal = ['--import', 'data:text/javascript,process.stdin.isTTY=true;process.stdin.setRawMode=()=>process.stdin'];

  it('are added, tried at once, listed and taken away; the last one stays', async () => {
    const added = terminal.run(['keys', 'add-recovery'], {}, asTerminal);
    const [, recoveryKey = ''] = await added.said(/^ {2}((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})$/m);
    await added.said(/Enter: later/);
    added.type(`${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '8' : '0'}\r`);
    await added.said(/mistyped: its check signs do not fit/);
    added.type(`${recoveryKey.toLowerCase()}\r`, 'last');
    expect(await added.over()).toMatchObject({ code: 0, out: expect.stringMatching(/It opens the data folder/) });

    const shares = await terminal.command(['keys', 'add-shares']);
    expect([shares.code, shares.out.match(/^ {2}[0-9A-Z]{4}-\S+$/gm)?.length]).toEqual([0, 3]);
    const listed = await terminal.command(['keys', 'list']);
    expect(listed.out.split('\n').map((line) => line.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual(['1 file', '2 recovery', '3 shares', '']);
    expect(await terminal.command(['keys', 'remove', '3'])).toMatchObject({ code: 0 });
    expect(await terminal.command(['keys', 'remove', '1'])).toMatchObject({ code: 0 });

    const refused = await terminal.command(['keys', 'list'], { HABEAS_KEY_FILE: terminal.at('keys/own.key') });
    expect([refused.code, refused.err]).toEqual([6, expect.stringMatching(/does not open this data folder/)]);
    const last = terminal.run(['keys', 'remove', '2'], {}, asTerminal);
    await last.said(/Recovery key or first share/);
    last.type(`${recoveryKey}\r`, 'last');
    expect(await last.over()).toMatchObject({ code: 6, err: expect.stringMatching(/That is the only way/) });
  }, 240_000);
});
