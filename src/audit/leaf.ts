import canonicalize from 'canonicalize';
import type { LedgerEntry } from '../kernel/db/public.js';

export type Fact = string | number | boolean | null;

/** What every form of entry says. Those of the first form (`v` 1) stay as they were written; they begin the tree. */
export interface LeafBase {
  readonly seq: number;
  /** Hash of the entry before. */
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
  readonly facts: Readonly<Record<string, Fact>>;
  readonly ok: boolean;
  readonly req: string | null;
}

export interface LeafV2 extends LeafBase {
  readonly v: 2;
  /** Origin of the log. */
  readonly log: string;
  /** Commitments: salted digests of values that may not stand here. */
  readonly c: Readonly<Record<string, string>>;
}

export type Leaf = (LeafBase & { readonly v: 1 }) | LeafV2;

/** Bytes of one entry at most: an auditor reads them line by line. */
const MOST = 4096;

/**
 * The text that is hashed for an entry: canonical JSON (RFC 8785), so that the same facts always give the same bytes.
 * @throws when an entry holds what no entry may hold; then its whole unit of work fails.
 */
export function leafOf(entry: LedgerEntry, log: string, seq: number, prev: string | null): string {
  const facts = entry.facts ?? {};
  const odd = Object.entries(facts).find(([, fact]) => !isFact(fact));
  if (odd) throw new Error(`the fact "${odd[0]}" of ${entry.act} is no text, whole number or boolean`);
  const leaf: LeafV2 = {
    ...{ v: 2, log, seq, prev, t: entry.at, actor: entry.actor.id, role: entry.actor.role, sess: entry.actor.session },
    ...{ act: entry.act, kind: entry.kind, id: entry.recordId, ver: entry.versions ?? null, fields: entry.fields ?? [], facts },
    ...{ ok: entry.allowed ?? true, req: entry.actor.request?.id ?? null, c: entry.commitments ?? {} },
  };
  const text = canonicalize(leaf) ?? '';
  if (Buffer.byteLength(text) > MOST) throw new Error(`an entry of ${entry.act} is longer than ${MOST} bytes`);
  return text;
}

const isFact = (fact: unknown): fact is Fact => fact === null || typeof fact === 'string' || typeof fact === 'boolean' || Number.isSafeInteger(fact);
