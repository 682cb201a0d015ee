export { Erasure, ErasureMention, type Struck } from './erasure.entity.js';
export { erase, type Destroying, type ErasedBy } from './erase.js';
export { erasureRuleOf, erasureRules, OnErasure, type ErasureRule, type Fields } from './erasure-rule.js';
export { hangingOn, type Erasable, type HangingOn } from './hanging-on.js';
export { monthOnly } from './month-only.js';
export { once, OnceKey } from './once.js';
export {
  fieldClasses,
  fieldsOf,
  type Because,
  type Changes,
  type ErasedMark,
  type FieldClass,
  type Known,
  type NewRecord,
  type RecordKind,
} from './record-kind.js';
export { RecordRow } from './record-row.js';
export { RecordVersion } from './record-version.entity.js';
export { readPart, Records, wholeFields } from './records.js';
export { tokenFieldsOf, TokenOf, tokensFor } from './token-of.js';
export { nextReference, ReferenceCounter } from './reference-counter.js';
export { retoken, withTokens } from './retoken.js';
export { StaleRecord } from './stale-record.js';
export { Versions, type OpenVersion } from './versions.js';
