import { HOME_TEAM } from '../../src/kernel/actor/public.js';
import { instantOf } from '../../src/kernel/time/public.js';
import { madePeople, type MadeDetention, type MadeIndividual } from '../rows.js';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Only the tables reports count from, filled with the rows of the performance programme and the facts the product would derive of them.
 * Nothing is sealed: figures never open anything.
 */
export function* madeRows(people: number): Generator<readonly [table: string, row: Row]> {
  for (const person of madePeople(people)) {
    yield ['individual', { ...base(person), reference: `I-${person.n}`, sex: person.sex, born_earliest: person.born, born_latest: person.born, region_code: person.region, roles: '["participant"]', minor: false }];
    for (const stay of person.detentions) yield* ofStay(person, stay);
  }
}

const base = ({ id, at }: Pick<MadeIndividual, 'id' | 'at'>): Row => ({
  ...{ id, version: 1, recorded_at: at, recorded_by: 'bench', changed_at: at, changed_by: 'bench', subject: id, sealed: '', team_id: HOME_TEAM },
});

function* ofStay(person: MadeIndividual, stay: MadeDetention): Generator<readonly [string, Row]> {
  const from = instantOf(stay.start);
  const own = base({ id: stay.id, at: person.at });
  yield ['detention', { ...own, reference: `D-${stay.n}`, individual_id: person.id, kind: stay.kind, authority_kind: 'police', outcome: 'unknown', region_code: stay.region, counted_at_least: 1, counted_at_most: 1, start_earliest: from, start_latest: from }];
  yield ['detention_fact', factsOf(stay)];
  yield ['clock_states', { detention_id: stay.id, states: states[stay.n % states.length] ?? '' }];
  for (const [n, event] of stay.events.entries()) {
    const ruled = n === 2 && stay.n % 3 === 0;
    const said = { kind: ruled ? 'ruling_fine' : event.kind, article: ruled ? `KoAP ${480 + (stay.n % 12)}` : null, fine_amount: ruled ? 20 : null, fine_unit: ruled ? 'kz_mci' : null };
    yield ['detention_event', { ...base({ id: event.id, at: person.at }), detention_id: stay.id, account: 'observed', withdrawn: false, ...said }];
  }
}

function factsOf(stay: MadeDetention): Row {
  const end = stay.periods.at(-1)?.end ?? stay.start;
  const [from, to] = [instantOf(stay.start), instantOf(end)];
  const [held, ring] = [(end - stay.start) / 60_000, ((stay.periods[0]?.end ?? stay.start) - stay.start) / 60_000];
  const flag = (every: number): number => Number(stay.n % every === 0);
  const hour = (at: string): number => Number(at.slice(11, 13));
  return {
    ...{ detention_id: stay.id, zone: 'Asia/Almaty', start_first: from.slice(0, 10), start_last: from.slice(0, 10), start_hour_first: hour(from), start_hour_last: hour(from) },
    ...{ end_first: to.slice(0, 10), end_last: to.slice(0, 10), end_hour_first: hour(to), end_hour_last: hour(to), held_min: held, held_max: held + (stay.n % 3) * 60 },
    ...{ unrecorded_min: ring, unrecorded_max: ring, ring: 1, ring_min: ring, ring_max: ring + 30, lawyer_wait_min: flag(4) * 90 || null, lawyer_wait_max: flag(4) * 120 || null },
    ...{ protocol: flag(2), rights_explained: flag(3), charged: flag(5), before_judge: flag(7), relatives_told: flag(3), lawyer_requested: flag(2), lawyer_admitted: flag(4) },
    ...{ lawyer_denied: flag(9), medical_requested: flag(11), medical_done: flag(13), medical_refused: flag(17), ill_treatment: flag(19), injury: flag(23), deprived: flag(29) },
  };
}

const rules = ['kz.adm.787.3h', 'kz.adm.787.24h', 'kz.adm.786.protocol', 'kz.adm.788.relatives'];
const outcomes = ['exceeds', 'may_exceed', 'within', 'unknown'];

/** Detentions alike share the states of all their clocks. */
const states = Array.from({ length: 64 }, (_, n) => rules.map((rule, at) => `kz/2015.01 ${rule} ${outcomes[(n >> at) % outcomes.length]}`).sort().join('\n'));
