import { instantOf, type Instant } from '../src/kernel/time/public.js';
import { inventedName, inventedNote } from './people.js';
import { Random } from './random.js';

export interface MadeIndividual {
  readonly id: string;
  readonly n: number;
  readonly name: string;
  readonly sex: string;
  readonly born: number;
  readonly region: string;
  readonly note: string;
  readonly at: Instant;
  readonly detentions: readonly MadeDetention[];
}

export interface MadeDetention {
  readonly id: string;
  readonly n: number;
  readonly kind: string;
  readonly region: string;
  readonly start: number;
  readonly ground: string;
  readonly periods: readonly { id: string; kind: string; account: string; start: number; end: number }[];
  readonly events: readonly { id: string; kind: string; at: number }[];
  readonly followUp: { id: string; due: number } | null;
}

const regions = ['KZ-75', 'KZ-71', 'KZ-79', 'KZ-35', 'KZ-27'];
const kinds = ['containment', 'administrative', 'criminal'];
const EPOCH = 1_610_000_000_000; // 7 January 2021
const HOUR = 3_600_000;

/** Ids in the order the rows are made, as the product's own would be. */
const idOf = (table: number, n: number): string =>
  `0176d${table.toString(16)}${(n >>> 16).toString(16).padStart(2, '0')}-${(n & 0xffff).toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The data set of a size, one person after the other: 1.5 detentions each, two periods, three events, some follow-ups. */
export function* madePeople(count: number, seed = 42): Generator<MadeIndividual> {
  const random = new Random(seed);
  let stays = 0;
  for (let n = 0; n < count; n += 1) {
    const region = random.of(regions);
    const howMany = n % 2 === 0 ? 1 : 2;
    const detentions = Array.from({ length: howMany }, () => madeDetention(random, stays++, region));
    yield {
      id: idOf(1, n),
      n,
      name: inventedName(random),
      sex: random.of(['female', 'male']),
      born: 1950 + random.below(58),
      region,
      note: inventedNote(random),
      at: instantOf(EPOCH + n * 1000),
      detentions,
    };
  }
}

function madeDetention(random: Random, n: number, region: string): MadeDetention {
  const start = EPOCH + random.below(1800 * 24) * HOUR;
  const ring = start + (3 + random.below(7)) * HOUR;
  const end = ring + random.below(72) * HOUR;
  return {
    id: idOf(2, n),
    n,
    kind: random.of(kinds),
    region,
    start,
    ground: inventedNote(random),
    periods: [
      { id: idOf(3, n * 2), kind: 'street_containment', account: 'observed', start, end: ring },
      { id: idOf(3, n * 2 + 1), kind: 'police_station', account: 'official', start: ring, end },
    ],
    events: [
      { id: idOf(4, n * 3), kind: 'contained', at: start },
      { id: idOf(4, n * 3 + 1), kind: 'detention_protocol_drawn', at: ring },
      { id: idOf(4, n * 3 + 2), kind: 'released_no_charge', at: end },
    ],
    followUp: n % 4 === 0 ? { id: idOf(5, n), due: end + 10 * 24 * HOUR } : null,
  };
}
