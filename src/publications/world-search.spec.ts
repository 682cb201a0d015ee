import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Dice } from './dice.js';
import { kernelBasis } from './kernel-basis.js';
import { nearUnknowns } from './near-unknowns.js';
import { isWorld, neighbourhoodOf } from './neighbourhood.js';
import { shortened } from './short-basis.js';
import { tellingFigures } from './telling-figures.js';
import { walk } from './world-walk.js';

const sumOver = (row: readonly number[], counts: ArrayLike<number>): number => row.reduce((sum, at) => sum + (counts[at] ?? 0), 0);

/** Which unknowns each figure counts. */
const figures = (unknowns: number, most: number) => fc.array(fc.uniqueArray(fc.nat(unknowns - 1), { minLength: 1 }), { minLength: 1, maxLength: most });

/** All changes by at most one person in each unknown that leave every figure as it is: written without the product's own rules. */
function smallChanges(rows: readonly (readonly number[])[], unknowns: number): number[][] {
  const all = Array.from({ length: 3 ** unknowns }, (_, n) => Array.from({ length: unknowns }, (__, at) => (Math.floor(n / 3 ** at) % 3) - 1));
  return all.filter((change) => rows.every((row) => sumOver(row, change) === 0));
}

/** Whether a change is a sum of whole multiples: with it added, the lattice is as it was, in rank and volume. */
function isMadeOf(basis: readonly Float64Array[], change: readonly number[]): boolean {
  const made = basis.map((vector) => [...vector]);
  const rest = echelon([...made.map((vector) => [...vector]), [...change]]);
  const [before, after] = [gramDeterminant(made), gramDeterminant(rest)];
  return made.length === rest.length && Math.abs(before - after) < 1e-6 * Math.max(1, before);
}

/** A basis of what rows of whole numbers make up, by Euclid's algorithm. */
function echelon(rows: number[][]): number[][] {
  const done: number[][] = [];
  let left = rows;
  for (let at = 0; at < (rows[0]?.length ?? 0); at += 1) {
    for (let busy = left.filter((row) => row[at] !== 0); busy.length > 0; busy = left.filter((row) => row[at] !== 0)) {
      const [least, ...others] = busy.sort((a, b) => Math.abs(a[at] ?? 0) - Math.abs(b[at] ?? 0));
      if (!least) break;
      if (others.length === 0) {
        done.push(least);
        left = left.filter((row) => row !== least);
      }
      for (const other of others) {
        const times = Math.trunc((other[at] ?? 0) / (least[at] ?? 1));
        other.forEach((entry, n) => (other[n] = entry - times * (least[n] ?? 0)));
      }
    }
  }
  return done;
}

function gramDeterminant(rows: readonly (readonly number[])[]): number {
  const gram = rows.map((a) => rows.map((b) => a.reduce((sum, entry, n) => sum + entry * (b[n] ?? 0), 0)));
  let product = 1;
  for (let n = 0; n < gram.length; n += 1) {
    const pivot = gram[n]?.[n] ?? 0;
    product *= pivot;
    for (let m = n + 1; m < gram.length; m += 1) {
      const times = (gram[m]?.[n] ?? 0) / pivot;
      gram[m] = (gram[m] ?? []).map((entry, at) => entry - times * (gram[n]?.[at] ?? 0));
    }
  }
  return product;
}

describe('changes that leave every figure as it is', () => {
  it('are whole multiples of the basis, before and after it is made short', async () => {
    await fc.assert(
      fc.asyncProperty(figures(6, 4), async (rows) => {
        const basis = kernelBasis(rows, 6);
        const short = await shortened(basis);
        for (const vector of [...basis, ...short]) expect(rows.map((row) => sumOver(row, vector))).toEqual(rows.map(() => 0));
        for (const change of smallChanges(rows, 6)) expect([isMadeOf(basis, change), isMadeOf(short, change)]).toEqual([true, true]);
      }),
      { numRuns: 20 },
    );
  });

  it('are as many among sixty unknowns, each exact, and short', async () => {
    await fc.assert(
      fc.asyncProperty(figures(60, 25), async (rows) => {
        const basis = kernelBasis(rows, 60);
        const short = await shortened(basis);
        expect(short).toHaveLength(basis.length);
        for (const vector of short) expect(rows.every((row) => sumOver(row, vector) === 0)).toBe(true);
        const longest = (vectors: readonly Float64Array[]): number => Math.max(0, ...vectors.map((vector) => vector.reduce((sum, entry) => sum + entry * entry, 0)));
        expect(longest(short)).toBeLessThanOrEqual(Math.max(longest(basis), 60));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a walk through worlds', () => {
  const crowd = fc.tuple(figures(30, 10), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 30, maxLength: 30 }));

  it('tells only of worlds that give every figure, with nobody fewer than none, and of the same ones every time', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(crowd, fc.nat(29), fc.constantFrom(1 as const, -1 as const), async ([rows, counts], one, sense) => {
        const truth = Int32Array.from(counts);
        const near = await neighbourhoodOf([one], rows, { count: 30, truth });
        const walked = async (): Promise<Int32Array[]> => {
          const worlds: Int32Array[] = [];
          await walk(truth, 2000, { moves: near.moves, dice: new Dice(), tell: (world) => worlds.push(world.slice()), turn: () => Promise.resolve() }, { unknowns: [one], sense, target: sense > 0 ? 9 : 0 });
          return worlds;
        };
        const worlds = await walked();
        for (const world of worlds) {
          expect(world.every((count) => count >= 0)).toBe(true);
          expect(rows.map((row) => sumOver(row, world))).toEqual(rows.map((row) => sumOver(row, truth)));
          expect(isWorld(near, world)).toBe(true);
        }
        expect(await walked()).toEqual(worlds);
        told += worlds.length;
      }),
      { numRuns: 20 },
    );
    expect(told).toBeGreaterThan(10);
  });

  it('is ended amid its way when the server is locked', async () => {
    const near = await neighbourhoodOf([0], [[0, 1, 2]], { count: 3, truth: Int32Array.of(1, 1, 1) });
    const walking = { moves: near.moves, dice: new Dice(), tell: () => undefined, turn: () => Promise.reject(new Error('locked')) };
    await expect(walk(near.truth, Infinity, walking)).rejects.toThrow('locked');
  });

  it('takes nothing for a world that is none', () => {
    const near = { rows: [[0, 1], [1, 2]], truth: Int32Array.of(1, 1, 1) };
    expect(isWorld(near, Int32Array.of(2, 0, 2))).toBe(true);
    expect(isWorld(near, Int32Array.of(2, 0, 1))).toBe(false); // the second figure is another
    expect(isWorld(near, Int32Array.of(-1, 3, -1))).toBe(false); // fewer than none
  });

  it('keeps, where there are many, to the group asked for, those that have to change with it, and those that share figures with it', async () => {
    // A total over a thousand, and each of them in a figure of its own but two: only these can change, and only together.
    const alone = Array.from({ length: 1000 }, (_, n) => [n]).filter(([n]) => n !== 5 && n !== 905);
    const near = await nearUnknowns([5], [...alone, Array.from({ length: 1000 }, (_, n) => n)], { count: 1000, truth: new Int32Array(1000).fill(9) });
    expect(near.slice(0, 2)).toEqual([5, 905]);
    expect([near.length, new Set(near).size]).toEqual([240, 240]);
  });
});

describe('a figure that tells', () => {
  it('is one the others do not give', () => {
    // A row of two, its total, and a figure of its own: any one of the first three is the sum or the difference of the others.
    expect(tellingFigures([[0], [1], [0, 1], [2]], 3)).toEqual([false, false, false, true]);
  });
});
