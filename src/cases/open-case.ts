import { Injectable } from '@nestjs/common';
import { Circles, mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { newId, UnitOfWork, type Work } from '../kernel/db/public.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import type { OpenCaseInput, ReviseCaseInput } from './case.input.js';
import { caseKind } from './case.kind.js';

/** Opens a case and with it a need-to-know circle; corrects its facts later. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly reach: Reach,
    private readonly circles: Circles,
  ) {}

  run(actor: Actor, input: OpenCaseInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  async within(work: Work, input: OpenCaseInput): Promise<string> {
    mayWrite(work.actor, caseKind, { title: input.title });
    const id = newId(work.now);
    const circleId = await this.circles.open(work);
    await this.circles.join(work, circleId, 'case', id);
    await this.records.create(work, caseKind, {
      ...{ id, circleId, reference: await nextReference(work, 'C'), leadId: work.actor.id },
      ...{ stage: input.stage ?? 'unknown', outcome: 'unknown', priority: input.priority ?? 'normal' },
      ...{ title: input.title, summary: input.summary ?? null },
    });
    return id;
  }

  /** @throws StaleRecord when somebody saved since. */
  revise(actor: Actor, id: string, version: number, input: ReviseCaseInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, caseKind, id);
      const { because = null, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, caseKind, changes);
      await this.records.revise(work, caseKind, current, version, changes, { because });
    });
  }
}
