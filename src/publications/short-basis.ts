import { setImmediate as turn } from 'node:timers/promises';
import { subtract } from './kernel-basis.js';

/** How much shorter the next one has to be for two to change places (Lovász): the nearer to 1, the shorter they get. */
const SHORTER = 0.99;
/** Of going over one vector again, for the numbers are floating-point. */
const PASSES = 5;
/** Places changed for each vector, at most. */
const CHANGES = 400;

/**
 * Short vectors that make up the same whole-number changes (Lenstra, Lenstra and Lovász, 1982). Only whole multiples of one are
 * taken from another, so whatever the rounding does, the same lattice comes out; it says only how short they are.
 * In short turns, so that others are served meanwhile.
 */
export async function shortened(basis: readonly Float64Array[]): Promise<Float64Array[]> {
  const short = basis.map((vector) => vector.slice());
  const steps = new Steps(short);
  let changes = CHANGES * short.length;
  for (let n = 0, rounds = 1; n < short.length; rounds += 1) {
    if (rounds % 16 === 0) await turn();
    steps.settle(n);
    if (n === 0 || steps.inOrder(n) || changes === 0) {
      n += 1;
      continue;
    }
    [short[n - 1], short[n]] = [short[n] ?? new Float64Array(), short[n - 1] ?? new Float64Array()];
    changes -= 1;
    n -= 1;
  }
  return short;
}

/** What of each vector stands at right angles to the ones before it (Gram and Schmidt). */
class Steps {
  private readonly products: Float64Array[];
  private readonly shares: Float64Array[];

  constructor(private readonly basis: readonly Float64Array[]) {
    this.products = basis.map(() => new Float64Array(basis.length));
    this.shares = basis.map(() => new Float64Array(basis.length));
  }

  /** Takes from the vector what whole multiples of the ones before can take. */
  settle(n: number): void {
    for (let pass = 0; pass < PASSES; pass += 1) {
      this.project(n);
      if (!this.reduce(n)) return;
    }
    this.project(n);
  }

  inOrder(n: number): boolean {
    const share = this.shares[n]?.[n - 1] ?? 0;
    return (this.products[n]?.[n] ?? 0) >= (SHORTER - share * share) * (this.products[n - 1]?.[n - 1] ?? 0);
  }

  private project(n: number): void {
    const [vector, products, shares] = [this.basis[n], this.products[n], this.shares[n]];
    if (!vector || !products || !shares) return;
    for (let m = 0; m <= n; m += 1) {
      let product = 0;
      const other = this.basis[m] ?? vector;
      for (let at = 0; at < vector.length; at += 1) product += (vector[at] ?? 0) * (other[at] ?? 0);
      const others = this.shares[m] ?? shares;
      for (let l = 0; l < m; l += 1) product -= (others[l] ?? 0) * (products[l] ?? 0);
      products[m] = product;
      if (m < n) shares[m] = product / (this.products[m]?.[m] ?? 1);
    }
  }

  private reduce(n: number): boolean {
    const [vector, shares] = [this.basis[n], this.shares[n]];
    if (!vector || !shares) return false;
    let changed = false;
    for (let m = n - 1; m >= 0; m -= 1) {
      const times = Math.round(shares[m] ?? 0);
      const [other, others] = [this.basis[m], this.shares[m]];
      if (times === 0 || !other || !others) continue;
      changed = true;
      subtract(vector, other, times);
      for (let l = 0; l < m; l += 1) shares[l] = (shares[l] ?? 0) - times * (others[l] ?? 0);
      shares[m] = (shares[m] ?? 0) - times;
    }
    return changed;
  }
}
