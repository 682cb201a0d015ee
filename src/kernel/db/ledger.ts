import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor/public.js';
import type { Instant } from '../time/public.js';

/** What happened, for the audit log. Names no one: ids, codes and field names only. */
export interface LedgerNote {
  /** Of the closed registry in src/audit/acts.ts, e.g. `individual.recorded`. */
  readonly act: string;
  readonly kind: string;
  readonly recordId: string | null;
  /** Versions before and after; null where there was none. */
  readonly versions?: readonly [number | null, number | null];
  readonly fields?: readonly string[];
  /** Small facts such as counts or codes: strings, whole numbers or booleans, or the entry is refused. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly allowed?: boolean;
  /** Salted digests of what may not stand in the log: values before and after, a reason (kernel/crypto, commitments). */
  readonly commitments?: Readonly<Record<string, string>>;
  /** What opens them, sealed under the key of that subject. */
  readonly opening?: { readonly subject: string; readonly sealed: string };
}

export interface LedgerEntry extends LedgerNote {
  readonly actor: Actor;
  readonly at: Instant;
}

/** The audit log as the writing side sees it; src/audit keeps it. */
export abstract class Ledger {
  /** Appends inside the caller's transaction, as its last step before the commit. */
  abstract append(manager: EntityManager, entries: readonly LedgerEntry[]): Promise<void>;
}
