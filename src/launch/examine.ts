import type { Accounts } from '../staff/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { backups } from './checks/backups.js';
import { guards, references, rights, schema, wholeness } from './checks/database.js';
import { evidence } from './checks/evidence.js';
import type { Finding, Told } from './checks/finding.js';
import { files, space, zones } from './checks/machine.js';
import { people, weakened } from './checks/people.js';
import { clock, goesOn, keptFiles, log, sealedParts } from './checks/records.js';

export type { Finding } from './checks/finding.js';

/**
 * Looks at everything that can be looked at on an opened instance. Changes nothing and names nobody.
 * docs/operations/doctor.md has a line for each check.
 */
export async function* examine(ground: Ground, accounts: Accounts, told: Told = () => {}): AsyncGenerator<Finding> {
  const { database } = ground;
  yield await wholeness(database, told);
  yield await references(database);
  yield await schema(database);
  yield await guards(database);
  yield await rights(database);
  yield await log(ground, told);
  yield await goesOn(ground);
  yield await clock(ground);
  yield await sealedParts(ground, told);
  yield await evidence(ground, told);
  yield await keptFiles(ground, told);
  yield space(ground);
  yield files(ground);
  yield zones();
  yield await backups(ground);
  yield await people(ground, accounts);
  yield* weakened(ground);
}
