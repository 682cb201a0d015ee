import { readSettings } from '../kernel/settings/public.js';
import { examine, openInstance } from '../launch/public.js';
import { buildApp } from '../app.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Accounts } from '../staff/public.js';
import type { Command } from './command.js';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'habeas doctor                         looks at everything it can; exit code 1 when something is wrong',

  async run() {
    const instance = await openInstance(readSettings(), { onlyExisting: true, anyLog: true });
    try {
      const app = await buildApp(instance.ground);
      const told = process.stderr.isTTY ? (done: number) => void process.stderr.write(`\r${done}`) : undefined;
      let bad = false;
      for await (const { state, sentence } of examine(instance.ground, app.get(Accounts), told)) {
        if (process.stderr.isTTY) process.stderr.write('\r');
        console.log(`${state.padEnd(4)}  ${sentence}`);
        bad ||= state === 'bad';
      }
      await app.close();
      await app.get(UnitOfWork).settled();
      return bad ? 1 : 0;
    } finally {
      await instance.close();
    }
  },
};
