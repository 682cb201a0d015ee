import type { EntityManager } from 'typeorm';
import { unseal, type SubjectVault } from '../crypto/public.js';
import type { Instant } from '../time/public.js';
import { rowsOf } from '../db/public.js';
import { erasedMarks } from './erased-marks.js';
import type { ErasedMark, Known, RecordKind } from './record-kind.js';
import type { RecordRow } from './record-row.js';
import { RecordVersion } from './record-version.entity.js';
import { emptyPart, readPart, wholeFields } from './records.js';

/** One version with its private part opened; what of it a reader sees is the view's decision. */
export interface OpenVersion {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly sourceId: string | null;
  readonly because: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A later version of the same record, recorded by the same moment. */
const NEWER = `SELECT 1 FROM record_version n WHERE n.kind = r.kind AND n.record_id = r.record_id AND n.version > r.version AND n.recorded_at <= :moment`;

/** All fields of a version with the private ones opened; of an erased subject they are null, and so is the reason, and `erased` says so. */
function openFields(kind: RecordKind, row: RecordVersion, key: Buffer | null, erased?: ErasedMark): Pick<OpenVersion, 'because' | 'fields'> {
  const part = key ? readPart(unseal(key, row.sealed, `${kind.name}:${row.recordId}`)) : null;
  return { because: part?.because ?? null, fields: { ...emptyPart(kind), ...wholeFields(row.plain, part), ...(erased ? { erased } : {}) } };
}

/** Reads the kept versions of records. */
export class Versions {
  constructor(private readonly vault: SubjectVault) {}

  /** All versions of one record, oldest first. `until` leaves out what was recorded later (as known at). */
  async of(manager: EntityManager, kind: RecordKind, recordId: string, until?: Instant): Promise<OpenVersion[]> {
    const query = manager
      .createQueryBuilder(RecordVersion, 'v')
      .where('v.kind = :kind AND v.recordId = :recordId', { kind: kind.name, recordId })
      .orderBy('v.version', 'ASC');
    if (until) query.andWhere('v.recordedAt <= :until', { until });
    const rows = await query.getMany();
    const subjects = [...new Set(rows.map((row) => row.subject))];
    const keys = await this.vault.keysOf(manager, subjects);
    const marks = await erasedMarks(manager, subjects, keys);
    return rows.map((row) => {
      const { version, recordedAt, recordedBy, sourceId } = row;
      return { version, recordedAt, recordedBy, sourceId, ...openFields(kind, row, keys.get(row.subject) ?? null, marks.get(row.subject)) };
    });
  }

  /**
   * The records as they were known at a past moment: of each the newest version recorded by then, its private part opened.
   * Records that nobody had recorded yet are left out; derived columns stand as they are now, since no version keeps them.
   */
  async asKnownAt<Row extends RecordRow, Private extends object>(
    manager: EntityManager,
    kind: RecordKind<Row, Private>,
    rows: readonly Omit<Row, 'sealed'>[],
    moment: Instant,
  ): Promise<Known<Row, Private>[]> {
    const ids = rows.filter((row) => row.recordedAt <= moment).map((row) => row.id);
    if (ids.length === 0) return [];
    const kept = await rowsOf(manager, RecordVersion, `WHERE r.kind = :kind AND r.record_id IN (:...ids) AND r.recorded_at <= :moment AND NOT EXISTS (${NEWER})`, {
      ...{ kind: kind.name, ids, moment },
    });
    const subjects = [...new Set(kept.map((one) => one.subject))];
    const keys = await this.vault.keysOf(manager, subjects);
    const marks = await erasedMarks(manager, subjects, keys);
    const newest = new Map(kept.map((one) => [one.recordId, one]));
    return rows.flatMap((row) => {
      const one = newest.get(row.id);
      if (!one) return [];
      const fields = openFields(kind, one, keys.get(one.subject) ?? null, marks.get(one.subject)).fields;
      return [{ ...row, ...fields, version: one.version, changedAt: one.recordedAt, changedBy: one.recordedBy } as unknown as Known<Row, Private>];
    });
  }

  /** The fields of every version of these records but the newest, by record, newest first. Of erased subjects they are null. */
  async before(manager: EntityManager, kind: RecordKind, records: readonly Pick<RecordRow, 'id' | 'version'>[]): Promise<ReadonlyMap<string, OpenVersion['fields'][]>> {
    const before = new Map<string, OpenVersion['fields'][]>(records.map(({ id }) => [id, []]));
    if (records.length === 0) return before;
    const newest = new Map(records.map(({ id, version }) => [id, version]));
    const kept = await rowsOf(manager, RecordVersion, 'WHERE r.kind = :kind AND r.record_id IN (:...ids) ORDER BY r.version DESC', { kind: kind.name, ids: [...newest.keys()] });
    const keys = await this.vault.keysOf(manager, [...new Set(kept.map(({ subject }) => subject))]);
    for (const row of kept) if (row.version < (newest.get(row.recordId) ?? 0)) before.get(row.recordId)?.push(openFields(kind, row, keys.get(row.subject) ?? null).fields);
    return before;
  }

  async at(manager: EntityManager, kind: RecordKind, recordId: string, version: number): Promise<OpenVersion | null> {
    return (await this.of(manager, kind, recordId)).find((one) => one.version === version) ?? null;
  }
}
