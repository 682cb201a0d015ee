import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import type { ReviseCaseInput } from './case.input.js';
import { caseKind } from './case.kind.js';

/** Changes where a case stands and what it is called. The lead changes by handing over, never here. */
@Injectable()
export class ReviseCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  /** @throws StaleRecord when somebody saved since. */
  run(actor: Actor, id: string, version: number, input: ReviseCaseInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, caseKind, id);
      const { because = null, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, caseKind, changes, current);
      await this.records.revise(work, caseKind, current, version, changes, { because });
    });
  }
}
