import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LedgerEntry } from '../kernel/db/public.js';

export interface Leaf {
  readonly v: 1;
  readonly seq: number;
  readonly prev: string | null;
  readonly t: string;
  readonly actor: string;
  readonly role: string;
  readonly sess: string | null;
  readonly act: string;
  readonly kind: string;
  readonly id: string | null;
  readonly ver: readonly [number | null, number | null] | null;
  readonly fields: readonly string[];
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly ok: boolean;
  readonly req: string | null;
}

/** The text that is hashed for an entry: canonical JSON (RFC 8785), so that the same facts always give the same bytes. */
export function leafOf(entry: LedgerEntry, seq: number, prev: string | null): string {
  const leaf: Leaf = {
    v: 1,
    seq,
    prev,
    t: entry.at,
    actor: entry.actor.id,
    role: entry.actor.role,
    sess: entry.actor.session,
    act: entry.act,
    kind: entry.kind,
    id: entry.recordId,
    ver: entry.versions ?? null,
    fields: entry.fields ?? [],
    facts: entry.facts ?? {},
    ok: entry.allowed ?? true,
    req: entry.actor.request?.id ?? null,
  };
  return canonicalize(leaf) ?? '';
}

/** Leaf hash of RFC 6962: the 0x00 keeps a leaf from ever passing for an inner node. */
export const hashOf = (leaf: string): string => createHash('sha256').update(Buffer.of(0)).update(leaf, 'utf8').digest('hex');
