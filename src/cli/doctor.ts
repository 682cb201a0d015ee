import { parseArgs } from 'node:util';
import { buildApp } from '../app.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { examine, openInstance, type Finding } from '../launch/public.js';
import { Accounts } from '../staff/public.js';
import type { Command } from './command.js';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'habeas doctor [--json]                looks at everything it can; exit code 1 when something is wrong',

  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
    const instance = await openInstance(readSettings(), { onlyExisting: true, anyLog: true });
    try {
      const app = await buildApp(instance.ground);
      const found: Finding[] = [];
      for await (const finding of examine(instance.ground, app.get(Accounts), bar())) {
        if (!values.json) tell(finding);
        found.push(finding);
      }
      await app.close();
      await app.get(UnitOfWork).settled();
      const wrong = found.some(({ state }) => state === 'bad');
      if (values.json) console.log(JSON.stringify({ wrong, findings: found }, null, 2));
      return wrong ? 1 : 0;
    } finally {
      await instance.close();
    }
  },
};

function tell({ state, sentence }: Finding): void {
  if (process.stderr.isTTY) process.stderr.write('\r');
  console.log(`${state.padEnd(4)}  ${sentence}`);
}

const bar = (): ((done: number) => void) => (process.stderr.isTTY ? (done) => void process.stderr.write(`\r${done}`) : () => {});
