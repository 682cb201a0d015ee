import { readSettings } from '../kernel/settings/public.js';
import { openInstance } from '../launch/public.js';
import type { Command } from './command.js';
import { tellOfKey } from './tell-of-key.js';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'habeas migrate                        brings the database up to date (a start does it too) and checks it',

  async run() {
    const instance = await openInstance(readSettings());
    tellOfKey(instance);
    await instance.close();
    console.log('The database is up to date.');
    return 0;
  },
};
