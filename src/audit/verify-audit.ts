import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { Keys } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { AuditEntry } from './audit-entry.entity.js';
import { auditEntryView, type AuditStateView } from './audit.view.js';
import { trustedKeys } from './log-keys.js';
import { newestCheckpoint, readHeadRow } from './tree-reader.js';
import { verifyChain, type ChainState } from './verify-chain.js';

/** Verifies the log and remembers, in the log itself, what came of it. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /** Reads the whole log: about a second for every 50,000 entries. */
  async run(actor: Actor): Promise<ChainState> {
    const { origin } = await readHeadRow(this.reader);
    const state = await verifyChain(this.reader, undefined, { keys: await trustedKeys(this.reader, this.keys, origin) });
    const { entries, fault, firstFault } = state;
    const note = { act: 'audit.verified', kind: 'audit', recordId: null, facts: { entries, fault, firstFault } };
    await this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
    return state;
  }

  /** Without reading the log: its end, its last checkpoint, and the last time somebody verified it. */
  async last(): Promise<AuditStateView> {
    const [head, checkpoint] = await Promise.all([readHeadRow(this.reader), newestCheckpoint(this.reader)]);
    const [row] = await this.reader.find(AuditEntry, { where: { act: 'audit.verified' }, order: { seq: 'DESC' }, take: 1 });
    const signed = checkpoint && { size: checkpoint.size, at: checkpoint.at, reason: checkpoint.reason };
    return { entries: head.size, lastHash: head.last, signed, verified: row ? outcomeOf(row) : null };
  }
}

function outcomeOf(row: AuditEntry): NonNullable<AuditStateView['verified']> {
  const { at, actorId, facts } = auditEntryView(row);
  const firstFault = typeof facts.firstFault === 'number' ? facts.firstFault : null;
  return { at, actorId, entries: Number(facts.entries), fault: typeof facts.fault === 'string' ? facts.fault : null, firstFault };
}
