import { emptyRoot, nodeHash } from './hashes.js';

/** A block is a full subtree of level 8; its root is kept, so that a proof need not read every leaf. */
const BLOCK_LEVEL = 8;
export const BLOCK = 2 ** BLOCK_LEVEL;

const HEX = 64;

/**
 * The right edge of a Merkle tree of RFC 6962: the roots of its full subtrees, the largest first. It is all that is needed
 * to append (one hash on average) and to tell the root; at a million leaves it is seven hashes, never more than twenty.
 */
export class Frontier {
  private constructor(
    private count: number,
    private readonly roots: Buffer[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @param text as `text()` wrote it. @throws when it is not the edge of a tree of that size. */
  static read(size: number, text: string): Frontier {
    const roots = Array.from({ length: text.length / HEX }, (_, n) => Buffer.from(text.slice(n * HEX, (n + 1) * HEX), 'hex'));
    const frontier = new Frontier(size, roots);
    if (roots.length !== onesIn(size) || frontier.text() !== text) throw new Error('the edge of the tree does not belong to its size');
    return frontier;
  }

  get size(): number {
    return this.count;
  }

  /** Appends the hash of a leaf. Answers the root of the block that is full with it, or null. */
  add(leaf: Buffer): Buffer | null {
    let block: Buffer | null = null;
    let top = leaf;
    for (let level = 1, rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2, level += 1) {
      top = nodeHash(this.roots.pop() as Buffer, top);
      if (level === BLOCK_LEVEL) block = top;
    }
    this.roots.push(top);
    this.count += 1;
    return block;
  }

  root(): Buffer {
    return this.roots.length === 0 ? emptyRoot() : this.roots.reduceRight((right, left) => nodeHash(left, right));
  }

  text(): string {
    return this.roots.map((root) => root.toString('hex')).join('');
  }
}

const onesIn = (size: number): number => [...size.toString(2)].filter((bit) => bit === '1').length;
