export { once, OnceKey } from './once.js';
export {
  fieldClasses,
  fieldsOf,
  type Because,
  type Changes,
  type FieldClass,
  type Known,
  type NewRecord,
  type RecordKind,
} from './record-kind.js';
export { RecordRow } from './record-row.js';
export { RecordVersion } from './record-version.entity.js';
export { Records } from './records.js';
export { nextReference, ReferenceCounter } from './reference-counter.js';
export { StaleRecord } from './stale-record.js';
export { Versions, type OpenVersion } from './versions.js';
