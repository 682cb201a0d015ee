import { loadDemo } from '../demo/public.js';
import { makeRecoveryKey } from '../kernel/keyring/public.js';
import { readSettings } from '../kernel/settings/public.js';
import { addRecoveryKey, appOf, serve } from '../launch/public.js';
import type { Command } from './command.js';
import { throwAway } from './throw-away.js';
import { untilStopped } from './until-stopped.js';

export const demoCommand: Command = {
  name: 'demo',
  usage: 'habeas demo                           the invented day, in a folder that is thrown away at the end',

  async run() {
    const stopped = untilStopped();
    const serving = await serve(throwAway(readSettings(), 'demo'));
    console.log('Loading the invented day: 10 January 2021 …');
    const accounts = await loadDemo(appOf(serving));
    const recoveryKey = makeRecoveryKey();
    addRecoveryKey(serving, recoveryKey);
    console.log('\nAll people and organisations are invented. One account a role:\n');
    for (const { role, signInName, password } of accounts) console.log(`  ${role.padEnd(18)} ${signInName.padEnd(10)} ${password}`);
    console.log(`\n  ${'to unlock'.padEnd(18)} ${recoveryKey} (after "Lock now")`);
    console.log(`\nHabeas is at ${serving.address} (Ctrl+C ends it and throws the folder away)`);
    await stopped;
    await serving.stop();
    console.log('Ended; nothing is left.');
    return 0;
  },
};
