import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Checkpoints, compareHead, readHead, readHeadRow, trustedKeys, verifyChain, type TreeHead } from '../audit/public.js';
import { renderUnicodeCompact } from 'uqr';
import { systemActor } from '../kernel/actor/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused, openInstance } from '../launch/public.js';
import type { Command } from './command.js';

const options = { json: { type: 'boolean' }, note: { type: 'string' }, reason: { type: 'string' } } as const;

interface Asked {
  readonly positionals: readonly string[];
  readonly values: { readonly json?: boolean; readonly note?: string; readonly reason?: string };
}

type Verb = (ground: Ground, asked: Asked) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = { verify, witness, 'accept-restore': acceptRestore };

export const auditCommand: Command = {
  name: 'audit',
  usage: [
    'habeas audit verify [--json] [--note "NOTE"]',
    '                                      goes through the whole audit log; exit code 1 and the exact place at the first fault',
    '         habeas audit witness [--note "NOTE"]',
    '                                      the signed head of the log, to give to somebody outside; --note: whether theirs still fits',
    '         habeas audit accept-restore --reason "WHY"',
    '                                      records that the database was put back on purpose, so that it starts again',
  ].join('\n'),

  async run(args) {
    const asked = parseArgs({ args: [...args], allowPositionals: true, options });
    const verb = verbs[asked.positionals[0] ?? ''];
    if (!verb) throw new LaunchRefused('usage', auditCommand.usage);
    const instance = await openInstance(readSettings(), { onlyExisting: true, anyLog: true });
    try {
      return await verb(instance.ground, asked);
    } finally {
      await instance.close();
    }
  },
};

async function verify({ database, keys }: Ground, { values: { note, json } }: Asked): Promise<number> {
  const noted = note === undefined ? null : headOf(note);
  const { manager } = database.reader;
  const { origin } = await readHeadRow(manager);
  const told = process.stderr.isTTY ? (done: number) => void process.stderr.write(`\r${done} entries`) : undefined;
  const state = await verifyChain(manager, told, { noted, keys: await trustedKeys(manager, keys, origin) });
  if (process.stderr.isTTY) process.stderr.write('\r');
  if (json) console.log(JSON.stringify(state));
  else if (state.firstFault === null) console.log(`The audit log holds: ${state.entries} entries, each following the one before${noted ? ', and the note fits' : ''}.`);
  else console.log(`The audit log does not hold: entry ${state.firstFault} (${state.fault}).`);
  return state.firstFault === null ? 0 : 1;
}

/** What somebody outside keeps, and whether what they send back still fits. */
async function witness(ground: Ground, { values: { note } }: Asked): Promise<number> {
  if (note !== undefined) {
    const head = headOf(note);
    const state = await compareHead(ground.database.reader.manager, head);
    console.log(`${sentences[state]} (entry ${head.size})`);
    return state === 'fits' ? 0 : 1;
  }
  const made = await Checkpoints.on(ground).make('witness');
  console.log(`${made.note}\n${renderUnicodeCompact(made.note)}`);
  return 0;
}

const sentences = {
  fits: 'The note fits: the log goes on from it.',
  other: 'The note is of another log.',
  shorter: 'The note does not fit: the log has lost entries since.',
  differs: 'The note does not fit: the log was rewritten since.',
} as const;

/** @param given the note itself, or the file it is in. @throws LaunchRefused for what is no head of a log */
function headOf(given: string): TreeHead {
  const head = readHead(existsSync(given) ? readFileSync(given, 'utf8') : given);
  if (!head) throw new LaunchRefused('usage', 'A note has three lines: the name of the log, a number and 44 signs.');
  return head;
}

async function acceptRestore(ground: Ground, { values: { reason } }: Asked): Promise<number> {
  if (!reason?.trim()) throw new LaunchRefused('usage', 'Why was the database put back? --reason "…" says so in the log.');
  const checkpoints = Checkpoints.on(ground);
  const { state } = await checkpoints.state();
  if (state === 'fits' || state === 'new') throw new LaunchRefused('usage', 'There is nothing to accept: the database goes on from the last signed head.');
  const { size } = await checkpoints.acceptRestore(systemActor('operator'), reason.trim());
  console.log(`Recorded. The log goes on from here, ${size} entries; who holds a later note will find that it does not fit, and entry ${size - 1} says why.`);
  return 0;
}
