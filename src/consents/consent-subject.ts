import type { ReachedKind, ReachRule } from '../access/public.js';
import { individualKind } from '../individuals/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';

/** Whom a consent is of. */
export type ConsentAbout = 'individual' | 'source';

export const consentAbouts: readonly ConsentAbout[] = ['individual', 'source'];

export const isAbout = (text: string): text is ConsentAbout => (consentAbouts as readonly string[]).includes(text);

export const kindsAbout: Readonly<Record<ConsentAbout, ReachedKind<RecordRow, object>>> = {
  individual: individualKind as unknown as ReachedKind<RecordRow, object>,
  source: sourceKind as unknown as ReachedKind<RecordRow, object>,
};

/** The column of a row that holds the id. */
export const columnAbout: Readonly<Record<ConsentAbout, 'individual_id' | 'source_id'>> = { individual: 'individual_id', source: 'source_id' };

const lies = (row: string, about: ConsentAbout): string =>
  `EXISTS (SELECT 1 FROM ${about} c_${about} WHERE c_${about}.id = ${row}.${columnAbout[about]} AND ${kindsAbout[about].reach.sql(`c_${about}`)})`;

/** What is said of somebody's consent is reached by who reaches them, no wider and no narrower. */
export const reachOfSubject: ReachRule = { sql: (row) => `(${lies(row, 'individual')} OR ${lies(row, 'source')})` };
