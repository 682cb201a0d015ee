import { Checkpoints, exportLog } from '../../audit/public.js';
import { systemActor } from '../../kernel/actor/public.js';
import { UnitOfWork } from '../../kernel/db/public.js';
import { LaunchRefused } from '../../launch/public.js';
import { progress, type Verb } from './verb.js';

export const exportAudit: Verb = async (ground, [folder]) => {
  if (!folder) throw new LaunchRefused('usage', 'Into which folder? habeas audit export DIR');
  const work = new UnitOfWork(ground.database, ground.ledger, ground.clock);
  await work.log([{ act: 'audit.exported', kind: 'audit', recordId: null, actor: systemActor('operator'), at: ground.clock.now() }]);
  const { size } = await Checkpoints.on(ground).make('export');
  const bar = progress('entries');
  await exportLog(ground, size, folder, bar.tell);
  bar.end();
  console.log(`${size} entries are in ${folder}. Whoever checks them takes tools/verify-log, and the key another way than with them.`);
  return 0;
};
