import type { EntityManager } from 'typeorm';
import { unseal, type SubjectVault } from '../crypto/public.js';
import type { Instant } from '../time/public.js';
import type { RecordKind } from './record-kind.js';
import { RecordVersion } from './record-version.entity.js';
import { readPart } from './records.js';

/** One version with its private part opened; what of it a reader sees is the view's decision. */
export interface OpenVersion {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly sourceId: string | null;
  readonly because: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
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
    const keys = await this.vault.keysOf(manager, [...new Set(rows.map((row) => row.subject))]);
    return rows.map((row) => {
      const key = keys.get(row.subject);
      const part = key ? readPart(unseal(key, row.sealed, `${kind.name}:${recordId}`)) : { fields: {}, because: null };
      return {
        version: row.version,
        recordedAt: row.recordedAt,
        recordedBy: row.recordedBy,
        sourceId: row.sourceId,
        because: part.because,
        fields: { ...(JSON.parse(row.plain) as Record<string, unknown>), ...part.fields },
      };
    });
  }

  async at(manager: EntityManager, kind: RecordKind, recordId: string, version: number): Promise<OpenVersion | null> {
    return (await this.of(manager, kind, recordId)).find((one) => one.version === version) ?? null;
  }
}
