import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { followUpKind } from './follow-up-action.kind.js';
import type { ChangeStatusInput } from './follow-up.input.js';

/** Moves a task on. Who did it and when stands with the status; every step is a version of the record. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  /**
   * @throws Problem `follow_up.outcome_missing` (422) when something is done and nobody says what came of it.
   * @throws StaleRecord when somebody saved since.
   */
  run(actor: Actor, id: string, version: number, { status, outcome }: ChangeStatusInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, followUpKind, id);
      const said = outcome === undefined ? {} : { outcome: outcome || null };
      mayWrite(actor, followUpKind, said, current);
      if (status === 'done' && !(outcome ?? current.outcome)) throw missing();
      const moved = status === current.status ? {} : { status, statusAt: work.now, statusBy: actor.id };
      await this.records.revise(work, followUpKind, current, version, { ...moved, ...said });
    });
  }
}

const missing = (): Problem =>
  new Problem('follow_up.outcome_missing', { status: 422, fields: [{ field: 'outcome', code: 'follow_up.outcome_missing' }] });
