import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import type { EvidenceStepInput } from './evidence.input.js';
import { evidenceKind } from './evidence.kind.js';
import { KeepSteps } from './keep-steps.js';

/** Records a step of the chain of custody that happened outside of the program: shown, copied, handed over. */
@Injectable()
export class AddStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly steps: KeepSteps,
  ) {}

  /** @throws Problem `not_found`, `field.not_yours` (403) */
  run(actor: Actor, id: string, { step, from, to, reason }: EvidenceStepInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const evidence = await this.reach.within(work, evidenceKind, id);
      mayWrite(actor, evidenceKind, { title: reason });
      await this.steps.keep(work, evidence, step, { words: { from: from ?? null, to: to ?? null, reason } });
    });
  }
}
