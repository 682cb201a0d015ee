import { Problem } from '../kernel/errors/public.js';
import { readInstanceFile } from '../kernel/keyring/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { SealedState, Way } from '../web/public.js';
import type { Gate } from './gate.js';
import { masterAtHand } from './master-at-hand.js';
import type { Operators } from './operators.js';

/** What the terminal is told: whether the server is open, and else what it can be opened with. */
export interface UnlockState extends SealedState {
  readonly open: boolean;
  /** The machine has the key at hand, so nothing needs to be typed. */
  readonly atHand: boolean;
}

const ways: readonly Way[] = ['passphrase', 'recovery', 'shares'];

/**
 * One step of `habeas unlock`: `{}` asks how it stands, `{ way: 'key' }` takes the key the machine has at hand, the others carry what
 * somebody typed.
 * @throws Problem `unlock.…`
 */
export async function unlockOrder(settings: Settings, gate: Gate, operators: Operators, body: Readonly<Record<string, unknown>>): Promise<UnlockState> {
  if (body.way !== undefined && !gate.behind) await enter(settings, operators, body);
  const atHand = (await masterAtHand(settings, readInstanceFile(settings.dataDir)).catch(() => null)) !== null;
  return { ...operators.state(), open: gate.behind !== null, atHand };
}

async function enter(settings: Settings, operators: Operators, body: Readonly<Record<string, unknown>>): Promise<void> {
  if (body.way === 'key') {
    const master = await masterAtHand(settings, readInstanceFile(settings.dataDir));
    if (!master) throw new Problem('unlock.nothing', { status: 400 });
    await operators.enterKey(master);
    return;
  }
  const way = ways.find((one) => one === body.way);
  if (!way || typeof body.text !== 'string' || body.text === '') throw new Problem('unlock.nothing', { status: 400 });
  await operators.enter({ way, text: body.text, passphrase: typeof body.passphrase === 'string' ? body.passphrase : null }, 'terminal');
}
