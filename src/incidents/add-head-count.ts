import { Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { once, Records, type Because } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';
import { checkReached, countsAgree } from './incident-fields.js';
import type { HeadCountInput, ReviseHeadCountInput } from './incident.input.js';
import { headCountKind, incidentKind } from './incident.kind.js';

/** Keeps what each source says of how many people were detained; the figures of two sources are never made one. */
@Injectable()
export class AddHeadCount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  run(actor: Actor, incidentId: string, input: HeadCountInput): Promise<string> {
    return this.work.run(actor, async (work) => {
      const incident = await this.reach.within(work, incidentKind, incidentId);
      await checkReached(work, this.reach, sourceKind, input.sourceId ? [input.sourceId] : []);
      return once(work, () => this.keep(work, incident, input));
    });
  }

  /** Inside a story that has already reached the incident and the source. */
  async keep(work: Work, incident: { id: string; subject: string }, input: HeadCountInput, why: Because = {}): Promise<string> {
    countsAgree(input);
    const { atLeast, atMost = null, sourceId = null, asSaid = null } = input;
    const values = { subject: incident.subject, incidentId: incident.id, sourceId, atLeast, atMost, asSaid };
    return (await this.records.create(work, headCountKind, values, why)).id;
  }

  /** @throws StaleRecord when somebody saved since. */
  revise(actor: Actor, incidentId: string, id: string, version: number, input: ReviseHeadCountInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      await this.reach.within(work, incidentKind, incidentId);
      const current = await this.reach.within(work, headCountKind, id);
      if (current.incidentId !== incidentId) throw Problem.notFound(); // a count of another incident is none of this address
      const { because = null, atMost = null, atLeast, asSaid = null } = input;
      countsAgree({ atLeast, atMost });
      const sourceId = input.sourceId === undefined ? current.sourceId : input.sourceId;
      if (sourceId && sourceId !== current.sourceId) await checkReached(work, this.reach, sourceKind, [sourceId]);
      await this.records.revise(work, headCountKind, current, version, { atLeast, atMost, asSaid, sourceId }, { because });
    });
  }
}
