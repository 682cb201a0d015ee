import type { EntityManager } from 'typeorm';
import canonicalize from 'canonicalize';
import { unseal, type SubjectVault } from '../kernel/crypto/public.js';
import { counted, rowsOf } from '../kernel/db/public.js';
import { fieldsOf, readPart, RecordVersion, type RecordKind, type RecordRow } from '../kernel/record/public.js';

/**
 * `version`: a record has no version of the number it shows, or a newer one it does not show. `value`: it shows something else
 * than its newest version says. `row`: there are versions of a record that is not there any more, and nobody erased it.
 */
export type RowFault = 'version' | 'value' | 'row';

export interface RowState {
  /** Records compared with their newest version. */
  readonly rows: number;
  /** The kind and number of the first record that does not fit, or null. */
  readonly kind: string | null;
  readonly id: string | null;
  readonly fault: RowFault | null;
}

const PAGE = 500;

/**
 * Compares what every record shows now with its newest version, field by field of its kind: whoever edits the table people
 * read from, and not the versions the log vouches for, is found here. Opens a private part only where it is not the very
 * same text. Nobody may be writing meanwhile.
 */
export async function verifyRows(manager: EntityManager, vault: SubjectVault, kinds: readonly RecordKind[], told: (done: number) => void = () => {}): Promise<RowState> {
  let rows = 0;
  for (const kind of kinds) {
    for (let after = ''; ; ) {
      const page = await rowsOf(manager, kind.row, `WHERE r.id > :after ORDER BY r.id LIMIT ${PAGE}`, { after });
      const found = page.length > 0 ? await faultIn(manager, vault, kind, page) : null;
      if (found) return { rows, kind: kind.name, ...found };
      told((rows += page.length));
      after = page.at(-1)?.id ?? '';
      if (page.length < PAGE) break;
    }
    const lost = await lostOf(manager, kind);
    if (lost !== null) return { rows, kind: kind.name, id: lost, fault: 'row' };
  }
  return { rows, kind: null, id: null, fault: null };
}

async function faultIn(manager: EntityManager, vault: SubjectVault, kind: RecordKind, rows: readonly RecordRow[]): Promise<Pick<RowState, 'id' | 'fault'> | null> {
  const newer = 'SELECT 1 FROM record_version n WHERE n.kind = r.kind AND n.record_id = r.record_id AND n.version > r.version';
  const params = { kind: kind.name, ids: rows.map(({ id }) => id) };
  const versions = await rowsOf(manager, RecordVersion, `WHERE r.kind = :kind AND r.record_id IN (:...ids) AND NOT EXISTS (${newer})`, params);
  const newest = new Map(versions.map((one) => [one.recordId, one]));
  const keys = await vault.keysOf(manager, [...new Set(versions.map(({ subject }) => subject))]);
  for (const row of rows) {
    const version = newest.get(row.id);
    if (!version || version.version !== row.version) return { id: row.id, fault: 'version' };
    if (!isSame(kind, row, version, keys.get(version.subject) ?? null)) return { id: row.id, fault: 'value' };
  }
  return null;
}

function isSame(kind: RecordKind, row: RecordRow, version: RecordVersion, key: Buffer | null): boolean {
  if (row.subject !== version.subject || row.changedAt !== version.recordedAt || row.changedBy !== version.recordedBy) return false;
  // Of what was erased nothing is left to compare, and what its table keeps stands by that table's rule.
  if (version.sealed === '') return (row.sealed ?? '') === '' && key === null;
  const isOneText = row.sealed === version.sealed;
  try {
    const shown: Record<string, unknown> = { ...row, ...(isOneText ? {} : opened(kind, row.id, row.sealed, key)) };
    const said: Record<string, unknown> = { ...(JSON.parse(version.plain) as object), ...(isOneText ? {} : opened(kind, row.id, version.sealed, key)) };
    return Object.keys(fieldsOf(kind)).every((field) => textOf(shown[field]) === textOf(said[field]));
  } catch {
    return false;
  }
}

/** @throws when it cannot be opened */
function opened(kind: RecordKind, id: string, sealed: string | null, key: Buffer | null): Record<string, unknown> {
  if (!sealed || !key) throw new Error('a private part cannot be opened');
  return readPart(unseal(key, sealed, `${kind.name}:${id}`)).fields;
}

/** What is unknown stands as null in a table and may be left out in a version. */
const textOf = (value: unknown): string => canonicalize(withoutNulls(value ?? null)) ?? '';

function withoutNulls(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const left = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return left.length === 0 ? null : Object.fromEntries(left);
}

async function lostOf(manager: EntityManager, kind: RecordKind): Promise<string | null> {
  const { tableName } = manager.dataSource.getMetadata(kind.row);
  const gone = `v.kind = :kind AND v.version = 1 AND v.sealed <> '' AND NOT EXISTS (SELECT 1 FROM ${tableName} r WHERE r.id = v.record_id)`;
  const [lost] = await counted<{ id: string }>(manager, `SELECT v.record_id AS id FROM record_version v WHERE ${gone} LIMIT 1`, { kind: kind.name });
  return lost?.id ?? null;
}
