import { codesOf, numbered, type Codes } from './codes.js';
import type { Dimension, Standing } from './dimension.js';
import type { Field, RecordSet } from './record-set.js';
import type { Scope } from './scope.js';

/** Where each record of a set stands in a dimension, as a place among the different standings. */
export interface Standings {
  readonly places: Int32Array;
  readonly all: readonly Standing[];
}

/** Several dimensions read the same fields. */
const known = new WeakMap<Field, Codes>();

function codesIn(field: Field): Codes {
  const codes = known.get(field) ?? numbered(field.values);
  known.set(field, codes);
  return codes;
}

/** Records that say the same in all fields the dimension reads are worked out once. */
export function standingsOf(set: RecordSet, dimension: Dimension, scope: Scope): Standings {
  const fields = dimension.reads(scope).map((name) => set.field(name));
  const { places, firsts } = codesOf(fields.map(codesIn), set.count);
  const standings = new Map<string, number>();
  const all: Standing[] = [];
  const placeOf = Int32Array.from(firsts, (first) => {
    const standing = dimension.stand(fields.map(({ values, text }) => text(values[first] ?? 0)), scope);
    const key = `${standing.sure.join('\n')}\t${standing.possible.join('\n')}`;
    const place = standings.get(key) ?? all.push(standing) - 1;
    standings.set(key, place);
    return place;
  });
  const here = new Int32Array(set.count);
  for (let record = 0; record < here.length; record += 1) here[record] = placeOf[places[record] ?? 0] ?? 0;
  return { places: here, all };
}
