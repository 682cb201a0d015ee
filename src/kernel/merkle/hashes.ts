import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Leaf hash of RFC 6962 (2.1): the 0x00 keeps a leaf from ever passing for an inner node. */
export const leafHash = (leaf: string | Buffer): Buffer => createHash('sha256').update(LEAF).update(leaf).digest();

export const nodeHash = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update(NODE).update(left).update(right).digest();

/** Root of a tree without a leaf. */
export const emptyRoot = (): Buffer => createHash('sha256').digest();
