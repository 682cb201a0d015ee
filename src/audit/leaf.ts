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

/** Facts that are several codes with a space between them. Every other text is one code: nobody's words stand in the log in the clear. */
const severalCodes: ReadonlySet<string> = new Set(['ids', 'given', 'taken', 'scopes', 'permissions']);

/**
 * The text that is hashed for an entry: canonical JSON (RFC 8785), so that the same facts always give the same bytes.
 * @throws when an entry holds what no entry may hold; then its whole unit of work fails.
 */
export function leafOf(entry: LedgerEntry, log: string, seq: number, prev: string | null): string {
  const facts = entry.facts ?? {};
  const odd = Object.entries(facts).find(([name, fact]) => !isFact(name, fact));
  if (odd) throw new Error(`the fact "${odd[0]}" of ${entry.act} is no code, whole number or boolean`);
  if (!(entry.fields ?? []).every(isCode)) throw new Error(`a field of ${entry.act} has no name of a field`);
  const leaf: LeafV2 = {
    ...{ v: 2, log, seq, prev, t: entry.at, actor: entry.actor.id, role: entry.actor.role, sess: entry.actor.session },
    ...{ act: entry.act, kind: entry.kind, id: entry.recordId, ver: entry.versions ?? null, fields: entry.fields ?? [], facts },
    ...{ ok: entry.allowed ?? true, req: entry.actor.request?.id ?? null, c: entry.commitments ?? {} },
  };
  const text = canonicalize(leaf) ?? '';
  if (Buffer.byteLength(text) > MOST) throw new Error(`an entry of ${entry.act} is longer than ${MOST} bytes`);
  return text;
}

const isFact = (name: string, fact: unknown): fact is Fact =>
  typeof fact === 'string' ? (severalCodes.has(name) ? fact.split(' ') : [fact]).every(isCode) : fact === null || typeof fact === 'boolean' || Number.isSafeInteger(fact);

/** Codes, ids, moments, digests and public keys: ASCII without a blank. Words of people have blanks, or letters of their own. */
const isCode = (text: string): boolean => /^[!-~]{0,256}$/.test(text);
