import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Work } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import type { ConsentScope } from './consent-scopes.js';
import { disclosureKind } from './disclosure.kind.js';

/** What left the house, in one file, about whom. */
export interface Left {
  readonly individualIds: readonly string[];
  /** Sources whose account goes along. */
  readonly sourceIds?: readonly string[];
  readonly recordKind: 'detention' | 'incident' | 'case' | 'submission' | 'report' | 'publication';
  readonly recordId: string | null;
  readonly scope: ConsentScope;
  readonly way: 'export' | 'submission' | 'publication' | 'share';
  readonly purpose?: string | null;
  readonly format?: string | null;
  readonly recipient?: string | null;
  /** The file itself, of which the digest is kept; null where nothing was made a file. */
  readonly file?: Buffer | string | null;
}

/** The register of where data went. Filled by whatever makes a file that leaves, in the transaction of its own log entry. */
@Injectable()
export class Disclosures {
  constructor(private readonly records: Records) {}

  /** Answers the ids of the rows, one for each person and source. */
  async record(work: Work, left: Left): Promise<string[]> {
    const fileHash = left.file === null || left.file === undefined ? null : createHash('sha256').update(left.file).digest('hex');
    const about = [
      ...distinct(left.individualIds).map((individualId) => ({ individualId, sourceId: null })),
      ...distinct(left.sourceIds ?? []).map((sourceId) => ({ individualId: null, sourceId })),
    ];
    const ids: string[] = [];
    for (const one of about) {
      const known = await this.records.create(work, disclosureKind, {
        ...one,
        ...{ recordKind: left.recordKind, recordId: left.recordId, scope: left.scope, way: left.way },
        ...{ purpose: left.purpose ?? null, format: left.format ?? null, leftAt: work.now, fileHash, recipient: left.recipient ?? null },
      });
      ids.push(known.id);
    }
    return ids;
  }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
