export type TypedFault =
  | 'time.unreadable'
  /** An hour without a day, or a day without a month, and nothing around it says which. */
  | 'time.needs_date'
  | 'time.impossible_date'
  | 'time.impossible_hour'
  | 'time.reversed'
  /** `01/10/2021`, `10.11` or midnight: two readings, and we do not choose. */
  | 'time.ambiguous'
  | 'time.weekday_mismatch'
  /** "About 10 January": say between which days. */
  | 'time.too_vague'
  | 'time.zone_unknown';

/** Thrown inside the reader only; readTyped gives it back as a value. */
export class Unreadable extends Error {
  constructor(readonly code: TypedFault) {
    super(code);
  }
}
