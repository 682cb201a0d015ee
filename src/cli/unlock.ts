import { createInterface, type Interface } from 'node:readline';
import { asksPassphrase, secretOfRecoveryKey } from '../kernel/keyring/public.js';
import { readSettings, type Settings } from '../kernel/settings/public.js';
import { askSecret, askServer, LaunchRefused, type UnlockState } from '../launch/public.js';
import type { Command } from './command.js';

/** Where what is entered comes from: typed unseen at a terminal, else the lines of standard input. */
type Ask = (question: string) => Promise<string>;

export const unlockCommand: Command = {
  name: 'unlock',
  usage: `habeas unlock                         opens the locked server that runs here: with its key file when that is there, else it
                                      asks for passphrase, recovery key or shares (or reads them from standard input, one a line)`,

  async run() {
    const settings = readSettings();
    let state = await order(settings, {});
    if (!state.open && state.atHand) state = await order(settings, { way: 'key' });
    if (!state.open) await enterAll(settings, state);
    console.log('The server is open.');
    return 0;
  },
};

async function enterAll(settings: Settings, before: UnlockState): Promise<void> {
  const lines = process.stdin.isTTY ? null : createInterface({ input: process.stdin, terminal: false });
  const ask = lines ? nextOf(lines) : askSecret;
  try {
    for (let state = before; !state.open; ) {
      state = await order(settings, await entry(state, ask));
      if (!state.open) console.log(`Taken. ${state.missing} more ${state.missing === 1 ? 'share is' : 'shares are'} needed, from another holder.`);
    }
  } finally {
    // What is still open would keep the process waiting for more.
    lines?.close();
    process.stdin.destroy();
  }
}

const order = async (settings: Settings, body: object): Promise<UnlockState> => (await askServer(settings, 'unlock', body)) as unknown as UnlockState;

/** Recovery keys and shares are known by their form; everything else is a passphrase where there is one. */
async function entry(state: UnlockState, ask: Ask): Promise<object> {
  const text = await ask(state.ways.includes('passphrase') ? 'Passphrase: ' : 'Recovery key or share: ');
  if (secretOfRecoveryKey(text)) return { way: 'recovery', text };
  const withOwn = asksPassphrase(text);
  if (withOwn !== null) return { way: 'shares', text, ...(withOwn ? { passphrase: await ask("That share's passphrase: ") } : {}) };
  return { way: state.ways.includes('passphrase') ? 'passphrase' : 'recovery', text };
}

function nextOf(source: Interface): Ask {
  const lines = source[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new LaunchRefused('key', 'The server is still locked; nothing more was entered.');
    return value;
  };
}
