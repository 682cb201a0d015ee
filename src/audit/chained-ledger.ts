import type { EntityManager } from 'typeorm';
import { Ledger, putRows, run, type Dialect, type LedgerEntry } from '../kernel/db/public.js';
import { BLOCK, Frontier, leafHash } from '../kernel/merkle/public.js';
import { isAct } from './acts.js';
import { AuditBlock } from './audit-block.entity.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditHead } from './audit-head.entity.js';
import { AuditOpening } from './audit-opening.entity.js';
import { leafOf } from './leaf.js';

/**
 * Appends entries: each names the one before it, and all are leaves of one Merkle tree. The head is read in the same
 * transaction, never remembered: two processes would fork the log.
 */
export class ChainedLedger extends Ledger {
  constructor(private readonly dialect: Dialect) {
    super();
  }

  async append(manager: EntityManager, entries: readonly LedgerEntry[]): Promise<void> {
    const unknown = entries.find((entry) => !isAct(entry.act));
    if (unknown) throw new Error(`the act "${unknown.act}" is not in the registry (src/audit/acts.ts)`);
    const [head] = (await manager.query(`SELECT origin, size, last, frontier FROM audit_head WHERE id = 1${this.dialect.lockRow}`)) as AuditHead[];
    if (!head) throw new Error('the audit head is missing');
    const edge = Frontier.read(head.size, head.frontier);
    const [rows, blocks, openings]: [AuditEntry[], AuditBlock[], AuditOpening[]] = [[], [], []];
    let { last } = head;
    for (const entry of entries) {
      const seq = edge.size;
      const leaf = leafOf(entry, head.origin, seq, last);
      const hash = leafHash(leaf);
      const full = edge.add(hash);
      last = hash.toString('hex');
      rows.push(rowOf(entry, seq, leaf, last));
      if (full) blocks.push({ position: (seq + 1) / BLOCK - 1, hash: full.toString('hex') });
      if (entry.opening) openings.push({ seq, ...entry.opening });
    }
    await putRows(manager, AuditEntry, rows);
    await putRows(manager, AuditOpening, openings);
    await putRows(manager, AuditBlock, blocks);
    const change = 'UPDATE audit_head SET size = :size, last = :last, frontier = :frontier WHERE id = 1';
    await run(manager, change, { size: edge.size, last, frontier: edge.text() });
  }
}

function rowOf(entry: LedgerEntry, seq: number, leaf: string, hash: string): AuditEntry {
  return {
    ...{ seq, leaf, hash, at: entry.at, actorId: entry.actor.id, act: entry.act, kind: entry.kind, recordId: entry.recordId },
    allowed: entry.allowed === false ? 0 : 1,
  };
}
