import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { RoleBook, staffRoles, type StaffRole } from '../access/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused } from '../launch/public.js';
import { Accounts, Factors, Passwords, SHORTEST } from '../staff/public.js';
import type { Command } from './command.js';
import { withApp } from './with-app.js';

const actor = systemActor('command-line');

export const userCommand: Command = {
  name: 'user',
  usage: [
    'habeas user add NAME --role ROLE --password-file FILE [--display "FULL NAME"]',
    `                                      makes an account; roles: ${staffRoles.join(', ')}`,
    '         habeas user reset NAME       a new link, no second factors: for the last administrator who lost everything',
    '         habeas user roles-as-shipped gives every role its shipped rights back',
  ].join('\n'),

  async run(args) {
    const options = { role: { type: 'string' }, 'password-file': { type: 'string' }, display: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb, signInName] = positionals;
    if (verb === 'roles-as-shipped') return within((app) => app.get(UnitOfWork).run(actor, (work) => app.get(RoleBook).forget(work)), 'Every role has its shipped rights again.');
    if (verb === 'reset' && signInName) return within((app) => reset(app, signInName), 'Hand the link over; whoever opens it first owns the account.');
    const role = staffRoles.find((known) => known === values.role);
    const file = values['password-file'];
    if (verb !== 'add' || !signInName || !role || !file) throw new LaunchRefused('usage', userCommand.usage);
    const password = passwordIn(file);
    return within((app) => add(app, { signInName, name: values.display ?? signInName, role }, password), `The account was made (${role}).`);
  },
};

async function within(act: (app: INestApplicationContext) => Promise<void>, done: string): Promise<number> {
  await withApp(readSettings(), act);
  console.log(done);
  return 0;
}

async function add(app: INestApplicationContext, account: { signInName: string; name: string; role: StaffRole }, password: string): Promise<void> {
  const { secret } = await app.get(Accounts).create(actor, { ...account, language: 'en', expiresAt: null });
  await app.get(Passwords).set(actor, secret, password);
}

/** Whoever holds the machine holds everything; so this asks nobody, and stands in the log like every other reset. */
async function reset(app: INestApplicationContext, signInName: string): Promise<void> {
  const accounts = app.get(Accounts);
  const staffId = await accounts.idOf(signInName);
  if (!staffId) throw new LaunchRefused('usage', 'There is no account of that name.');
  const secret = await app.get(UnitOfWork).run(actor, async (work) => {
    await app.get(Factors).forgetAll(work, staffId);
    return accounts.inviteWithin(work, staffId);
  });
  console.log(`${readSettings().publicUrl}/welcome/${secret}`);
}

/** Looked at before anything is made, so that no account is left behind without a password. */
function passwordIn(file: string): string {
  if (!existsSync(file)) throw new LaunchRefused('usage', `The file ${file} is not there.`);
  const password = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  if ([...password].length < SHORTEST) throw new LaunchRefused('usage', `The password in ${file} is shorter than ${SHORTEST} characters; nothing was made.`);
  return password;
}
