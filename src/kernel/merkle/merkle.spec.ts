import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK, consistencyProof, emptyRoot, Frontier, inclusionProof, leafHash, nodeHash, rootFromInclusion, rootOf, type Nodes } from './public.js';

/** The definition of RFC 6962 (2.1) word for word, slow. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0] as Buffer;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

/** PROOF(m, D[n]) of RFC 6962 (2.1.2) checked as RFC 9162 (2.1.4.2) says. */
function leadsFrom(first: number, second: number, firstRoot: Buffer, secondRoot: Buffer, proof: readonly Buffer[]): boolean {
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : [...proof];
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [path[0], path[0]];
  if (!fr || !sr) return false;
  for (const beside of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(beside, fr), nodeHash(beside, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else sr = nodeHash(sr, beside);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
}

const most = 3 * BLOCK + 10;
const leaves = Array.from({ length: most }, (_, n) => leafHash(`leaf ${n}`));
const nodes: Nodes = {
  leaf: (index) => leaves[index] as Buffer,
  block: (index) => naiveRoot(leaves.slice(index * BLOCK, (index + 1) * BLOCK)),
};
const frontierOf = (size: number): Frontier => {
  const frontier = Frontier.empty();
  for (const leaf of leaves.slice(0, size)) frontier.add(leaf);
  return frontier;
};
const sizes = fc.integer({ min: 1, max: most });

describe('the tree', () => {
  it('has the roots that the reference implementation of Certificate Transparency publishes for one to eight leaves', () => {
    const given = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const roots = [
      ...['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
      ...['aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
      ...['4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
      ...['ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
    ];
    const frontier = Frontier.empty();
    const found = given.map((hex) => {
      frontier.add(leafHash(Buffer.from(hex, 'hex')));
      return frontier.root().toString('hex');
    });
    expect(found).toEqual(roots);
    expect(Frontier.empty().root().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is the same appended leaf by leaf, read from blocks, and by the definition', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const naive = naiveRoot(leaves.slice(0, size));
        expect(frontierOf(size).root()).toEqual(naive);
        expect(rootOf(nodes, size)).toEqual(naive);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from an edge that was written down, and tells each full block once', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const frontier = Frontier.empty();
        const blocks = leaves.slice(0, size).flatMap((leaf) => frontier.add(leaf) ?? []);
        expect(blocks).toEqual(Array.from({ length: Math.floor(size / BLOCK) }, (_, n) => nodes.block(n)));
        const read = Frontier.read(size, frontier.text());
        expect([read.size, read.root()]).toEqual([size, frontier.root()]);
        expect(() => Frontier.read(size, frontier.text() + 'ab'.repeat(32))).toThrow('does not belong');
      }),
      { numRuns: 40 },
    );
  });

  it('proves that a leaf is in it, and of no other leaf, place or size', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, some, other) => {
        const [index, elsewhere] = [some % size, other % size];
        const proof = inclusionProof(nodes, index, size);
        const root = naiveRoot(leaves.slice(0, size));
        const lead = (place: number, leaf: Buffer, of = size, path = proof): boolean => rootFromInclusion(place, of, leaf, path)?.equals(root) ?? false;
        expect(lead(index, leaves[index] as Buffer)).toBe(true);
        if (elsewhere !== index) expect([lead(index, leaves[elsewhere] as Buffer), lead(elsewhere, leaves[index] as Buffer)]).toEqual([false, false]);
        expect(lead(index, leaves[index] as Buffer, size, [...proof, root])).toBe(false);
        if (proof.length > 0) expect(lead(index, leaves[index] as Buffer, size, proof.slice(1))).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(() => inclusionProof(nodes, 5, 5)).toThrow(RangeError);
  });

  it('proves that an older tree is its beginning, and that a rewritten one is not', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, some) => {
        const from = (some % size) + 1;
        const proof = consistencyProof(nodes, from, size);
        const [older, newer] = [naiveRoot(leaves.slice(0, from)), naiveRoot(leaves.slice(0, size))];
        expect(leadsFrom(from, size, older, newer, proof)).toBe(true);
        const rewritten = naiveRoot([leafHash('another'), ...leaves.slice(1, from)]);
        expect(leadsFrom(from, size, rewritten, newer, proof)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
