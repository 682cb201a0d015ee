import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, Terminal, type Running } from './command-line.js';

const passphrase = 'жеті көк шәйнек түсте';

/** Makes a pipe pass for a terminal: that is all the question needs of one. */
const terminalStdin = 'data:text/javascript,process.stdin.isTTY=true;process.stdin.setRawMode=()=>process.stdin';

describe('a key from a passphrase', () => {
  let terminal: Terminal;
  beforeAll(() => {
    terminal = new Terminal();
  });
  afterAll(() => terminal.leave());

  const ask = (...args: string[]): Running => terminal.run(['serve', ...args], {}, ['--import', terminalStdin]);

  it('is refused where nobody can type it, or when the two differ, and nothing is made', async () => {
    const unseen = await terminal.run(['serve', '--passphrase']).over();
    expect([unseen.code, unseen.err]).toEqual([6, expect.stringMatching(/^A passphrase can only be asked for at a terminal/)]);
    const unlike = ask('--passphrase');
    await unlike.said(/Choose a passphrase/);
    unlike.type(`${passphrase}\r`);
    await unlike.said(/Once more/);
    unlike.type(`${passphrase}!\r`, 'last');
    expect((await unlike.over()).code).toBe(6);
    expect(unlike.err).toMatch(/The two passphrases differ; nothing was made/);
    expect(contentOf(terminal.at('data'))).toBe('absent');
  });

  it('opens the folder again, is stored nowhere, and another one is refused', async () => {
    const made = ask('--passphrase');
    await made.said(/Choose a passphrase/);
    made.type(`${passphrase}\r`);
    await made.said(/Once more/);
    made.type(`${passphrase}\r`);
    await made.address();
    // The way back in on paper is shown and asked for at once; a slip is told, and Ctrl+C in the middle ends the server as ever.
    const [, paper = ''] = await made.said(/\n {2}((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})\n/);
    await made.said(/Recovery key or first share \(Enter: later\)/);
    made.type(`${paper.slice(1)}\r`);
    await made.said(/mistyped/);
    made.type(`${paper.toLowerCase()}\r`, 'last');
    await made.said(/It opens the data folder\. The day stands in the log/);
    expect((await made.end()).code).toBe(0);
    expect(made.out + made.err).not.toContain(passphrase);
    expect(readdirSync(terminal.home)).toEqual(['data']);
    expect(JSON.parse(readFileSync(terminal.at('data/instance.json'), 'utf8'))).toMatchObject({ form: 2, slots: [{ kind: 'passphrase' }, { kind: 'recovery' }] });

    const untouched = contentOf(terminal.home);
    const wrong = ask();
    await wrong.said(/Passphrase: /);
    wrong.type('seven blue kettles\r', 'last');
    expect([(await wrong.over()).code, wrong.err]).toEqual([6, expect.stringMatching(/does not open this data folder/)]);
    expect(contentOf(terminal.home)).toBe(untouched);

    const given = ask();
    await given.said(/Passphrase: /);
    const ended = await given.end('SIGINT');
    expect([ended.code, ended.err]).toEqual([6, expect.stringMatching(/No passphrase was given/)]);

    const right = ask();
    await right.said(/Passphrase: /);
    right.type(`${passphrase}\u007f${passphrase.at(-1) ?? ''}\r`, 'last');
    await right.address();
    expect((await right.end()).code).toBe(0);
  });
});
