/** Entries beyond this are not reckoned with: sums over them stay exact in floating point. */
const MOST = 2 ** 31;

/**
 * All whole-number changes of so many unknowns that leave the sum over each row as it is, as whole multiples of these
 * (a basis of the integer kernel). Column operations as in Euclid's algorithm: exact, and found in a few milliseconds for hundreds.
 * A vector with an entry too large to be reckoned with is left out; then they make up fewer changes, and never a wrong one.
 * @param rows the unknowns each row sums up
 */
export function kernelBasis(rows: readonly (readonly number[])[], unknowns: number): Float64Array[] {
  let basis: Float64Array[] = Array.from({ length: unknowns }, (_, n) => Float64Array.from({ length: unknowns }, (__, at) => Number(at === n)));
  for (const row of rows) basis = without(basis, row);
  return basis.filter((vector) => vector.every((entry) => Math.abs(entry) < MOST));
}

/** Those over which the row sums up to nought, made out of all of them. */
function without(basis: readonly Float64Array[], row: readonly number[]): Float64Array[] {
  const done: Float64Array[] = [];
  let left: Summed[] = [];
  for (const vector of basis) {
    const sum = row.reduce((total, at) => total + (vector[at] ?? 0), 0);
    if (sum === 0) done.push(vector);
    else left.push({ vector, sum, length: lengthOf(vector) });
  }
  while (left.length > 1) {
    const [least, ...others] = left.toSorted((a, b) => Math.abs(a.sum) - Math.abs(b.sum) || a.length - b.length);
    if (!least) break;
    left = [least];
    for (const { vector, sum } of others) {
      const times = Math.round(sum / least.sum);
      subtract(vector, least.vector, times);
      if (sum === times * least.sum) done.push(vector);
      else left.push({ vector, sum: sum - times * least.sum, length: lengthOf(vector) });
    }
  }
  return done;
}

interface Summed {
  readonly vector: Float64Array;
  readonly sum: number;
  readonly length: number;
}

const lengthOf = (vector: Float64Array): number => vector.reduce((sum, entry) => sum + Math.abs(entry), 0);

export function subtract(from: Float64Array, vector: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (vector[at] ?? 0);
}
