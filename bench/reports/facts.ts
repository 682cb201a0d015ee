import { instantOf } from '../../src/kernel/time/public.js';
import type { Random } from '../random.js';
import type { MadeDetention } from '../rows.js';

type Facts = Readonly<Record<string, string | number | null>>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the product would derive of a stay: most are known to the hour, some to a day or two, of some no end is told and of few no beginning. */
export function factsOf(random: Random, stay: MadeDetention, start: number, place: string | null): Facts {
  const chance = (of: number): number => Number(random.below(of) === 0);
  const [undated, vague, open] = [chance(60), chance(8), chance(7)];
  const [ring, held] = [60 * (1 + random.below(10)), 60 * random.below(96)];
  const end = start + (ring + held) * 60_000;
  const day = (at: number): string => instantOf(at).slice(0, 10);
  const hour = (at: number): number => Number(instantOf(at).slice(11, 13));
  const began = undated ? ['', '', -1, -1] : vague ? [day(start), day(start + DAY), -1, -1] : [day(start), day(start), hour(start), Math.min(23, hour(start) + chance(4))];
  const ended = undated || open ? ['', '', -1, -1] : [day(end), day(end), hour(end), hour(end)];
  const contained = chance(3);
  const known = !undated && !vague;
  const wait = known ? chance(5) : 0;
  return {
    ...{ detention_id: stay.id, zone: 'Asia/Almaty', place_id: place, facility_id: chance(3) ? null : place },
    ...{ start_first: began[0] ?? '', start_last: began[1] ?? '', start_hour_first: began[2] ?? -1, start_hour_last: began[3] ?? -1 },
    ...{ end_first: ended[0] ?? '', end_last: ended[1] ?? '', end_hour_first: ended[2] ?? -1, end_hour_last: ended[3] ?? -1 },
    ...{ held_min: known ? ring + held : null, held_max: known && !open ? ring + held + 60 * random.below(3) : null },
    ...{ unrecorded_min: known ? ring : null, unrecorded_max: known && !open ? ring + 30 : null },
    ...{ ring: contained, ring_min: contained ? ring : null, ring_max: contained ? ring + 30 * random.below(3) : null },
    ...{ lawyer_wait_min: wait ? 15 * random.below(40) : null, lawyer_wait_max: wait ? 600 + 15 * random.below(40) : null },
    ...{ protocol: 1 - chance(4), rights_explained: chance(4), charged: chance(4), before_judge: chance(6), relatives_told: chance(8), lawyer_requested: chance(3), lawyer_admitted: wait },
    ...{ lawyer_denied: chance(9), medical_requested: chance(15), medical_done: chance(20), medical_refused: chance(40), ill_treatment: chance(12), injury: chance(25), deprived: chance(20) },
  };
}

const rules = ['kz.adm.787.3h', 'kz.adm.787.24h', 'kz.adm.786.protocol', 'kz.adm.788.relatives', 'kz.adm.789.lawyer', 'kz.crim.131.48h'];
const states = ['exceeds', 'may_exceed', 'within', 'unknown'];

/** One text of a detention's clocks; those alike in everything share it. */
export const statesOf = (random: Random, { held_min: held }: Facts): string =>
  rules.map((rule, n) => `kz/2015.01 ${rule} ${held === null || held === undefined ? 'unknown' : (states[(Number(held) / 60 > 24 ? 0 : 2) + (n < 2 ? 0 : random.below(2))] ?? 'unknown')}`).sort().join('\n');
