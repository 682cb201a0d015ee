import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Problem } from '../kernel/errors/public.js';
import { isKnownPassword } from './passwords-known.js';

/** 64 MiB and three passes: about a quarter of a second here, and as much for each guess of whoever steals the table. */
const cost = { algorithm: Algorithm.Argon2id, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

/** The shortest password taken where it stands alone; length and not being known are all that is asked of it. */
export const SHORTEST = 15;
/** The shortest where a second factor stands behind it. */
export const SHORTEST_WITH_FACTOR = 8;
const LONGEST = 256;

/** @throws Problem `password.too_short`, `password.too_long` or `password.known` (422). */
export async function hashPassword(password: string, shortest: number = SHORTEST): Promise<string> {
  const length = [...password].length;
  if (length < shortest) throw new Problem('password.too_short', { status: 422, params: { shortest } });
  if (length > LONGEST) throw new Problem('password.too_long', { status: 422, params: { longest: LONGEST } });
  if (isKnownPassword(password)) throw new Problem('password.known', { status: 422 });
  return hash(password.normalize('NFC'), cost);
}

let decoy: Promise<string> | null = null;

/** Compares in the same time whether or not the account exists or has a password. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hash('nobody has this password', cost);
  const fits = await verify(stored ?? (await decoy), password.normalize('NFC').slice(0, 1024));
  return fits && stored !== null;
}
