// The Merkle tree of RFC 6962, as small as it gets.
import { createHash } from 'node:crypto';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export const leafHash = (text) => sha256(Buffer.of(0), text);
export const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** Grows leaf by leaf and can tell its root at any size it passes through. */
export class Tree {
  size = 0;
  // One full subtree for every bit of the size that is set, each with its height, the tallest first.
  full = [];

  add(hash) {
    let subtree = { height: 0, hash };
    while (this.full.at(-1)?.height === subtree.height) {
      subtree = { height: subtree.height + 1, hash: nodeHash(this.full.pop().hash, subtree.hash) };
    }
    this.full.push(subtree);
    this.size += 1;
  }

  root() {
    if (this.size === 0) return sha256();
    const [last, ...others] = [...this.full].reverse();
    return others.reduce((right, { hash }) => nodeHash(hash, right), last.hash);
  }
}

/** The root an audit path leads to (RFC 6962, 2.1.1), or null when the path is not one of that leaf in that tree. */
export function rootByPath(index, size, leaf, path) {
  const rest = [...path];
  const up = (at, count) => {
    if (count === 1) return leaf;
    let half = 1;
    while (half * 2 < count) half *= 2;
    const inner = at < half ? up(at, half) : up(at - half, count - half);
    const beside = rest.shift();
    if (!inner || !beside) return null;
    return at < half ? nodeHash(inner, beside) : nodeHash(beside, inner);
  };
  const root = index < size ? up(index, size) : null;
  return rest.length === 0 ? root : null;
}
