import { readSettings } from '../kernel/settings/public.js';
import { askServer } from '../launch/public.js';
import type { Command } from './command.js';

export const lockCommand: Command = {
  name: 'lock',
  usage: 'habeas lock                           locks the server that runs here, at once: keys dropped, everybody signed out',

  async run() {
    await askServer(readSettings(), 'lock');
    console.log('Locked. Its operators open it with "habeas unlock" or at /unlock.');
    return 0;
  },
};
