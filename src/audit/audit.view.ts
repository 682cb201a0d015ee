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
  /** Salted digests of what may not stand in the log: values before and after, a reason. */
  commitments!: Readonly<Record<string, string>>;
}

/** The end of the log, what of it is signed, and what came of it when it was last verified. */
export class AuditStateView {
  entries!: number;
  lastHash!: string | null;
  /** The newest checkpoint: everything before entry `size` is under its signature. */
  signed!: { size: number; at: string; reason: string } | null;
  verified!: { at: string; actorId: string; entries: number; fault: string | null; firstFault: number | null } | null;
}

export function auditEntryView(row: AuditEntry): AuditEntryView {
  const leaf = JSON.parse(row.leaf) as Leaf;
  const { seq, at, actorId, act, kind, recordId, hash } = row;
  const { role, ver, fields, facts, sess, req } = leaf;
  const more = { allowed: row.allowed === 1, session: sess, request: req, hash, commitments: leaf.v === 1 ? {} : leaf.c };
  return { seq, at, actorId, role, act, kind, recordId, versions: ver, fields, facts, ...more };
}
