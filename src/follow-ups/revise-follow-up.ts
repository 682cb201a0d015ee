import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { dueBounds } from './due-bounds.js';
import { followUpKind } from './follow-up-action.kind.js';
import type { ReviseFollowUpInput } from './follow-up.input.js';
import { FollowUpsChanged } from './follow-ups-changed.js';
import { subjectOf } from './subject.js';
import { WhoReaches } from './who-reaches.js';

/** Corrects a task or gives it to somebody else. What it is about never changes: that would be another task. */
@Injectable()
export class ReviseFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly who: WhoReaches,
    private readonly changed: FollowUpsChanged,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws StaleRecord when somebody saved since. */
  run(actor: Actor, id: string, version: number, input: ReviseFollowUpInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, followUpKind, id);
      const { because = null, due, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, followUpKind, changes, current);
      if (input.ownerId !== current.ownerId) await this.who.check(input.ownerId, subjectOf(current), work.manager);
      // The same words stay the same moment: read anew on another day, "18:00" would be another day's evening.
      const sameWords = due !== undefined && (due?.said ?? null) === current.due.asSaid;
      const dated = due === undefined || sameWords ? {} : { due: dueBounds(due, this.settings.zone, work.now) };
      await this.records.revise(work, followUpKind, current, version, { ...changes, ...dated }, { because });
      if (current.detentionId) await this.changed.after(work, current.detentionId);
    });
  }
}
