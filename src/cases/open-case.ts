import { Injectable } from '@nestjs/common';
import { Circles, mayWrite } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import { AddToCase } from './add-to-case.js';
import type { OpenCaseInput } from './case.input.js';
import { caseKind } from './case.kind.js';

/** Opens a case and with it the circle of those who may know of it; whoever opens it leads it. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly circles: Circles,
    private readonly add: AddToCase,
  ) {}

  /** Answers the id of the new case (or of the one this very request opened before). */
  run(actor: Actor, input: OpenCaseInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  async within(work: Work, input: OpenCaseInput): Promise<string> {
    mayWrite(work.actor, caseKind, { title: input.title, ...(input.summary ? { summary: input.summary } : {}) });
    const circleId = await this.circles.open(work);
    const known = await this.records.create(work, caseKind, {
      reference: await nextReference(work, 'C'),
      circleId,
      stage: input.stage ?? 'intake',
      outcome: input.outcome ?? 'none_yet',
      priority: input.priority ?? 'normal',
      leadId: work.actor.id,
      title: input.title,
      summary: input.summary ?? null,
    });
    await this.circles.join(work, circleId, caseKind.name, known.id);
    for (const record of input.individuals ?? []) await this.add.individualWithin(work, known, record, 'individuals');
    for (const record of input.detentions ?? []) await this.add.detentionWithin(work, known, record, 'detentions');
    return known.id;
  }
}
