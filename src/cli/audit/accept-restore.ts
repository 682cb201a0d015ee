import { Checkpoints } from '../../audit/public.js';
import { systemActor } from '../../kernel/actor/public.js';
import { LaunchRefused } from '../../launch/public.js';
import type { Verb } from './verb.js';

export const acceptRestore: Verb = async (ground, _, { reason }) => {
  if (!reason?.trim()) throw new LaunchRefused('usage', 'Why was the database put back? --reason "…" says so in the log.');
  const checkpoints = Checkpoints.on(ground);
  const { state } = await checkpoints.state();
  if (state === 'fits' || state === 'new') throw new LaunchRefused('usage', 'There is nothing to accept: the database goes on from the last signed head.');
  const { size } = await checkpoints.acceptRestore(systemActor('operator'), reason.trim());
  console.log(`Recorded. The log goes on from here, ${size} entries; who holds a later note will find that it does not fit, and entry ${size - 1} says why.`);
  return 0;
};
