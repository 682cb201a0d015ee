import { asksPassphrase, hasSlot, masterOf, secretOfRecoveryKey, type Entered, type InstanceFile, type OldInstanceFile, type TypedShare } from '../kernel/keyring/public.js';
import { LaunchRefused } from './launch-refused.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Asks for a passphrase at the terminal without showing it. */
export function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) throw new LaunchRefused('key', 'A passphrase can only be asked for at a terminal; use HABEAS_KEY_FILE instead.');
  stdin.setRawMode(true);
  stdin.resume();
  stderr.write(question);
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (settle: () => void): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', hear);
      for (const signal of signals) process.off(signal, giveUp);
      stderr.write('\n');
      settle();
    };
    const giveUp = (): void => end(() => reject(new LaunchRefused('key', 'No passphrase was given.')));
    const hear = (data: Buffer): void => {
      for (const letter of data.toString('utf8')) {
        if (letter === '\r' || letter === '\n') return end(() => resolve(typed));
        if (letter === '\u0003') return giveUp();
        typed = letter === '\u007f' || letter === '\b' ? typed.slice(0, -1) : typed + letter;
      }
    };
    stdin.on('data', hear);
    for (const signal of signals) process.on(signal, giveUp);
  });
}

/** A new passphrase, twice. @throws LaunchRefused when it is too short or the two differ. */
export async function askNewSecret(): Promise<string> {
  const first = await askSecret('Choose a passphrase of 15 characters or more: ');
  if ([...first].length < 15) throw new LaunchRefused('key', 'The passphrase is shorter than 15 characters; nothing was made.');
  if ((await askSecret('Once more: ')) !== first) throw new LaunchRefused('key', 'The two passphrases differ; nothing was made.');
  return first;
}

/** The master key by what is typed at the terminal: a passphrase, the recovery key or two shares, told apart by their form. */
export async function askEntered(file: InstanceFile | OldInstanceFile): Promise<Buffer> {
  const byPassphrase = file.form === undefined || hasSlot(file, 'passphrase');
  const typed = await askSecret(byPassphrase ? 'Passphrase: ' : 'Recovery key or first share: ');
  return masterOf(file, await enteredBy(typed, byPassphrase));
}

async function enteredBy(typed: string, byPassphrase: boolean): Promise<Entered> {
  if (secretOfRecoveryKey(typed)) return { recoveryKey: typed };
  const asks = asksPassphrase(typed);
  if (asks === null) return byPassphrase ? { passphrase: typed } : { recoveryKey: typed };
  const first = await withPassphrase(typed);
  return { shares: [first, await withPassphrase(await askSecret('Second share: '))] };
}

/** The recovery key or two shares, to be tried; null when only Enter was pressed. */
export async function askRecovery(): Promise<Entered | null> {
  const typed = await askSecret('Recovery key or first share (Enter: later): ');
  return typed.trim() === '' ? null : enteredBy(typed, false);
}

const withPassphrase = async (text: string): Promise<TypedShare> =>
  asksPassphrase(text) ? { text, passphrase: await askSecret("That share's passphrase: ") } : { text };
