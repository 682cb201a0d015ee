import type { Dimension } from './dimension.js';
import type { Amounts, Measure } from './measure.js';
import { sureOf, valuesAt, type Chosen, type RecordSet } from './record-set.js';
import type { Scope } from './scope.js';
import { codesOf, numbered, type Codes } from './codes.js';
import { standingsOf, type Standings } from './standings.js';
import type { Subject } from './subject.js';

export interface Question {
  readonly subject: Subject;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
}

/** Groups of records that stand alike in every dimension asked for; each group is a place in all of these. */
export interface Groups {
  readonly count: number;
  /** Where they stand in each dimension. */
  readonly standings: readonly Standings[];
  /** 1: surely in the scope. */
  readonly sure: Uint8Array;
  readonly records: Int32Array;
  /** For each measure; a most of Infinity has no upper end. */
  readonly figures: readonly Readonly<Record<'least' | 'most' | 'known', Float64Array>>[];
}

/** Standings and amounts of one set of records, each made once for all tables that ask for it. */
export class Worked {
  private readonly standings = new Map<Dimension, Standings>();
  private readonly amounts = new Map<Measure, Amounts>();
  /** Without days every record surely lies in the scope, and nothing is told apart by that. */
  readonly sure: Codes;

  constructor(
    readonly chosen: Chosen,
    private readonly scope: Scope,
  ) {
    this.sure = numbered(Int32Array.from(chosen.sure));
  }

  get set(): RecordSet {
    return this.chosen.set;
  }

  standingsIn(dimension: Dimension): Standings {
    const known = this.standings.get(dimension) ?? standingsOf(this.set, dimension, this.scope);
    this.standings.set(dimension, known);
    return known;
  }

  amountsOf(measure: Measure): Amounts {
    const known = this.amounts.get(measure) ?? measure.of(this.set);
    this.amounts.set(measure, known);
    return known;
  }
}

/** The groups of one table. */
export function groupsOf(worked: Worked, { dimensions, measures }: Question): Groups {
  const { sure, times = null } = worked.chosen;
  const standings = dimensions.map((dimension) => worked.standingsIn(dimension));
  const { places, firsts } = codesOf([...standings.map(({ places: at, all }) => ({ codes: at, number: all.length })), worked.sure], worked.set.count);
  const records = new Int32Array(firsts.length);
  for (let record = 0; record < places.length; record += 1) records[places[record] ?? 0] = (records[places[record] ?? 0] ?? 0) + (times ? (times[record] ?? 0) : 1);
  return {
    count: firsts.length,
    standings: standings.map(({ places: at, all }) => ({ places: valuesAt(at, firsts), all })),
    ...{ sure: sureOf(sure, firsts), records },
    figures: measures.map((measure) => summed(worked.amountsOf(measure), times, places, firsts.length)),
  };
}

function summed({ least, most, known, when }: Amounts, times: Int32Array | null, places: ArrayLike<number>, groups: number): Record<'least' | 'most' | 'known', Float64Array> {
  const sums = { least: new Float64Array(groups), most: new Float64Array(groups), known: new Float64Array(groups) };
  for (let record = 0; record < places.length; record += 1) {
    const place = places[record] ?? 0;
    const n = times ? (times[record] ?? 0) : 1;
    sums.known[place] = (sums.known[place] ?? 0) + (known[record] ?? 0) * n;
    if (when && when[record] !== 1) continue;
    sums.least[place] = (sums.least[place] ?? 0) + (least[record] ?? 0) * n;
    sums.most[place] = (sums.most[place] ?? 0) + (most[record] ?? 0) * n;
  }
  return sums;
}
