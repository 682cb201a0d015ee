import type { Ground } from '../../kernel/kernel.module.js';
import type { Accounts } from '../../staff/public.js';
import { ok, warn, type Finding } from './finding.js';

export async function people({ clock }: Ground, accounts: Accounts): Promise<Finding> {
  const now = clock.now();
  const able = (await accounts.list()).filter((one) => one.role === 'administrator' && one.hasPassword && !one.disabledAt && !one.suspendedAt && !(one.expiresAt && one.expiresAt <= now));
  if (able.length < 2) return warn('people', `${able.length} administrators can sign in; with two, each can let the other back in.`);
  return ok('people', `${able.length} administrators can sign in.`);
}

/** Settings that are allowed and make something weaker, each said. */
export function* weakened({ settings }: Ground): Generator<Finding> {
  const weak = [
    [settings.secondFactor === 'offered', 'HABEAS_SECOND_FACTOR=offered: accounts may stand on a password alone.'],
    [settings.newDeviceHours === 0, 'HABEAS_NEW_DEVICE_HOURS=0: a browser nobody knows may take files away at once.'],
    [settings.recordsAnHour === 0, 'HABEAS_RECORDS_AN_HOUR=0: one account may open everything it reaches without getting slow.'],
    [settings.logLevel === 'debug', 'HABEAS_LOG=debug: the log of the server tells more than it has to.'],
    [settings.logLevel === 'silent', 'HABEAS_LOG=silent: nobody learns of what fails.'],
    [(settings.databaseUrl ?? '').includes('sslmode=disable'), 'HABEAS_DATABASE_URL says sslmode=disable: what goes to the database server can be read on the way.'],
  ] as const;
  const found = weak.filter(([is]) => is).map(([, sentence]) => warn('settings', sentence));
  yield* found.length > 0 ? found : [ok('settings', 'No setting makes anything weaker than it is shipped.')];
}
