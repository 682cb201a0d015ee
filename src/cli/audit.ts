import { parseArgs } from 'node:util';
import { verifyChain } from '../audit/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused, openInstance } from '../launch/public.js';
import type { Command } from './command.js';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'habeas audit verify [--json]          goes through the whole audit log; exit code 1 and the exact place at the first fault',

  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    if (positionals[0] !== 'verify') throw new LaunchRefused('usage', auditCommand.usage);
    const instance = await openInstance(readSettings(), { onlyExisting: true });
    try {
      const told = process.stderr.isTTY ? (done: number) => void process.stderr.write(`\r${done} entries`) : undefined;
      const state = await verifyChain(instance.ground.database.reader.manager, told);
      if (process.stderr.isTTY) process.stderr.write('\r');
      if (values.json) console.log(JSON.stringify(state));
      else if (state.firstFault === null) console.log(`The audit log holds: ${state.entries} entries, each following the one before.`);
      else console.log(`The audit log does not hold: entry ${state.firstFault} (${state.fault}).`);
      return state.firstFault === null ? 0 : 1;
    } finally {
      await instance.close();
    }
  },
};
