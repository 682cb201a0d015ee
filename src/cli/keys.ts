import { parseArgs } from 'node:util';
import { readSettings } from '../kernel/settings/public.js';
import { LaunchRefused, openInstance, type OpenInstance } from '../launch/public.js';
import type { Command } from './command.js';
import { addFile, addPassphrase, addRecovery, addShares, listSlots, rehearse, removeSlot } from './key-slots.js';
import { rotateKeys } from './rotate-keys.js';

export const keysCommand: Command = {
  name: 'keys',
  usage: [
    'habeas keys list                      the ways to the master key; any one of them opens the data folder',
    '         habeas keys add-file PATH    one more key file, outside of the data folder',
    '         habeas keys add-passphrase   one more passphrase',
    '         habeas keys add-recovery     a recovery key for paper, shown once',
    '         habeas keys add-shares [--protected]',
    "                                      three shares for three people, shown once; any two open; --protected: each under its holder's passphrase",
    '         habeas keys rehearse         asks for the recovery key or two shares and notes the day in the log',
    '         habeas keys remove SLOT      takes a way away; the last one stays',
    '         habeas keys rotate [database] [subjects] [tokens] [files] [log] [master]',
    '                                      new keys for the data in place; none named: all; cut short, the next start finishes it',
  ].join('\n'),

  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { protected: { type: 'boolean', default: false } } });
    const [verb = '', ...named] = positionals;
    if (verb === 'rotate') return rotateKeys(named);
    const task = tasks[verb];
    if (!task) throw new LaunchRefused('usage', keysCommand.usage);
    const instance = await openInstance(readSettings(), { onlyExisting: true });
    try {
      return await task(instance, named[0] ?? '', values.protected);
    } finally {
      await instance.close();
    }
  },
};

const tasks: Readonly<Record<string, (instance: OpenInstance, named: string, isProtected: boolean) => Promise<number>>> = {
  list: listSlots,
  'add-file': addFile,
  'add-passphrase': addPassphrase,
  'add-recovery': addRecovery,
  'add-shares': (instance, _, isProtected) => addShares(instance, isProtected),
  rehearse,
  remove: removeSlot,
};
