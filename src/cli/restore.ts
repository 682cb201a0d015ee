import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused, restoreInstance } from '../launch/public.js';
import { openStore } from '../safekeeping/public.js';
import { identitiesOf, identityOptions, identityUsage, momentOf } from './backup-identity.js';
import type { Command } from './command.js';

export const restoreCommand: Command = {
  name: 'restore',
  usage: `habeas restore FROM ${identityUsage} [--at TIME] [--json]
                                      makes an instance of a backup, in an empty HABEAS_DATA_DIR and, for a team database, an empty HABEAS_DATABASE_URL;
                                      FROM: the folder or s3://bucket/prefix; --at 2026-11-24T08:00Z: the newest not younger than that`,

  async run(args) {
    const options = { ...identityOptions, at: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [from] = positionals;
    if (!from) throw new LaunchRefused('usage', restoreCommand.usage);
    const at = values.at === undefined ? null : momentOf(values.at);
    const settings = readSettings();
    const identities = await identitiesOf(values);
    const store = openStore(from.startsWith('s3://') ? from : resolve(from), settings);
    const restored = await restoreInstance(settings, store, { identities, at, ...(process.stderr.isTTY ? { told } : {}) }).finally(() => store.close());
    if (process.stderr.isTTY) process.stderr.write('\n');
    if (values.json) console.log(JSON.stringify(restored));
    else console.log(`Restored the backup of ${restored.made}: ${restored.rows} rows; the audit log holds, ${restored.entries} entries.`);
    return 0;
  },
};

const told = (step: 'check' | 'fill', rows: number, of: number): void =>
  void process.stderr.write(`\r${step === 'check' ? 'proving every part' : 'writing'}: ${rows} of ${of} rows   `);
