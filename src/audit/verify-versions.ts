import type { EntityManager } from 'typeorm';
import canonicalize from 'canonicalize';
import { OpenedCommitments, unseal, type SubjectVault } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { ErasureMention, readPart, RecordVersion, wholeFields } from '../kernel/record/public.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditOpening } from './audit-opening.entity.js';
import type { Leaf } from './leaf.js';

/**
 * `version`: a version has no entry, or an entry no version. `opening`: what opens an entry was changed or taken away.
 * `value`: a version says something else than its entry vouches for.
 */
export type VersionFault = 'version' | 'opening' | 'value';

export interface VersionState {
  /** Versions compared with their entry. */
  readonly versions: number;
  /** Number of the entry, or null when it is a version without one. */
  readonly entry: number | null;
  readonly fault: VersionFault | null;
}

interface Written {
  readonly seq: number;
  readonly leaf: Leaf;
  readonly key: string;
}

const PAGE = 500;
const keyOf = (kind: string, id: string | null, version: number | null): string => `${kind} ${id} ${version}`;

/**
 * Compares every version of every record with the entry of the log that was written with it: each has one, and says what
 * the entry vouches for. Of an erased subject nobody can tell the values any more; that the version is there is compared.
 */
export async function verifyVersions(manager: EntityManager, vault: SubjectVault, told: (done: number) => void = () => {}): Promise<VersionState> {
  let versions = 0;
  for (let after = -1; ; ) {
    const rows = await rowsOf(manager, AuditEntry, `WHERE r.seq > :after ORDER BY r.seq LIMIT ${PAGE}`, { after });
    const written = rows.flatMap(writtenBy);
    if (written.length > 0) {
      const fault = await faultIn(manager, vault, written);
      if (fault) return { versions, ...fault };
      versions += written.length;
    }
    const last = rows.at(-1);
    if (!last) break;
    told((after = last.seq));
  }
  const [{ kept }] = (await manager.query('SELECT COUNT(*) AS kept FROM record_version')) as [{ kept: number | string }];
  return { versions, entry: null, fault: Number(kept) > versions ? 'version' : null };
}

function writtenBy({ seq, leaf: text, act }: AuditEntry): Written[] {
  const [kind = '', verb] = act.split('.');
  if (verb !== 'recorded' && verb !== 'revised') return [];
  const leaf = JSON.parse(text) as Leaf;
  return leaf.ver?.[1] == null ? [] : [{ seq, leaf, key: keyOf(kind, leaf.id, leaf.ver[1]) }];
}

async function faultIn(manager: EntityManager, vault: SubjectVault, written: readonly Written[]): Promise<Omit<VersionState, 'versions'> | null> {
  const ids = [...new Set(written.map(({ leaf }) => leaf.id))];
  const kept = new Map((await rowsOf(manager, RecordVersion, 'WHERE r.record_id IN (:...ids)', { ids })).map((row) => [keyOf(row.kind, row.recordId, row.version), row]));
  const seqs = written.map(({ seq }) => seq);
  const openings = new Map((await rowsOf(manager, AuditOpening, 'WHERE r.seq IN (:...seqs)', { seqs })).map((row) => [row.seq, row]));
  const subjects = [...new Set([...kept.values()].map(({ subject }) => subject))];
  const keys = await vault.keysOf(manager, subjects);
  const struck = new Set((await rowsOf(manager, ErasureMention, 'WHERE r.record_id IN (:...ids)', { ids })).map((row) => keyOf(row.kind, row.recordId, row.version)));
  for (const { seq, leaf, key } of written) {
    const version = kept.get(key);
    // Where a name was struck out, neither the version nor what opens its entry says what it said.
    const isStruck = struck.has(key) || struck.has(keyOf(leaf.kind, leaf.id, leaf.ver?.[0] ?? null));
    const fault = version ? (isStruck ? null : valueFault(leaf, version, openings.get(seq), keys)) : 'version';
    if (fault) return { entry: seq, fault };
  }
  return null;
}

function valueFault(leaf: Leaf, version: RecordVersion, opening: AuditOpening | undefined, keys: ReadonlyMap<string, Buffer>): VersionFault | null {
  if (leaf.v === 1) return null; // nothing was vouched for yet
  const key = keys.get(version.subject);
  if (!key) return null;
  if (opening?.subject !== version.subject || opening.sealed === '') return 'opening';
  try {
    const opened = new OpenedCommitments(key, opening.sealed);
    if (canonicalize(opened.commitments) !== canonicalize(leaf.c)) return 'opening';
    const part = readPart(unseal(key, version.sealed, `${version.kind}:${version.recordId}`));
    const said = wholeFields(version.plain, part);
    const same = Object.entries(opened.values.after ?? {}).every(([field, value]) => canonicalize(value ?? null) === canonicalize(said[field] ?? null));
    return same && (opened.values.reason ?? null) === (part.because || null) ? null : 'value';
  } catch {
    return 'value';
  }
}
