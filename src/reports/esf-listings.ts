import { notRestricted, type Reach } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { SubjectName } from './subject.js';

export type EsfTable = 'event' | 'act' | 'person';

export interface Listing {
  /** Whose records of the scope are listed. */
  readonly subject: SubjectName;
  readonly kind: Parameters<Reach['condition']>[1];
  readonly from: string;
  /** Of the listed table among these. */
  readonly alias: string;
  readonly id: string;
  readonly columns: string;
  /** The column that names the person whose consent is asked; null: the list is about nobody. */
  readonly person: string | null;
  /** A record told of beside it, joined last: only within reach, which is not always that of the row. */
  readonly beside: { readonly kind: Listing['kind']; readonly alias: string; readonly sql: string } | null;
  /** What may lie under seal. */
  readonly sealable: readonly (readonly [kind: string, column: string])[];
}

/** What each table is read from. */
export const esfListings: Readonly<Record<EsfTable, Listing>> = {
  event: {
    ...{ subject: 'incident', kind: incidentKind, from: 'incident n', alias: 'n', id: 'n.id', person: null, beside: null },
    columns: 'n.reference AS reference, n.kind AS kind, n.region_code AS region, n.start_earliest AS a, n.start_latest AS b, n.start_zone AS zone, n.end_earliest AS c, n.end_latest AS d, n.end_zone AS end_zone',
    sealable: [['incident', 'n.id']],
  },
  act: {
    ...{ subject: 'stay', kind: detentionKind, from: 'detention d LEFT JOIN individual i ON i.id = d.individual_id', alias: 'd', id: 'd.id', person: 'd.individual_id' },
    beside: { kind: incidentKind, alias: 'n', sql: 'LEFT JOIN incident n ON n.id = d.incident_id' },
    columns: 'd.reference AS reference, i.reference AS victim, n.reference AS event, d.kind AS kind, d.outcome AS outcome, d.counted_at_least AS least, d.counted_at_most AS most',
    sealable: [['detention', 'd.id'], ['individual', 'd.individual_id']],
  },
  person: {
    ...{ subject: 'person', kind: individualKind, from: 'individual i', alias: 'i', id: 'i.id', person: 'i.id', beside: null },
    columns: 'i.reference AS reference, i.sex AS sex, i.born_earliest AS a, i.born_latest AS b, i.roles AS roles',
    sealable: [['individual', 'i.id']],
  },
};

/** Rows read at a time. */
export const LISTED = 500;

/** Nothing that lies in a circle under seal is put into a file, not even by a member of it. */
const notSealed = (kind: string, column: string): string =>
  `NOT EXISTS (SELECT 1 FROM circle_record zr JOIN circle z ON z.id = zr.circle_id WHERE zr.kind = '${kind}' AND zr.record_id = ${column} AND z.closed_to_all_since IS NOT NULL)`;

/**
 * The rows of these ids in their order, each with its person. A long file is read in many batches: each asks anew who reaches a row
 * and whether its person is restricted, for that may change while the file leaves.
 */
export function listingSql({ from, id, columns, person, beside, sealable }: Listing, reached: { readonly row: string; readonly beside: string }): string {
  const where = [`${id} IN (:...ids)`, `(${reached.row})`, ...(person ? [notRestricted(person)] : []), ...sealable.map(([kind, column]) => notSealed(kind, column))].join(' AND ');
  const joined = beside ? ` ${beside.sql} AND (${reached.beside})` : '';
  return `SELECT ${id} AS id, ${columns}, ${person ?? 'NULL'} AS person FROM ${from}${joined} WHERE ${where} ORDER BY ${id}`;
}
