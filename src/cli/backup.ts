import { parseArgs } from 'node:util';
import { Checkpoints } from '../audit/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { readSettings } from '../kernel/settings/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { Problem } from '../kernel/errors/public.js';
import { LaunchRefused, openInstance, tryBackup } from '../launch/public.js';
import { bytesIn, MakeBackup, openStore, readManifests, rowsIn, type BackupStore } from '../safekeeping/public.js';
import { Notices } from '../staff/public.js';
import { identitiesOf, identityOptions, identityUsage, momentOf, type IdentityValues } from './backup-identity.js';
import { makeBackupKey } from './backup-keygen.js';
import type { Command } from './command.js';

export const backupCommand: Command = {
  name: 'backup',
  usage: [
    'habeas backup [--full] [--json]       backs up to HABEAS_BACKUP_TO, also while the server runs; --full: writes anew what is there already',
    '         habeas backup keygen --recipients FILE [--shares] [--classic]',
    '                                      prints a secret key for restores, once, and adds its public half to FILE; best on another machine;',
    '                                      --shares: in three parts for three people, two of which are needed',
    `         habeas backup verify ${identityUsage} [--at TIME] [--json]`,
    '                                      restores on trial beside the data, compares everything, and takes it away again',
    '         habeas backup list [--json]  what lies in the store',
  ].join('\n'),

  async run(args) {
    const options = { ...identityOptions, at: { type: 'string' }, full: { type: 'boolean' }, json: { type: 'boolean' }, classic: { type: 'boolean' }, recipients: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb = 'make'] = positionals;
    if (verb === 'make') return make(values.full ?? false, values.json ?? false);
    if (verb === 'keygen' && values.recipients) return makeBackupKey(values.recipients, { classic: values.classic ?? false, shares: values.shares ?? false });
    if (verb === 'verify') return verify(values, values.json ?? false);
    if (verb === 'list') return list(values.json ?? false);
    throw new LaunchRefused('usage', backupCommand.usage);
  },
};

/** On the instance of the settings, also while a server has it open. */
async function beside<T>(task: (ground: Ground, work: UnitOfWork) => Promise<T>): Promise<T> {
  const instance = await openInstance(readSettings(), { onlyExisting: true, beside: true });
  const { database, ledger, clock } = instance.ground;
  const work = new UnitOfWork(database, ledger, clock);
  try {
    return await task(instance.ground, work);
  } finally {
    await work.settled();
    await instance.close();
  }
}

const onScreen = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r${text}  `));

function make(full: boolean, json: boolean): Promise<number> {
  return beside(async (ground, work) => {
    const told = ({ rows, objects }: { rows: number; objects: number }): void => onScreen(`${rows} rows, ${objects} new objects`);
    const made = await new MakeBackup(ground, work, new Notices(work, ground.database.reader.manager), new Checkpoints(ground, work)).run(systemActor('command-line'), { full, told });
    onScreen('\r');
    if (json) console.log(JSON.stringify(made));
    else console.log(`Backed up: ${made.rows} rows, ${inMegabytes(made.bytes)}; new in the store: ${made.newObjects} objects, ${inMegabytes(made.newBytes)}.`);
    return 0;
  });
}

async function verify(asked: IdentityValues & { at?: string }, json: boolean): Promise<number> {
  const identities = await identitiesOf(asked);
  const at = asked.at === undefined ? null : momentOf(asked.at);
  return beside(async (ground) => {
    const store = storeOf(ground);
    const tried = await tryBackup(ground, store, { identities, at, told: (_, rows, of) => onScreen(`${rows} of ${of} rows`) }).finally(() => store.close());
    onScreen('\r');
    if (json) console.log(JSON.stringify(tried));
    else console.log(`The backup of ${tried.made} restores: ${tried.rows} rows, every table as it was; the audit log holds, ${tried.entries} entries.`);
    return 0;
  });
}

function list(json: boolean): Promise<number> {
  return beside(async (ground) => {
    const store = storeOf(ground);
    const items = (await readManifests(store, ground.keys).finally(() => store.close())).map((manifest) => ({ id: manifest.id, made: manifest.made, rows: rowsIn(manifest), bytes: bytesIn(manifest) }));
    if (json) console.log(JSON.stringify(items));
    else for (const { made, rows, bytes } of items) console.log(`${made}  ${String(rows).padStart(10)} rows  ${inMegabytes(bytes).padStart(12)}`);
    return 0;
  });
}

function storeOf({ settings }: Ground): BackupStore {
  if (!settings.backup) throw new Problem('backup.not_set', { status: 409 });
  return openStore(settings.backup.to, settings);
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
