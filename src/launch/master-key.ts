import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { writeForGood } from '../kernel/files/public.js';
import { keyOfText, keyText } from '../kernel/keyring/public.js';
import { LaunchRefused } from './launch-refused.js';

/** The default place of a generated key: beside the person's settings, never in the data folder. */
export const defaultKeyFile = (instance: string): string => join(homedir(), '.config', 'habeas', `${instance}.key`);

/** Makes a key file only its owner can read. @throws LaunchRefused when it exists or would lie in the data folder. */
export function makeKeyFile(path: string, dataDir: string): Buffer {
  keepApart(path, dataDir);
  if (existsSync(path)) throw new LaunchRefused('key', `A new key would overwrite ${path}; move it away or name another file.`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  writeForGood(path, keyText(key) + '\n');
  return key;
}

/** @throws LaunchRefused when the key file would lie in the data folder. */
export function keepApart(path: string, dataDir: string): void {
  const way = relative(resolve(dataDir), resolve(path));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new LaunchRefused('key', `The key file must not lie in the data folder: who takes one would have both (${path}).`);
}

/** @throws LaunchRefused when the file is missing, readable by others, or holds no key. */
export function readKeyFile(path: string): Buffer {
  if (!existsSync(path)) throw new LaunchRefused('key', `The key file ${path} is not there; without it the data cannot be read.`);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new LaunchRefused('key', `The key file ${path} can be read by others; run: chmod 600 ${path}`);
  }
  const key = keyOfText(readFileSync(path, 'utf8'));
  if (!key) throw new LaunchRefused('key', `${path} is not a key file of Habeas.`);
  return key;
}
