import { Checkpoints, readHeadRow, trustedKeys, verifyChain } from '../../audit/public.js';
import { FileKey, filesIn, FileVault, SubjectVault } from '../../kernel/crypto/public.js';
import { rowsOf } from '../../kernel/db/public.js';
import type { Ground } from '../../kernel/kernel.module.js';
import { Records, type RecordKind, type RecordRow } from '../../kernel/record/public.js';
import { clockBehind } from '../clock-behind.js';
import { whyNotHeld } from '../log-outside.js';
import { recordKinds } from '../record-kinds.js';
import { bad, ok, warn, type Finding, type Told } from './finding.js';

const BATCH = 200;

export async function log({ database, keys }: Ground, told: Told): Promise<Finding> {
  const { manager } = database.reader;
  const { origin } = await readHeadRow(manager);
  const { entries, firstFault, fault } = await verifyChain(manager, told, { keys: await trustedKeys(manager, keys, origin) });
  if (firstFault === null) return ok('log', `The audit log holds: ${entries} entries.`);
  return bad('log', `The audit log does not hold: entry ${firstFault} (${fault}).`);
}

/** Whether it is the log whose head was signed here last, so that nobody has put an earlier one in its place. */
export async function goesOn(ground: Ground): Promise<Finding> {
  const outside = await Checkpoints.on(ground).state();
  if (outside.state === 'new') return warn('head', 'The head of the audit log was never signed; the server does it when it starts.');
  if (outside.state !== 'fits') return bad('head', await whyNotHeld(ground, outside));
  return ok('head', `The audit log goes on from the last signed head (${outside.head?.size} entries).`);
}

export async function clock(ground: Ground): Promise<Finding> {
  const behind = await clockBehind(ground);
  return behind ? bad('clock', behind) : ok('clock', `The clock says ${ground.clock.now()}, later than everything recorded.`);
}

/** Every sealed file is read to its end, which proves it chunk by chunk. */
export async function keptFiles({ settings, database, keys }: Ground, told: Told): Promise<Finding> {
  const { manager } = database.reader;
  const vault = new FileVault(keys, new SubjectVault(keys), filesIn(settings.dataDir));
  const rows = await rowsOf(manager, FileKey, 'ORDER BY r.id');
  const whole = async (id: string): Promise<boolean> => {
    try {
      for await (const chunk of await vault.read(manager, id)) void chunk;
      return true;
    } catch {
      return false;
    }
  };
  let broken = 0;
  for (const [at, { id }] of rows.entries()) {
    broken += (await whole(id)) ? 0 : 1;
    told(at + 1);
  }
  if (broken > 0) return bad('kept', `${broken} of ${rows.length} kept files are missing or were changed; bring them back from a backup.`);
  return ok('kept', `Every kept file is whole: ${rows.length}.`);
}

/** Every sealed part of every record is opened once, a batch at a time; only in a batch that fails one by one. */
export async function sealedParts({ database, keys }: Ground, told: Told): Promise<Finding> {
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
  if (broken > 0) return bad('sealed', `${broken} of ${seen} records do not open with their key: they were changed outside, or come from another instance.`);
  return ok('sealed', `Every sealed part opens: ${seen} records.`);
}
