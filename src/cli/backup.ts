import { parseArgs } from 'node:util';
import { systemActor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused, openInstance } from '../launch/public.js';
import { MakeBackup } from '../safekeeping/public.js';
import { makeBackupKey } from './backup-keygen.js';
import type { Command } from './command.js';

export const backupCommand: Command = {
  name: 'backup',
  usage: [
    'habeas backup [--full] [--json]       backs up to HABEAS_BACKUP_TO, also while the server runs; --full: writes anew what is there already',
    '         backup keygen --recipients FILE [--classic]',
    '                                      prints a secret key for restores, once, and adds its public half to FILE; best on another machine',
  ].join('\n'),

  async run(args) {
    const options = { full: { type: 'boolean' }, json: { type: 'boolean' }, classic: { type: 'boolean' }, recipients: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb = 'make'] = positionals;
    if (verb === 'make') return make(values.full ?? false, values.json ?? false);
    if (verb === 'keygen' && values.recipients) return makeBackupKey(values.recipients, { classic: values.classic ?? false });
    throw new LaunchRefused('usage', backupCommand.usage);
  },
};

async function make(full: boolean, json: boolean): Promise<number> {
  const instance = await openInstance(readSettings(), { onlyExisting: true, beside: true });
  const { database, ledger, clock } = instance.ground;
  const work = new UnitOfWork(database, ledger, clock);
  try {
    const bar = process.stderr.isTTY ? ({ rows, objects }: { rows: number; objects: number }) => void process.stderr.write(`\r${rows} rows, ${objects} new objects`) : undefined;
    const made = await new MakeBackup(instance.ground, work).run(systemActor('command-line'), { full, ...(bar ? { told: bar } : {}) });
    if (bar) process.stderr.write('\r');
    if (json) console.log(JSON.stringify(made));
    else console.log(`Backed up: ${made.rows} rows, ${inMegabytes(made.bytes)}; new in the store: ${made.newObjects} objects, ${inMegabytes(made.newBytes)}.`);
    return 0;
  } finally {
    await work.settled();
    await instance.close();
  }
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
