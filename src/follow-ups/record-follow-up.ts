import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { dueBounds } from './due-bounds.js';
import { followUpKind } from './follow-up-action.kind.js';
import type { RecordFollowUpInput } from './follow-up.input.js';
import { FollowUpsChanged } from './follow-ups-changed.js';
import { subjectKinds, subjectOf } from './subject.js';
import { WhoReaches } from './who-reaches.js';

/** Records what somebody has to do about a case, a person, a detention or an incident. */
@Injectable()
export class RecordFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly who: WhoReaches,
    private readonly changed: FollowUpsChanged,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers the id of the new task (or of the one this very request made before). */
  run(actor: Actor, input: RecordFollowUpInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  async within(work: Work, input: RecordFollowUpInput): Promise<string> {
    const subject = subjectOf(input);
    const about = await this.reach.within(work, subjectKinds[subject.field], subject.id);
    if (input.task) mayWrite(work.actor, followUpKind, { task: input.task });
    await this.who.check(input.ownerId, subject, work.manager);
    const known = await this.records.create(work, followUpKind, {
      subject: about.subject, // erasing the person erases what was to be done for them
      ...{ caseId: null, individualId: null, detentionId: null, incidentId: null, [subject.field]: subject.id },
      kind: input.kind ?? 'unknown',
      ownerId: input.ownerId ?? null,
      due: dueBounds(input.due, this.settings.zone, work.now),
      priority: input.priority ?? 'normal',
      status: 'open',
      statusAt: work.now,
      statusBy: work.actor.id,
      task: input.task ?? null,
      outcome: null,
    });
    if (known.detentionId) await this.changed.after(work, known.detentionId);
    return known.id;
  }
}
