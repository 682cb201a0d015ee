import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { Terminal } from './command-line.js';

const roles = ['administrator', 'intake_volunteer', 'caseworker', 'lawyer', 'manager', 'auditor'];

describe('the demonstration', () => {
  let terminal: Terminal;
  beforeEach(() => {
    terminal = new Terminal();
  });
  afterEach(() => terminal.leave());

  it('prints one account a role, each of which can sign in, and leaves nothing behind', async () => {
    const running = terminal.run(['demo']);
    const address = await running.address();
    const accounts = [...running.out.matchAll(/^ {2}(\w+) +(\w+) +(demo \S+)$/gm)].map(([, role = '', name = '', password = '']) => ({ role, name, password }));
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(roles));
    for (const role of roles) {
      const account = accounts.find((one) => one.role === role);
      const entered = await new Client(address, null).post('/api/v1/session', { name: account?.name, password: account?.password });
      expect([role, entered.status]).toEqual([role, 204]);
    }
    expect(await running.end('SIGINT')).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(terminal.home)).toEqual([]);
  });

  it('leaves nothing behind when it is ended while still loading', async () => {
    const running = terminal.run(['demo']);
    await running.said(/Loading the invented day/);
    expect(readdirSync(terminal.home)).toEqual([expect.stringMatching(/^habeas-demo-/)]);
    expect((await running.end('SIGINT')).code).toBe(0);
    expect(readdirSync(terminal.home)).toEqual([]);
  });
});
