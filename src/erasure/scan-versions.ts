import type { EntityManager } from 'typeorm';
import { unseal, type SubjectVault } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { RecordVersion, type Struck } from '../kernel/record/public.js';
import type { Mention } from './mention-matcher.js';
import { textsIn } from './sealed-texts.js';

/** Where one version of one record speaks of somebody. */
export interface MentionIn {
  readonly kind: string;
  readonly recordId: string;
  readonly version: number;
  readonly spans: readonly (Struck & { readonly sure: boolean })[];
}

/** Versions opened in one go; what is held in memory at a time. */
const BATCH = 1000;

/**
 * Opens every version of every record, but those sealed under `own` keys, and looks for mentions. It walks the primary key,
 * so that it holds one batch at a time, and lets other requests in between.
 */
export async function scanVersions(manager: EntityManager, vault: SubjectVault, own: ReadonlySet<string>, find: (text: string) => Mention[]): Promise<MentionIn[]> {
  const found: MentionIn[] = [];
  const next = 'WHERE r.kind > :kind OR (r.kind = :kind AND (r.record_id > :id OR (r.record_id = :id AND r.version > :version)))';
  for (let after = { kind: '', id: '', version: 0 }; ; ) {
    const rows = await rowsOf(manager, RecordVersion, `${next} ORDER BY r.kind, r.record_id, r.version LIMIT ${BATCH}`, after);
    const keys = await vault.keysOf(manager, [...new Set(rows.map(({ subject }) => subject))]);
    for (const { kind, recordId, version, subject, sealed } of rows) {
      const key = keys.get(subject);
      if (!key || !sealed || own.has(subject)) continue;
      const part = JSON.parse(unseal(key, sealed, `${kind}:${recordId}`)) as object;
      const spans = textsIn(part).flatMap(({ path, text }) => find(text).map(({ from, to, sure }) => ({ path, from, to, sure })));
      if (spans.length > 0) found.push({ kind, recordId, version, spans });
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return found;
    after = { kind: last.kind, id: last.recordId, version: last.version };
    await new Promise((resolve) => setImmediate(resolve));
  }
}
