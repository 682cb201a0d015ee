import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { KeyRefused } from './key-refused.js';
import { fromPaper, toPaper } from './paper-text.js';
import { keyFromPassphrase } from './passphrase.js';

/** How many people hold a share, and how many of them are needed. */
export const HOLDERS = 3;
export const NEEDED = 2;

/** A share as it was typed, with its holder's passphrase where it has one. */
export interface TypedShare {
  readonly text: string;
  readonly passphrase?: string | null;
}

/** 32 secret bytes, and the x of the point they lie on. */
const SHARE = 33;
const [OPEN, PROTECTED] = [1, 2] as const;
const [SPLIT, SALT, TAG] = [4, 16, 16] as const;

/** Each share under its holder's passphrase, or open where the list has null. Any two of the three give the secret again. */
export async function splitSecret(secret: Buffer, passphrases: readonly (string | null)[]): Promise<string[]> {
  const mark = randomBytes(SPLIT);
  const shares = await split(new Uint8Array(secret), passphrases.length, NEEDED);
  const texts: string[] = [];
  for (const [n, share] of shares.entries()) texts.push(toPaper('share', await written(mark, Buffer.from(share), passphrases[n] ?? null)));
  return texts;
}

/** Whether the share on this paper asks for a passphrase; null when it is mistyped. */
export function asksPassphrase(text: string): boolean | null {
  const bytes = fromPaper('share', text);
  return bytes ? bytes[0] === PROTECTED : null;
}

/** @throws KeyRefused for what is mistyped, missing, twice the same or of two splits. */
export async function joinShares(typed: readonly TypedShare[]): Promise<Buffer> {
  const papers = typed.map(({ text }) => fromPaper('share', text));
  if (papers.length < NEEDED) throw new KeyRefused('shares.too_few');
  if (!papers.every((paper): paper is Buffer => paper !== null)) throw new KeyRefused('shares.mistyped');
  if (new Set(papers.map((paper) => paper.subarray(1, 1 + SPLIT).toString('hex'))).size > 1) throw new KeyRefused('shares.of_two_splits');
  const shares: Uint8Array[] = [];
  for (const [n, paper] of papers.entries()) shares.push(new Uint8Array(await read(paper, typed[n]?.passphrase ?? null)));
  if (new Set(shares.map((share) => share.at(-1))).size < NEEDED) throw new KeyRefused('shares.twice');
  return Buffer.from(await combine(shares));
}

async function written(mark: Buffer, share: Buffer, passphrase: string | null): Promise<Buffer> {
  if (passphrase === null) return Buffer.concat([Buffer.of(OPEN), mark, share]);
  const salt = randomBytes(SALT);
  const cipher = createCipheriv('aes-256-gcm', await keyFromPassphrase(passphrase, salt), nonce);
  const body = Buffer.concat([cipher.update(share), cipher.final()]);
  return Buffer.concat([Buffer.of(PROTECTED), mark, salt, cipher.getAuthTag(), body]);
}

async function read(paper: Buffer, passphrase: string | null): Promise<Buffer> {
  const rest = paper.subarray(1 + SPLIT);
  if (paper[0] === OPEN && rest.length === SHARE) return rest;
  if (paper[0] !== PROTECTED || rest.length !== SALT + TAG + SHARE) throw new KeyRefused('shares.mistyped');
  if (!passphrase) throw new KeyRefused('shares.passphrase');
  const decipher = createDecipheriv('aes-256-gcm', await keyFromPassphrase(passphrase, rest.subarray(0, SALT)), nonce);
  decipher.setAuthTag(rest.subarray(SALT, SALT + TAG));
  try {
    return Buffer.concat([decipher.update(rest.subarray(SALT + TAG)), decipher.final()]);
  } catch {
    throw new KeyRefused('shares.passphrase');
  }
}

/** Each key is made from a random salt and seals one text, so the nonce need not be random too: the paper stays shorter. */
const nonce = Buffer.alloc(12);
