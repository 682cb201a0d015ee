import { rebuildBlocks } from '../../audit/public.js';
import { systemActor } from '../../kernel/actor/public.js';
import { progress, type Verb } from './verb.js';

export const rebuild: Verb = async (ground) => {
  const bar = progress('entries');
  const { state, signed, mended } = await rebuildBlocks(ground, systemActor('operator'), bar.tell);
  bar.end();
  if (state.fault) console.log(`Nothing was rebuilt: the entries are not those that were signed, from entry ${state.firstFault} on (${state.fault}).`);
  else if (!signed) console.log('Nothing was rebuilt: no signed head stands over the log that its entries could be compared with.');
  else if (mended === 0) console.log(`Nothing had to be rebuilt: every block fits its entries (${state.entries} entries).`);
  else console.log(`Rebuilt: ${mended} blocks were wrong, missing or too many; the ${state.entries} entries are those that were signed. The log says that this was done.`);
  return state.fault || !signed ? 1 : 0;
};
