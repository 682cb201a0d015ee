import { parseArgs } from 'node:util';
import { systemActor } from '../kernel/actor/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { readSettings } from '../kernel/settings/public.js';
import { appOf, clockBehind, firstLink, serve, type Serving } from '../launch/public.js';
import { WaysBack } from '../lock/public.js';
import type { Command } from './command.js';
import { rehearseHere, showRecoveryKey } from './rehearse-here.js';
import { tellOfKey } from './tell-of-key.js';
import { untilStopped } from './until-stopped.js';

export const serveCommand: Command = {
  name: 'serve',
  usage: 'habeas serve [--passphrase]           serves the pages and the API; --passphrase: a first start asks for one instead of making a key file',

  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { passphrase: { type: 'boolean', default: false } } });
    const stopped = untilStopped();
    const serving = await serve(readSettings(), { passphrase: values.passphrase });
    tellOfKey(serving);
    if (serving.server.gate.behind) {
      await tellOfDoor(serving);
      void offerPaper(serving).catch(() => process.kill(process.pid, 'SIGINT')); // a terminal that is asked takes Ctrl+C as an answer
    } else console.log(`Habeas is locked. Its operators open it at ${serving.address}/unlock or with "habeas unlock" (Ctrl+C ends it)`);
    await stopped;
    await serving.stop();
    console.log('Ended.');
    return 0;
  },
};

async function tellOfDoor(serving: Serving): Promise<void> {
  const behind = await clockBehind(appOf(serving).get<Ground>(GROUND));
  if (behind) console.error(behind);
  const link = await firstLink(serving);
  if (link) console.log(`The first administrator sets a password here, once, within 72 hours:\n  ${link}`);
  console.log(`Habeas is at ${serving.address} (Ctrl+C ends it)`);
}

/** With somebody at the terminal and no way back in on paper yet: it is shown, and asked back, as the page "Recovery" does. The server serves meanwhile. */
async function offerPaper(serving: Serving): Promise<void> {
  const ground = appOf(serving).get<Ground>(GROUND);
  const hasPaper = ground.strongbox.slots().some(({ kind }) => kind === 'recovery' || kind === 'shares');
  if (!process.stdin.isTTY || hasPaper) return;
  const [ways, actor] = [WaysBack.on(ground), systemActor('terminal')];
  await showRecoveryKey(ways, actor);
  await rehearseHere(ways, actor);
}
