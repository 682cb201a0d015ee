import { statfsSync, statSync } from 'node:fs';
import { systemActor } from '../kernel/actor/public.js';
import { dataKeyNames, type DataKeyName } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { readSettings, type Settings } from '../kernel/settings/public.js';
import { databaseIn, LaunchRefused, openInstance, type OpenInstance } from '../launch/public.js';
import { beginChange } from '../rotation/public.js';

/**
 * New keys for the data in place: the ring gets them first, and opening the instance again brings the data to them. So a
 * rotation that was cut short is finished by whatever opens the instance next.
 */
export async function rotateKeys(named: readonly string[]): Promise<number> {
  const all = [...dataKeyNames, 'master'] as const;
  const unknown = named.find((name) => name !== 'all' && !all.some((known) => known === name));
  if (unknown !== undefined) throw new LaunchRefused('usage', `There is no key "${unknown}"; there are: ${all.join(', ')}.`);
  const asked = (name: string): boolean => named.length === 0 || named.includes('all') || named.includes(name);
  const names = dataKeyNames.filter(asked);
  const settings = readSettings();
  const master = await begin(settings, names, asked('master'));
  const instance = await openInstance(settings, { onlyExisting: true, master, told });
  await instance.close();
  for (const name of all.filter(asked)) console.log(`${name.padEnd(9)} changed`);
  return 0;
}

async function begin(settings: Settings, names: readonly DataKeyName[], andMaster: boolean): Promise<Buffer> {
  const instance = await openInstance(settings, { onlyExisting: true, told });
  try {
    const { strongbox } = instance.ground;
    if (names.includes('database') && !settings.databaseUrl) checkRoom(settings);
    if (andMaster) await changeMaster(instance);
    strongbox.keepRing(beginChange(strongbox.ring(), names));
    return strongbox.lend();
  } finally {
    await instance.close();
  }
}

async function changeMaster({ ground }: OpenInstance): Promise<void> {
  ground.strongbox.changeMaster();
  const note = { act: 'keys.changed', kind: 'instance', recordId: null, facts: { key: 'master' } };
  await new UnitOfWork(ground.database, ground.ledger, ground.clock).run(systemActor('command-line'), (story) => Promise.resolve(story.note(note)));
}

/** The file is written anew beside itself. @throws LaunchRefused before anything was begun */
function checkRoom({ dataDir }: Settings): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const needed = statSync(databaseIn(dataDir)).size * 1.1;
  if (bavail * bsize < needed) throw new LaunchRefused('folder', `Changing the key of the database needs ${Math.ceil(needed / 1024 ** 2)} MB free in ${dataDir}; nothing was begun.`);
}

const told = (name: DataKeyName, done: number): void => void process.stderr.write(process.stderr.isTTY ? `\r${name.padEnd(9)} ${done}` : `${name} ${done}\n`);
