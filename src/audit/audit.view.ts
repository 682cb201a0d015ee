import type { AuditEntry } from './audit-entry.entity.js';
import type { Leaf } from './leaf.js';

/** One line of the log. It names no one: ids and codes only. */
export class AuditEntryView {
  seq!: number;
  at!: string;
  actorId!: string;
  role!: string;
  act!: string;
  kind!: string;
  recordId!: string | null;
  /** Versions before and after a change. */
  versions!: readonly [number | null, number | null] | null;
  /** The fields a change was about, without their values. */
  fields!: readonly string[];
  facts!: Readonly<Record<string, string | number | boolean | null>>;
  allowed!: boolean;
  /** Digest of the session, to tell two browsers of one person apart. */
  session!: string | null;
  request!: string | null;
  hash!: string;
}

/** The end of the chain, and what came of it when it was last verified. */
export class AuditStateView {
  entries!: number;
  lastHash!: string | null;
  verified!: { at: string; actorId: string; entries: number; fault: string | null; firstFault: number | null } | null;
}

export function auditEntryView(row: AuditEntry): AuditEntryView {
  const leaf = JSON.parse(row.leaf) as Leaf;
  const { seq, at, actorId, act, kind, recordId, hash } = row;
  const { role, ver, fields, facts, sess, req } = leaf;
  return { seq, at, actorId, role, act, kind, recordId, versions: ver, fields, facts, allowed: row.allowed === 1, session: sess, request: req, hash };
}
