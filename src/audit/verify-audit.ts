import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditHead } from './audit-head.entity.js';
import { auditEntryView, type AuditStateView } from './audit.view.js';
import { verifyChain, type ChainState } from './verify-chain.js';

/** Verifies the chain and remembers, in the log itself, what came of it. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
  ) {}

  /** Reads the whole log: about a second for every 50,000 entries. */
  async run(actor: Actor): Promise<ChainState> {
    const state = await verifyChain(this.reader);
    const { entries, fault, firstFault } = state;
    const note = { act: 'audit.verified', kind: 'audit', recordId: null, facts: { entries, fault, firstFault } };
    await this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
    return state;
  }

  /** Without reading the log: its end, and the last time somebody verified it. */
  async last(): Promise<AuditStateView> {
    const head = await this.reader.findOneBy(AuditHead, { id: 1 });
    const [row] = await this.reader.find(AuditEntry, { where: { act: 'audit.verified' }, order: { seq: 'DESC' }, take: 1 });
    return { entries: head?.size ?? 0, lastHash: head?.last ?? null, verified: row ? outcomeOf(row) : null };
  }
}

function outcomeOf(row: AuditEntry): NonNullable<AuditStateView['verified']> {
  const { at, actorId, facts } = auditEntryView(row);
  const firstFault = typeof facts.firstFault === 'number' ? facts.firstFault : null;
  return { at, actorId, entries: Number(facts.entries), fault: typeof facts.fault === 'string' ? facts.fault : null, firstFault };
}
