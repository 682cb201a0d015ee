/**
 * Who reaches a kind of record, as one SQL condition over its row. Lists and single records use the same condition,
 * so a record cannot be hidden from one and shown by the other. Parameters: :reachActor, :reachNow.
 */
export interface ReachRule {
  readonly sql: (row: string) => string;
  /** Not about one person: accounts that otherwise reach only their own records reach it too. */
  readonly shared?: boolean;
}

/** Says that a kind of record is common ground, such as an incident people are taken in for. */
export const shared = (rule: ReachRule): ReachRule => ({ ...rule, shared: true });

const inCircle = (kind: string, id: string): string =>
  `(NOT EXISTS (SELECT 1 FROM circle_record cr WHERE cr.kind = '${kind}' AND cr.record_id = ${id})` +
  ` OR EXISTS (SELECT 1 FROM circle_record cr JOIN circle_member cm ON cm.circle_id = cr.circle_id` +
  ` WHERE cr.kind = '${kind}' AND cr.record_id = ${id} AND cm.staff_id = :reachActor AND cm.ended_at IS NULL AND (cm.ends_at IS NULL OR cm.ends_at > :reachNow)))`;

/** Open to all with the permission until the record joins a circle; from then on to that circle's members. */
export const withCircle = (kind: string, column = 'id'): ReachRule => ({
  sql: (row) => inCircle(kind, `${row}.${column}`),
});

/** Reached through another record: no wider than that one. Nothing to ask where the column is empty. */
export const through = (kind: string, column: string): ReachRule => ({
  sql: (row) => `(${row}.${column} IS NULL OR ${inCircle(kind, `${row}.${column}`)})`,
});

/** A child row, no wider than its parent row in `table`. */
export const childOf = (table: string, column: string, parent: ReachRule): ReachRule => ({
  sql: (row) => `EXISTS (SELECT 1 FROM ${table} p_${table} WHERE p_${table}.id = ${row}.${column} AND ${parent.sql(`p_${table}`)})`,
});

export const allOf = (...rules: readonly ReachRule[]): ReachRule => ({
  sql: (row) => rules.map((rule) => rule.sql(row)).join(' AND '),
});

/** For what is no record about a person, such as a facility. */
export const everyone: ReachRule = { sql: () => '1 = 1', shared: true };
