import { createHash } from 'node:crypto';
import { statfsSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { Checkpoints, readHeadRow, trustedKeys, verifyChain } from '../audit/public.js';
import { Evidence } from '../evidence/public.js';
import { Accounts } from '../staff/public.js';
import { filesIn, FileVault, SubjectVault } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { RecordRow, Records, type RecordKind } from '../kernel/record/public.js';
import { clockBehind } from './clock-behind.js';
import { whyNotHeld } from './log-outside.js';
import { recordKinds } from './record-kinds.js';

/** `bad`: something is wrong now. `warn`: something will be, or is weaker than it could be. */
export interface Finding {
  readonly state: 'ok' | 'warn' | 'bad';
  readonly sentence: string;
}

const BATCH = 200;
const GIGABYTE = 1024 ** 3;

/**
 * Looks at everything that can be looked at on an opened instance; opening it has already checked the database's own
 * integrity, its migrations, its guards and the key. Changes nothing and names nobody.
 */
export async function* examine(ground: Ground, accounts: Accounts, told: (done: number) => void = () => {}): AsyncGenerator<Finding> {
  yield { state: 'ok', sentence: 'The database is whole, up to date, and its guards are armed.' };
  yield await chain(ground, told);
  yield await goesOn(ground);
  yield await sealedParts(ground, told);
  yield await files(ground, told);
  yield await clock(ground);
  yield space(ground);
  yield* await people(ground, accounts);
}

async function chain({ database, keys }: Ground, told: (done: number) => void): Promise<Finding> {
  const { manager } = database.reader;
  const { origin } = await readHeadRow(manager);
  const { entries, firstFault, fault } = await verifyChain(manager, told, { keys: await trustedKeys(manager, keys, origin) });
  if (firstFault === null) return { state: 'ok', sentence: `The audit log holds: ${entries} entries.` };
  return { state: 'bad', sentence: `The audit log does not hold: entry ${firstFault} (${fault}).` };
}

async function goesOn(ground: Ground): Promise<Finding> {
  const outside = await Checkpoints.on(ground).state();
  if (outside.state === 'new') return { state: 'warn', sentence: 'The head of the audit log was never signed; the server does it when it starts.' };
  if (outside.state !== 'fits') return { state: 'bad', sentence: await whyNotHeld(ground, outside) };
  return { state: 'ok', sentence: `The audit log goes on from the last signed head (${outside.head?.size} entries).` };
}

/** Every sealed part of every record is opened once, a batch at a time; only in a batch that fails one by one. */
async function sealedParts({ database, keys }: Ground, told: (done: number) => void): Promise<Finding> {
  const { manager } = database.reader;
  const records = new Records(new SubjectVault(keys));
  const opens = (kind: RecordKind, rows: readonly RecordRow[]): Promise<boolean> => records.open(manager, kind, rows).then(() => true, () => false);
  let [seen, broken] = [0, 0];
  for (const kind of recordKinds) {
    for (let after = ''; ; ) {
      const rows = await rowsOf(manager, kind.row, `WHERE r.id > :after ORDER BY r.id LIMIT ${BATCH}`, { after });
      if (rows.length > 0 && !(await opens(kind, rows))) for (const row of rows) broken += (await opens(kind, [row])) ? 0 : 1;
      told((seen += rows.length));
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last.id;
    }
  }
  if (broken > 0) return { state: 'bad', sentence: `${broken} of ${seen} records do not open with their key: they were changed outside, or come from another instance.` };
  return { state: 'ok', sentence: `Every sealed part opens: ${seen} records.` };
}

/** Every file of evidence is read through once and compared with its hash at intake. Files of erased people are gone on purpose. */
async function files({ database, keys, settings }: Ground, told: (done: number) => void): Promise<Finding> {
  const { manager } = database.reader;
  const subjects = new SubjectVault(keys);
  const vault = new FileVault(keys, subjects, filesIn(settings.dataDir));
  let [seen, broken] = [0, 0];
  for (const { subject, fileId, sha256 } of await rowsOf(manager, Evidence, 'ORDER BY r.id')) {
    const erased = !(await subjects.keysOf(manager, [subject])).has(subject);
    broken += erased || (await isWhole(vault, manager, fileId, sha256)) ? 0 : 1;
    told((seen += 1));
  }
  if (broken > 0) return { state: 'bad', sentence: `${broken} of ${seen} files of evidence are not what came in, or are missing; bring the folder "files" from a backup.` };
  return { state: 'ok', sentence: `Every file of evidence is what came in: ${seen} files.` };
}

async function isWhole(vault: FileVault, manager: EntityManager, id: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await vault.read(manager, id)) hash.update(chunk);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

async function clock(ground: Ground): Promise<Finding> {
  const behind = await clockBehind(ground);
  if (behind) return { state: 'bad', sentence: behind };
  return { state: 'ok', sentence: `The clock says ${ground.clock.now()}, later than everything recorded.` };
}

function space({ settings }: Ground): Finding {
  const { bavail, bsize } = statfsSync(settings.dataDir);
  const free = bavail * bsize;
  const sentence = `${(free / GIGABYTE).toFixed(1)} GB are free for the data folder.`;
  return { state: free < GIGABYTE ? 'warn' : 'ok', sentence };
}

async function people({ settings, clock: time }: Ground, accounts: Accounts): Promise<Finding[]> {
  const now = time.now();
  const able = (await accounts.list()).filter((one) => one.role === 'administrator' && one.hasPassword && !one.disabledAt && !one.suspendedAt && !(one.expiresAt && one.expiresAt <= now));
  const found: Finding[] = [];
  if (able.length < 2) found.push({ state: 'warn', sentence: `${able.length} administrators can sign in; with two, each can let the other back in.` });
  if (settings.secondFactor === 'offered') found.push({ state: 'warn', sentence: 'HABEAS_SECOND_FACTOR=offered: accounts may stand on a password alone.' });
  return found;
}
