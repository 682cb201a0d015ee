import { hash } from 'node:crypto';

const [LEAF, NODE] = [0, 1];
const HASH = 32;

/** Leaf hash of RFC 6962 (2.1): the 0x00 keeps a leaf from ever passing for an inner node. */
export const leafHash = (leaf: string | Buffer): Buffer => hash('sha256', Buffer.concat([Buffer.of(LEAF), Buffer.from(leaf)]), 'buffer');

/** Written over with every pair: a proof at a million entries hashes some 4,000 of them. */
const pair = Buffer.alloc(1 + 2 * HASH, NODE);

/** @throws RangeError when one of the two is no hash */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  if (left.length !== HASH || right.length !== HASH) throw new RangeError('a node has two hashes under it');
  pair.set(left, 1);
  pair.set(right, 1 + HASH);
  return hash('sha256', pair, 'buffer');
}

/** Root of a tree without a leaf. */
export const emptyRoot = (): Buffer => hash('sha256', '', 'buffer');
