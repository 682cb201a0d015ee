import type { Dimension } from './dimension.js';
import type { Extra, Measure } from './measure.js';
import type { Chosen, RecordSet } from './record-set.js';
import type { Scope } from './scope.js';

export const subjectNames = ['stay', 'person', 'ruling', 'clock', 'incident', 'task', 'case'] as const;
export type SubjectName = (typeof subjectNames)[number];

/** What is read for subjects; several may be counted from the same. */
export type Source = 'stay' | 'incident' | 'task' | 'case';

/** What was read of a source, within the reader's reach. */
export interface Base {
  readonly set: RecordSet;
  /** Of stays: their rulings and charges, to which `first_ruling` and `ruling_count` of a stay lead. */
  readonly rulings: RecordSet;
}

/** A kind of thing that reports count. */
export interface Subject {
  readonly name: SubjectName;
  readonly source: Source;
  /** The subject's own records in the scope, and which of them surely lie in it. @param reads all fields that are looked at afterwards */
  readonly choose: (base: Base, scope: Scope, reads: ReadonlySet<string>) => Chosen;
  readonly needs?: Extra;
  /** What is behind a record when it is looked for: a field of its set holds the id. */
  readonly record: 'detention' | 'individual' | 'incident' | 'follow-up' | 'case';
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  /** Days in the scope narrow it; the others are as of now. */
  readonly dated: boolean;
}
