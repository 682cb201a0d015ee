import { writeFileSync } from 'node:fs';
import { Checkpoints, makeReceipt } from '../../audit/public.js';
import { systemActor } from '../../kernel/actor/public.js';
import { UnitOfWork } from '../../kernel/db/public.js';
import { LaunchRefused } from '../../launch/public.js';
import type { Verb } from './verb.js';

/** What the receipt shows is read by whoever gets it: the log says so first. */
export const proof: Verb = async (ground, [entry = ''], { only, out }) => {
  if (!/^\d{1,15}$/.test(entry)) throw new LaunchRefused('usage', 'Of which entry? habeas audit proof NUMBER');
  const seq = Number(entry);
  const fields = only === undefined ? null : only.split(',').map((field) => field.trim());
  const work = new UnitOfWork(ground.database, ground.ledger, ground.clock);
  const note = { act: 'audit.proved', kind: 'audit', recordId: null, facts: { entry: seq }, ...(fields ? { fields } : {}) };
  await work.log([{ ...note, actor: systemActor('operator'), at: ground.clock.now() }]);
  const head = await Checkpoints.on(ground).make('proof');
  const receipt = await makeReceipt(ground.database.reader.manager, ground.keys, head, seq, fields);
  const path = out ?? `entry-${seq}.tlog-proof`;
  writeFileSync(path, receipt, { mode: 0o600 });
  console.log(`${path}: entry ${seq} under the head over ${head.size} entries. It shows the values it was asked for; give it to nobody who may not read them.`);
  return 0;
};
