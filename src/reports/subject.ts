import type { Dimension } from './dimension.js';
import type { Measure } from './measure.js';
import type { Scope } from './scope.js';

export const subjectNames = ['stay', 'person', 'ruling', 'clock', 'incident', 'task', 'case'] as const;
export type SubjectName = (typeof subjectNames)[number];

/** The actor's reach over the tables a subject reads, by their alias; made by who runs the report. */
export interface Reaching extends Readonly<Record<'detention' | 'incident' | 'individual' | 'task' | 'case', (alias: string) => string>> {
  /** The tables of detentions as `d`, of their events as `e` and of individuals as `i`, read by the index that holds what figures need of them. */
  readonly detentions: string;
  readonly events: string;
  readonly individuals: string;
}

/** One group of like records as the database answers it. */
export interface Group {
  /** Keys the subject itself groups by. */
  readonly keys: readonly string[];
  /** Keys of each dimension asked for. */
  readonly of: readonly (readonly string[])[];
  /** Every key as the database gave it, by which the records are found again. */
  readonly raw: readonly string[];
  /** Surely in the scope. */
  readonly sure: boolean;
  readonly records: number;
  readonly figures: readonly { readonly least: number; readonly most: number | null; readonly known: number }[];
}

/** A kind of thing that reports count. */
export interface Subject {
  readonly name: SubjectName;
  /** FROM and the joins, as far as these texts of SQL need them; without any: all of them. */
  readonly from: (reach: Reaching, scope: Scope, asked?: readonly string[]) => string;
  readonly where: (reach: Reaching, scope: Scope) => readonly string[];
  /** A condition that holds where a row surely lies in the scope. */
  readonly sure: (scope: Scope) => string;
  /** The column by which a record is found again, and the kind of record it then is. */
  readonly record: { readonly column: string; readonly kind: 'detention' | 'individual' | 'incident' | 'follow-up' | 'case' };
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  /** Keys every query of the subject groups by; dimensions without keys of their own stand by these. */
  readonly always?: readonly string[];
  /** Makes one group into several, or none, by those keys. */
  readonly explode?: (group: Group, scope: Scope) => readonly Group[];
  /** Days in the scope narrow it; the others are as of now. */
  readonly dated: boolean;
}
