import { Injectable } from '@nestjs/common';
import { AuditEntry } from '../audit/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { isId, rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import type { Opened, OpenedBy } from '../kernel/gate/public.js';
import type { Instant } from '../kernel/time/public.js';
import { endEverySession, Notices, Staff } from '../staff/public.js';

/** How the server came to be open. */
export interface Opening {
  readonly by: OpenedBy;
  /** It was locked before, so its operators opened it. */
  readonly unlocked: boolean;
  /** When something was entered that did not open it. */
  readonly refused: readonly Instant[];
}

const fates = `'instance.started', 'instance.unlocked', 'instance.stopped', 'instance.locked'`;

/** What is written when the server opens: how, what had gone before, and whom it concerns. */
@Injectable()
export class TellOfOpening {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async run({ by, unlocked, refused }: Opening): Promise<Opened> {
    return this.work.run(systemActor('gate'), async (work) => {
      const [before] = await rowsOf(work.manager, AuditEntry, `WHERE r.act IN (${fates}) ORDER BY r.seq DESC LIMIT 1`);
      const cutShort = before?.act === 'instance.started' || before?.act === 'instance.unlocked';
      // Again, for a lock that could not write any more: an old cookie never opens what was locked.
      if (unlocked) await endEverySession(work);
      for (const at of refused) work.note({ act: 'instance.unlock_refused', kind: 'instance', recordId: null, facts: { at }, allowed: false });
      work.note({ act: unlocked ? 'instance.unlocked' : 'instance.started', kind: 'instance', recordId: null, facts: { by, cutShort } });
      await this.tell(work, { by, unlocked, refused, cutShort, before });
      return { at: work.now, by, cutShort };
    });
  }

  private async tell(work: Work, said: Opening & { cutShort: boolean; before: AuditEntry | undefined }): Promise<void> {
    const administrators = (await rowsOf(work.manager, Staff, `WHERE r.role = 'administrator' AND r.disabled_at IS NULL`)).map(({ id }) => id);
    const tell = (kind: Parameters<Notices['tell']>[2], facts: Record<string, string | number> = {}): Promise<void> => this.notices.tell(work, administrators, kind, facts);
    if (said.before?.act === 'instance.locked') {
      const { actorId } = said.before;
      await (isId(actorId) ? tell('instance.locked', { staff: actorId }) : tell('instance.locked_itself'));
    }
    if (said.cutShort) await tell('instance.cut_short');
    if (said.refused.length > 0) await tell('instance.unlock_refused', { count: said.refused.length });
    if (said.unlocked) await tell('instance.unlocked', { by: said.by });
  }
}
