import { BLOCK } from './frontier.js';
import { emptyRoot, nodeHash } from './hashes.js';

/** What is known of a tree: hashes of single leaves, and roots of blocks (BLOCK leaves each, the first one 0). */
export interface Nodes {
  leaf(index: number): Buffer;
  block(index: number): Buffer;
}

/** Root of the first `size` leaves. */
export const rootOf = (nodes: Nodes, size: number): Buffer => (size === 0 ? emptyRoot() : rangeHash(nodes, 0, size));

/** The audit path of one leaf in the tree of `size` leaves, from the leaf's sibling up (RFC 6962, 2.1.1). */
export function inclusionProof(nodes: Nodes, index: number, size: number): Buffer[] {
  if (index < 0 || index >= size) throw new RangeError('the leaf is not in the tree');
  return pathTo(nodes, index, 0, size);
}

/** Shows that the tree of `size` leaves begins with the tree of `from` leaves (RFC 6962, 2.1.2). */
export function consistencyProof(nodes: Nodes, from: number, size: number): Buffer[] {
  if (from < 1 || from > size) throw new RangeError('the older tree is not the smaller one');
  return from === size ? [] : shared(nodes, from, 0, size, true);
}

function pathTo(nodes: Nodes, index: number, low: number, high: number): Buffer[] {
  if (high - low === 1) return [];
  const middle = low + splitOf(high - low);
  if (index < middle) return [...pathTo(nodes, index, low, middle), rangeHash(nodes, middle, high)];
  return [...pathTo(nodes, index, middle, high), rangeHash(nodes, low, middle)];
}

/** SUBPROOF of RFC 6962; `known`: the range so far is a subtree whose root the asker has. */
function shared(nodes: Nodes, from: number, low: number, high: number, known: boolean): Buffer[] {
  if (from === high) return known ? [] : [rangeHash(nodes, low, high)];
  const middle = low + splitOf(high - low);
  if (from <= middle) return [...shared(nodes, from, low, middle, known), rangeHash(nodes, middle, high)];
  return [...shared(nodes, from, middle, high, false), rangeHash(nodes, low, middle)];
}

/** Ranges come from halving at powers of two, so one of a block's length is that block. */
function rangeHash(nodes: Nodes, low: number, high: number): Buffer {
  const length = high - low;
  if (length === 1) return nodes.leaf(low);
  if (length === BLOCK) return nodes.block(low / BLOCK);
  const middle = low + splitOf(length);
  return nodeHash(rangeHash(nodes, low, middle), rangeHash(nodes, middle, high));
}

/** The largest power of two below a length of two or more. */
function splitOf(length: number): number {
  let split = 1;
  while (split * 2 < length) split *= 2;
  return split;
}

/** The root that a leaf and its audit path lead to (RFC 9162, 2.1.3.2), or null when the path has another length. */
export function rootFromInclusion(index: number, size: number, leaf: Buffer, proof: readonly Buffer[]): Buffer | null {
  let [place, last, top] = [index, size - 1, leaf];
  for (const beside of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      top = nodeHash(beside, top);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else top = nodeHash(top, beside);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? top : null;
}
