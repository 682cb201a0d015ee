import { Injectable } from '@nestjs/common';
import { Approvals, type Approval } from '../approvals/public.js';
import { EraseSubject } from '../erasure/public.js';
import { Holds } from '../holds/public.js';
import { systemActor, type Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { PastItsTime } from './past-its-time.js';
import type { ProposeRetentionInput } from './retention.input.js';

const HOURS = 24 * 14;

/** Erasing what is past its time, batch by batch: one person proposes a list they have looked through, another agrees to it. */
@Injectable()
export class ProposeRetention {
  constructor(
    private readonly past: PastItsTime,
    private readonly approvals: Approvals,
    private readonly erase: EraseSubject,
    private readonly holds: Holds,
    private readonly work: UnitOfWork,
  ) {
    approvals.register({ kind: 'retention.erase', mayApprove: 'erasure.decide', hours: HOURS, carryOut: (work, approval) => this.carryOut(work, approval) });
  }

  /** @throws Problem `retention.not_past` (409) when one of them is not past its time, or a hold stands on it */
  async propose(actor: Actor, classId: string, { individualIds, reason }: ProposeRetentionInput): Promise<string> {
    const ids = [...new Set(individualIds)].sort();
    const still = await this.past.still(actor, classId, ids);
    for (const id of ids) {
      if (!still.has(id) || (await this.holds.over('individual', id)).length > 0) throw new Problem('retention.not_past', { status: 409 });
    }
    const facts = { class: classId, count: String(ids.length), ids: ids.join(' ') };
    return this.work.run(actor, (work) => this.approvals.proposeIn(work, { kind: 'retention.erase', subject: classId, facts, reason }));
  }

  /** Whom somebody has touched since, or put under hold, stays; each of the others has an entry of its own. */
  private async carryOut(work: Work, { facts, proposedBy }: Approval): Promise<void> {
    const ids = (facts.ids ?? '').split(' ').filter(Boolean);
    const still = await this.past.still(systemActor('retention'), facts.class ?? '', ids, work.manager);
    for (const id of ids) {
      if (!still.has(id) || (await this.holds.over('individual', id, work.manager)).length > 0) continue;
      await this.erase.now(work, { kind: 'individual', id }, { ground: 'retention', proposedBy });
    }
  }
}
