import { instantOf } from '../../src/kernel/time/public.js';
import type { Random } from '../random.js';
import type { StayFacts } from '../../src/reports/public.js';

type Derived = Omit<StayFacts, 'region' | 'kind' | 'authority' | 'outcome' | 'incident_of' | 'counted_least' | 'counted_most' | 'sex' | 'roles' | 'born_earliest' | 'born_latest' | 'minor'>;

const DAY = 24 * 3_600_000;

/** What the product would derive of a stay: most are known to the hour, some to a day or two, of some no end is told and of few no beginning. */
export function factsOf(random: Random, start: number, place: string | null, complained: boolean): Derived {
  const chance = (of: number): boolean => random.below(of) === 0;
  const [undated, vague, open] = [chance(60), chance(8), chance(7)];
  const [ring, held] = [60 * (1 + random.below(10)), 60 * random.below(96)];
  const end = start + (ring + held) * 60_000;
  const day = (at: number): string => instantOf(at).slice(0, 10);
  const hour = (at: number): number => Number(instantOf(at).slice(11, 13));
  const [first, last] = undated ? ['', ''] : [day(start), day(vague ? start + DAY : start)];
  const dated = !undated && !vague;
  const ended = !undated && !open;
  const contained = chance(3);
  const waited = dated && chance(5);
  const held_min = dated ? ring + held : null;
  const said = { protocol: !chance(4), rights_explained: chance(4), charged: chance(4), before_judge: chance(6), relatives_told: chance(8), lawyer_requested: chance(3), lawyer_admitted: waited, lawyer_denied: chance(9) };
  const told = { ring: contained, ...said, medical_requested: chance(15), medical_done: chance(20), medical_refused: chance(40), ill_treatment: chance(12), injury: chance(25), deprived: chance(20), complained };
  return {
    ...{ place, facility: chance(3) ? null : place, start_first: first ?? '', start_last: last ?? '' },
    ...{ start_hour_first: dated ? hour(start) : null, start_hour_last: dated ? Math.min(23, hour(start) + Number(chance(4))) : null },
    ...{ end_first: ended ? day(end) : '', end_last: ended ? day(end) : '', end_hour_first: ended ? hour(end) : null, end_hour_last: ended ? hour(end) : null },
    ...{ held_min, held_max: dated && !open ? ring + held + 60 * random.below(3) : null, unrecorded_min: dated ? ring : null, unrecorded_max: dated && !open ? ring + 30 : null },
    ...{ ring_min: contained ? ring : null, ring_max: contained ? ring + 30 * random.below(3) : null },
    ...{ lawyer_wait_min: waited ? 15 * random.below(40) : null, lawyer_wait_max: waited ? 600 + 15 * random.below(40) : null },
    flags: (Object.keys(told) as (keyof typeof told)[]).filter((name) => told[name]),
    clocks: statesOf(random, held_min),
  };
}

const rules = ['kz.adm.787.3h', 'kz.adm.787.24h', 'kz.adm.786.protocol', 'kz.adm.788.relatives', 'kz.adm.789.lawyer', 'kz.crim.131.48h'];
const states = ['exceeds', 'may_exceed', 'within', 'unknown'];

/** One text of a detention's clocks; those alike in everything share it. */
const statesOf = (random: Random, held: number | null): string =>
  rules.map((rule, n) => `kz/2015.01 ${rule} ${held === null ? 'unknown' : (states[(held / 60 > 24 ? 0 : 2) + (n < 2 ? 0 : random.below(2))] ?? 'unknown')}`).sort().join('\n');
