import type { Row } from './fill.js';
import type { factsOf } from './facts.js';

const days = ['start_first', 'start_last', 'end_first', 'end_last'] as const;
const numbers = [
  ...['start_hour_first', 'start_hour_last', 'end_hour_first', 'end_hour_last', 'held_min', 'held_max', 'unrecorded_min', 'unrecorded_max'],
  ...['ring_min', 'ring_max', 'lawyer_wait_min', 'lawyer_wait_max'],
] as const;
const flags = ['ring', 'protocol', 'rights_explained', 'charged', 'before_judge', 'relatives_told', 'lawyer_requested', 'lawyer_admitted', 'lawyer_denied', 'medical_requested', 'medical_done', 'medical_refused', 'ill_treatment', 'injury', 'deprived'] as const;

const column = (name: string, form: string): string => `${name} ${form}`;

/** The table one would make for plain aggregates by hand: each fact in a column of its own. Only the bench has it. */
export const PLAIN_TABLE = `CREATE TABLE plain_fact (detention_id varchar(36) PRIMARY KEY, place_id varchar(36), facility_id varchar(36), states text, ${[
  ...days.map((name) => column(name, 'varchar(10)')),
  ...numbers.map((name) => column(name, 'integer')),
  ...flags.map((name) => column(name, 'integer')),
].join(', ')})`;

export function plainFact(id: string, facts: ReturnType<typeof factsOf>): Row {
  const own = facts as unknown as Readonly<Record<string, string | number | null>>;
  const said = Object.fromEntries([...days, ...numbers].map((name) => [name, own[name] ?? null]));
  return { detention_id: id, place_id: facts.place, facility_id: facts.facility, states: facts.clocks, ...said, ...Object.fromEntries(flags.map((flag) => [flag, Number(facts.flags.includes(flag as never))])) };
}
