import { among, openToReader, openToReaderAtOnce } from './not-restricted.js';

/**
 * Who reaches a kind of record, as one SQL condition over its row. Lists and single records use the same condition,
 * so a record cannot be hidden from one and shown by the other. Parameters: :reachActor, :reachTeam, :reachNow.
 */
export interface ReachRule {
  readonly sql: (row: string) => string;
  /** The same rule in the words of a statement that reads most rows of its table. Left out: `sql` serves there too. */
  readonly whole?: (row: string) => string;
  /** Not about one person: accounts that otherwise reach only their own records reach it too. */
  readonly shared?: boolean;
}

/** Says that a kind of record is common ground, such as an incident people are taken in for. */
export const shared = (rule: ReachRule): ReachRule => ({ ...rule, shared: true });

/** A record a row is about, and the column that holds its id. */
type About = readonly [kind: string, column: string];

/** How it is asked whether a record lies in circles, is shared with the actor, or closed to them: row by row, or of a set that is made once. */
interface Way {
  readonly lies: (kind: string, id: string) => string;
  readonly memberOf: (kind: string, id: string) => string;
  readonly open: (individual: string) => string;
}

const member = 'cm.staff_id = :reachActor AND cm.ended_at IS NULL AND (cm.ends_at IS NULL OR cm.ends_at > :reachNow)';
const circles = 'circle_record cr JOIN circle_member cm ON cm.circle_id = cr.circle_id';

const rowByRow: Way = {
  lies: (kind, id) => `EXISTS (SELECT 1 FROM circle_record cr WHERE cr.kind = '${kind}' AND cr.record_id = ${id})`,
  memberOf: (kind, id) => `EXISTS (SELECT 1 FROM ${circles} WHERE cr.kind = '${kind}' AND cr.record_id = ${id} AND ${member})`,
  open: openToReader,
};

const atOnce: Way = {
  lies: (kind, id) => among(id, `SELECT cr.record_id FROM circle_record cr WHERE cr.kind = '${kind}'`),
  memberOf: (kind, id) => among(id, `SELECT cr.record_id FROM ${circles} WHERE cr.kind = '${kind}' AND ${member}`),
  open: openToReaderAtOnce,
};

/**
 * The rule of a row that is about one or more records, itself mostly the first. It belongs to the actor's own team, or one
 * of the records lies in a circle the actor is a member of: so a single case is shared with a partner. And of every record
 * that lies in circles the actor must be in one. A person whose data are restricted is out of reach until the actor opens the
 * record with a reason. An empty column asks nothing.
 */
export const about = (...records: readonly About[]): ReachRule => ({ sql: ruleOf(records, rowByRow), whole: ruleOf(records, atOnce) });

function ruleOf(records: readonly About[], { lies, memberOf, open }: Way): (row: string) => string {
  return (row) =>
    [
      `(${[`${row}.team_id = :reachTeam`, ...records.map(([kind, column]) => memberOf(kind, `${row}.${column}`))].join(' OR ')})`,
      ...records.map(([kind, column]) => `(NOT ${lies(kind, `${row}.${column}`)} OR ${memberOf(kind, `${row}.${column}`)})`),
      ...records.filter(([kind]) => kind === 'individual').map(([, column]) => open(`${row}.${column}`)),
    ].join(' AND ');
}

/** A child row, no wider than its parent row in `table`. */
export const childOf = (table: string, column: string, parent: ReachRule): ReachRule => ({
  sql: (row) => `EXISTS (SELECT 1 FROM ${table} p_${table} WHERE p_${table}.id = ${row}.${column} AND ${parent.sql(`p_${table}`)})`,
});

/** For what is no record about a person, such as a facility: common ground of all teams. */
export const everyone: ReachRule = { sql: () => '1 = 1', shared: true };
