import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { zoneOfRegion } from '../places/public.js';
import { incidentKind } from '../incidents/public.js';
import { AddToCustody } from './add-to-custody.js';
import { CustodyChanged } from './custody-changed.js';
import type {
  CustodyPeriodInput,
  DetentionEventInput,
  ReviseCustodyPeriodInput,
  ReviseDetentionEventInput,
  ReviseDetentionInput,
} from './detention.input.js';
import { custodyPeriodKind, detentionEventKind, detentionKind } from './detention.kind.js';
import { countsAgree } from './record-detention.js';

/** Adds to a recorded detention and corrects it. Every step makes the durations anew in the same transaction. */
@Injectable()
export class ChangeCustody {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly add: AddToCustody,
    private readonly changed: CustodyChanged,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  revise(actor: Actor, id: string, version: number, input: ReviseDetentionInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, detentionKind, id);
      const { because = null, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, detentionKind, changes, current);
      countsAgree({ ...current, ...input });
      if (input.incidentId) await this.reach.within(work, incidentKind, input.incidentId);
      await this.records.revise(work, detentionKind, current, version, changes, { because });
      await this.changed.after(work, id);
    });
  }

  addPeriod(actor: Actor, id: string, input: CustodyPeriodInput): Promise<string> {
    return this.story(actor, id, (work, stay, zone) => once(work, () => this.add.period(work, stay, input, zone)));
  }

  addEvent(actor: Actor, id: string, input: DetentionEventInput): Promise<string> {
    return this.story(actor, id, (work, stay, zone) => once(work, () => this.add.event(work, stay, input, zone)));
  }

  revisePeriod(actor: Actor, id: string, periodId: string, version: number, input: ReviseCustodyPeriodInput): Promise<string> {
    return this.story(actor, id, async (work, _stay, zone) => {
      const current = await this.reach.within(work, custodyPeriodKind, periodId);
      if (current.detentionId !== id) throw Problem.notFound(); // a period of another detention is none of this address
      const values = await this.add.periodValues(work, input, zone);
      const changes = { ...values, withdrawn: input.withdrawn ?? current.withdrawn };
      const why = { because: input.because ?? null, sourceId: input.sourceId ?? null };
      return (await this.records.revise(work, custodyPeriodKind, current, version, changes, why)).id;
    });
  }

  reviseEvent(actor: Actor, id: string, eventId: string, version: number, input: ReviseDetentionEventInput): Promise<string> {
    return this.story(actor, id, async (work, _stay, zone) => {
      const current = await this.reach.within(work, detentionEventKind, eventId);
      if (current.detentionId !== id) throw Problem.notFound();
      const values = await this.add.eventValues(work, input, zone);
      const changes = { ...values, withdrawn: input.withdrawn ?? current.withdrawn };
      const why = { because: input.because ?? null, sourceId: input.sourceId ?? null };
      return (await this.records.revise(work, detentionEventKind, current, version, changes, why)).id;
    });
  }

  private story(
    actor: Actor,
    id: string,
    tell: (work: Work, stay: { id: string; subject: string }, zone: string) => Promise<string>,
  ): Promise<string> {
    return this.work.run(actor, async (work) => {
      const stay = await this.reach.within(work, detentionKind, id);
      const result = await tell(work, stay, zoneOfRegion(stay.regionCode) ?? this.settings.zone);
      await this.changed.after(work, id);
      return result;
    });
  }
}
