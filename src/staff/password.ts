import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Problem } from '../kernel/errors/public.js';

/** 64 MiB and three passes: about a quarter of a second here, and as much for each guess of whoever steals the table. */
const cost = { algorithm: Algorithm.Argon2id, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

/** The shortest password taken; length is all that is asked of it. */
export const SHORTEST = 15;
const LONGEST = 256;

/** @throws Problem `password.too_short` or `password.too_long` (422). */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length;
  if (length < SHORTEST) throw new Problem('password.too_short', { status: 422, params: { shortest: SHORTEST } });
  if (length > LONGEST) throw new Problem('password.too_long', { status: 422, params: { longest: LONGEST } });
  return hash(password.normalize('NFC'), cost);
}

let decoy: Promise<string> | null = null;

/** Compares in the same time whether or not the account exists or has a password. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hash('nobody has this password', cost);
  const fits = await verify(stored ?? (await decoy), password.normalize('NFC').slice(0, 1024));
  return fits && stored !== null;
}
