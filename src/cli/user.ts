import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { staffRoles, type StaffRole } from '../access/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused } from '../launch/public.js';
import { Accounts, SHORTEST } from '../staff/public.js';
import type { Command } from './command.js';
import { withApp } from './with-app.js';

export const userCommand: Command = {
  name: 'user',
  usage: `habeas user add NAME --role ROLE --password-file FILE [--display "FULL NAME"]\n                                      makes an account; roles: ${staffRoles.join(', ')}`,

  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { role: { type: 'string' }, 'password-file': { type: 'string' }, display: { type: 'string' } },
    });
    const [verb, signInName] = positionals;
    const role = staffRoles.find((known) => known === values.role);
    const file = values['password-file'];
    if (verb !== 'add' || !signInName || !role || !file) throw new LaunchRefused('usage', userCommand.usage);
    const password = passwordIn(file);
    await withApp(readSettings(), (app) => add(app.get(Accounts), { signInName, name: values.display ?? signInName, role }, password));
    console.log(`The account was made (${role}).`);
    return 0;
  },
};

async function add(accounts: Accounts, account: { signInName: string; name: string; role: StaffRole }, password: string): Promise<void> {
  const actor = systemActor('command-line');
  const { secret } = await accounts.create(actor, { ...account, language: 'en', expiresAt: null });
  await accounts.setPassword(actor, secret, password);
}

/** Looked at before anything is made, so that no account is left behind without a password. */
function passwordIn(file: string): string {
  if (!existsSync(file)) throw new LaunchRefused('usage', `The file ${file} is not there.`);
  const password = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  if ([...password].length < SHORTEST) throw new LaunchRefused('usage', `The password in ${file} is shorter than ${SHORTEST} characters; nothing was made.`);
  return password;
}
