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
  /** Small facts such as counts or codes; checked to be strings, whole numbers or booleans. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly allowed?: boolean;
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
