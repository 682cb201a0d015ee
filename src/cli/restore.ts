import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../kernel/settings/public.js';
import { readInstant, type Instant } from '../kernel/time/public.js';
import { askSecret, LaunchRefused, restoreInstance } from '../launch/public.js';
import { openStore, readIdentities } from '../safekeeping/public.js';
import type { Command } from './command.js';

export const restoreCommand: Command = {
  name: 'restore',
  usage: `habeas restore FROM [--identity-file FILE] [--at TIME] [--json]
                                      makes an instance of a backup, in an empty HABEAS_DATA_DIR and, for a team database, an empty HABEAS_DATABASE_URL;
                                      FROM: the folder or s3://bucket/prefix; --at 2026-11-24T08:00Z: the newest not younger than that`,

  async run(args) {
    const options = { 'identity-file': { type: 'string' }, at: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [from] = positionals;
    if (!from) throw new LaunchRefused('usage', restoreCommand.usage);
    const at = values.at === undefined ? null : momentOf(values.at);
    const settings = readSettings();
    const identities = await identitiesOf(values['identity-file']);
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

function momentOf(text: string): Instant {
  const moment = readInstant(text);
  if (!moment) throw new LaunchRefused('usage', 'A time is written like 2026-11-24T08:00Z or 2026-11-24T13:00+05:00.');
  return moment;
}

/** From a file, or typed where nobody sees it. */
export async function identitiesOf(file: string | undefined): Promise<string[]> {
  if (file === undefined) return readIdentities(await askSecret('Secret key of the backups: '));
  if (!existsSync(file)) throw new LaunchRefused('usage', `The file ${file} is not there.`);
  return readIdentities(readFileSync(file, 'utf8'));
}
