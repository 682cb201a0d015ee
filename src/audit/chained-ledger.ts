import type { EntityManager } from 'typeorm';
import { Ledger, putRows, run, type Dialect, type LedgerEntry } from '../kernel/db/public.js';
import { isAct } from './acts.js';
import { AuditEntry } from './audit-entry.entity.js';
import { hashOf, leafOf } from './leaf.js';

/** Appends entries to the chain. The head is read in the same transaction, never remembered: two processes would fork it. */
export class ChainedLedger extends Ledger {
  constructor(private readonly dialect: Dialect) {
    super();
  }

  async append(manager: EntityManager, entries: readonly LedgerEntry[]): Promise<void> {
    const unknown = entries.find((entry) => !isAct(entry.act));
    if (unknown) throw new Error(`the act "${unknown.act}" is not in the registry (src/audit/acts.ts)`);
    const [head] = (await manager.query(`SELECT size, last FROM audit_head WHERE id = 1${this.dialect.lockRow}`)) as Head[];
    if (!head) throw new Error('the audit head is missing');
    let { size, last } = head;
    const rows = entries.map((entry) => {
      const leaf = leafOf(entry, size, last);
      const row = rowOf(entry, size, leaf);
      size += 1;
      last = row.hash;
      return row;
    });
    await putRows(manager, AuditEntry, rows);
    await run(manager, 'UPDATE audit_head SET size = :size, last = :last WHERE id = 1', { size, last });
  }
}

interface Head {
  size: number;
  last: string | null;
}

function rowOf(entry: LedgerEntry, seq: number, leaf: string): AuditEntry {
  return {
    seq,
    leaf,
    hash: hashOf(leaf),
    at: entry.at,
    actorId: entry.actor.id,
    act: entry.act,
    kind: entry.kind,
    recordId: entry.recordId,
    allowed: entry.allowed === false ? 0 : 1,
  };
}
