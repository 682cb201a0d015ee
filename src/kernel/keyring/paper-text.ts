import { createHash } from 'node:crypto';
import { fromGroups, inGroups } from './base32.js';

const CHECK = 4;

/** Bytes to be printed and typed back: groups of signs with four bytes of a check sum, so that a slip is told from a wrong key. */
export const toPaper = (kind: string, bytes: Buffer): string => inGroups(Buffer.concat([bytes, checkOf(kind, bytes)]));

/** What `toPaper` made, or null when a sign of it is another. */
export function fromPaper(kind: string, text: string): Buffer | null {
  const all = fromGroups(text);
  if (!all || all.length <= CHECK) return null;
  const bytes = all.subarray(0, -CHECK);
  return checkOf(kind, bytes).equals(all.subarray(-CHECK)) ? bytes : null;
}

const checkOf = (kind: string, bytes: Buffer): Buffer => createHash('sha256').update(`habeas ${kind}\n`).update(bytes).digest().subarray(0, CHECK);
