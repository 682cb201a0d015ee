import { existsSync, readFileSync } from 'node:fs';
import { readInstant, type Instant } from '../kernel/time/public.js';
import { askSecret, LaunchRefused } from '../launch/public.js';
import { joinIdentity, readIdentities } from '../safekeeping/public.js';

/** How the secret key of backups is given to a command. */
export const identityOptions = { 'identity-file': { type: 'string' }, shares: { type: 'boolean' }, 'share-file': { type: 'string', multiple: true } } as const;
export const identityUsage = '[--identity-file FILE | --shares | --share-file A --share-file B]';

export interface IdentityValues {
  readonly 'identity-file'?: string;
  readonly shares?: boolean;
  readonly 'share-file'?: readonly string[];
}

/** From files, or typed where nobody sees it. */
export async function identitiesOf({ 'identity-file': file, shares = false, 'share-file': files = [] }: IdentityValues): Promise<string[]> {
  if (files.length > 0) return joinIdentity(files.map((path) => textOf(path).trim()));
  if (shares) return joinIdentity([await askSecret('First share: '), await askSecret('Second share: ')]);
  return readIdentities(file === undefined ? await askSecret('Secret key of the backups: ') : textOf(file));
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new LaunchRefused('usage', `The file ${path} is not there.`);
  return readFileSync(path, 'utf8');
}

export function momentOf(text: string): Instant {
  const moment = readInstant(text);
  if (!moment) throw new LaunchRefused('usage', 'A time is written like 2026-11-24T08:00Z or 2026-11-24T13:00+05:00.');
  return moment;
}
