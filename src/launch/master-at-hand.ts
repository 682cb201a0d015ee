import { existsSync } from 'node:fs';
import { KeyRefused, keyText, masterOf, readInstanceFile, type Entered, type InstanceFile, type OldInstanceFile } from '../kernel/keyring/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { LaunchRefused } from './launch-refused.js';
import { defaultKeyFile, keepApart, readKeyFile } from './master-key.js';

type AnyFile = InstanceFile | OldInstanceFile;

/**
 * The master key as far as nobody has to enter anything: from the file or the text the settings name, or from a key file where
 * it was when its slot was made. Null when somebody has to enter a passphrase, shares or the recovery key.
 * @throws LaunchRefused when what is named opens nothing, or when only key files would and none is there.
 */
export async function masterAtHand(settings: Settings, file: AnyFile = readInstanceFile(settings.dataDir)): Promise<Buffer | null> {
  if (settings.keyFile) {
    keepApart(settings.keyFile, settings.dataDir);
    return byFile(file, settings.keyFile);
  }
  if (settings.key !== null) return masterOf(file, { key: settings.key }).catch(refused('HABEAS_KEY does not open this data folder.'));
  const noted = filesOf(file);
  const [there] = noted.filter((path) => existsSync(path));
  if (there) return byFile(file, there);
  return noted[0] && onlyFiles(file) ? byFile(file, noted[0]) : null;
}

/** The master key by what somebody entered. @throws KeyRefused with a code and one sentence; nothing was touched. */
export const openMaster = ({ dataDir }: Settings, entered: Entered): Promise<Buffer> => masterOf(readInstanceFile(dataDir), entered);

const byFile = (file: AnyFile, path: string): Promise<Buffer> =>
  masterOf(file, { key: keyText(readKeyFile(path)) }).catch(refused(`The key in ${path} does not open this data folder.`));

/** Where key files were noted; one that was moved to the default place is found there. */
function filesOf(file: AnyFile): string[] {
  const slots = file.form === undefined ? [{ kind: file.key.from, file: file.key.file }] : file.slots;
  const noted = slots.flatMap((slot) => (slot.kind === 'file' ? [slot.file ?? defaultKeyFile(file.instance)] : []));
  return noted.length > 0 ? [...noted, defaultKeyFile(file.instance)] : [];
}

const onlyFiles = (file: AnyFile): boolean => (file.form === undefined ? file.key.from === 'file' : file.slots.every(({ kind }) => kind === 'file' || kind === 'environment'));

const refused = (sentence: string) => (error: unknown): never => {
  throw error instanceof KeyRefused ? new LaunchRefused('key', sentence) : error;
};
