import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import { AuditHead, verifyChain, type NotedHead } from '../audit/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused, openInstance } from '../launch/public.js';
import type { Command } from './command.js';

const NOTE = /^(\d{1,15}) ([0-9a-f]{64})$/;

export const auditCommand: Command = {
  name: 'audit',
  usage: [
    'habeas audit verify [--json] [--note "NOTE"]',
    '                                      goes through the whole audit log; exit code 1 and the exact place at the first fault',
    '         habeas audit head            one line to keep outside of this machine, for --note',
  ].join('\n'),

  async run(args) {
    const options = { json: { type: 'boolean' }, note: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb] = positionals;
    const noted = values.note === undefined ? null : readNote(values.note);
    if (verb !== 'verify' && verb !== 'head') throw new LaunchRefused('usage', auditCommand.usage);
    const instance = await openInstance(readSettings(), { onlyExisting: true });
    try {
      const { manager } = instance.ground.database.reader;
      return verb === 'head' ? await tellHead(manager) : await verify(manager, noted, values.json ?? false);
    } finally {
      await instance.close();
    }
  },
};

/** @throws LaunchRefused for what `audit head` did not print. */
function readNote(text: string): NotedHead {
  const [, size, hash] = NOTE.exec(text.trim()) ?? [];
  if (!size || !hash) throw new LaunchRefused('usage', 'A note is the line that "habeas audit head" printed: a number and 64 signs.');
  return { size: Number(size), hash };
}

async function tellHead(manager: EntityManager): Promise<number> {
  const head = await manager.findOneBy(AuditHead, { id: 1 });
  console.log(`${head?.size ?? 0} ${head?.last ?? ''}`);
  return 0;
}

async function verify(manager: EntityManager, noted: NotedHead | null, json: boolean): Promise<number> {
  const told = process.stderr.isTTY ? (done: number) => void process.stderr.write(`\r${done} entries`) : undefined;
  const state = await verifyChain(manager, told, noted);
  if (process.stderr.isTTY) process.stderr.write('\r');
  if (json) console.log(JSON.stringify(state));
  else if (state.firstFault === null) console.log(`The audit log holds: ${state.entries} entries, each following the one before${noted ? ', and the note fits' : ''}.`);
  else console.log(`The audit log does not hold: entry ${state.firstFault} (${state.fault}).`);
  return state.firstFault === null ? 0 : 1;
}
