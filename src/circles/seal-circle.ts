import { Injectable } from '@nestjs/common';
import { Approvals } from '../approvals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { ownCircle } from './own-circle.js';

const HOURS = 72;

/**
 * Puts a circle under seal, and lifts the seal: two of its members have to want it. Under seal nobody is let in, an
 * emergency included, nothing leaves it and no file is made of what lies in it.
 */
@Injectable()
export class SealCircle {
  constructor(
    private readonly work: UnitOfWork,
    private readonly approvals: Approvals,
  ) {
    for (const [kind, act] of [['circle.seal', 'circle.sealed'], ['circle.unseal', 'circle.unsealed']] as const) {
      approvals.register({
        kind,
        mayApprove: 'circle.use',
        hours: HOURS,
        carryOut: async (work, { subject }) => {
          // Who agrees is still in it: somebody may have been taken out since they were asked.
          await ownCircle(work, work.actor, subject);
          await run(work.manager, 'UPDATE circle SET closed_to_all_since = :since WHERE id = :subject', { since: kind === 'circle.seal' ? work.now : null, subject });
          work.note({ act, kind: 'circle', recordId: subject });
        },
      });
    }
  }

  /** Answers the proposal. @throws Problem `circle.lead_only` (403), `circle.is_so` or `circle.seal_needs_two` (409) */
  propose(actor: Actor, id: string, what: 'seal' | 'unseal', reason: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const { circle, members, leads } = await ownCircle(work, actor, id);
      if (!leads) throw new Problem('circle.lead_only', { status: 403 });
      if ((circle.closedToAllSince !== null) === (what === 'seal')) throw new Problem('circle.is_so', { status: 409 });
      const others = members.filter((one) => one.endsAt === null && one.staffId !== actor.id).map(({ staffId }) => staffId);
      if (others.length === 0) throw new Problem('circle.seal_needs_two', { status: 409 });
      return this.approvals.proposeIn(work, { kind: `circle.${what}`, subject: id, facts: { staff: actor.id }, reason, named: others, needed: 1 });
    });
  }
}
