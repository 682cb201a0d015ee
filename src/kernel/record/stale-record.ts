import type { RecordKind } from './record-kind.js';

/** Somebody saved a newer version since the editor opened the record. The door answers 412 with both versions. */
export class StaleRecord extends Error {
  constructor(
    readonly kind: RecordKind,
    readonly recordId: string,
    readonly expected: number,
    readonly current: number | null,
  ) {
    super('record.stale');
  }
}
