import { Inject, Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import { RecordFollowUp } from '../follow-ups/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { localDate } from '../kernel/time/public.js';
import type { RecordRequestInput } from './data-request.input.js';
import { dataRequestKind } from './data-request.kind.js';
import { dueAfter, ONE_MONTH } from './due-date.js';

/** Enters in the register what somebody asks about their data. From then on the time runs, and a task says so. */
@Injectable()
export class RecordRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly followUps: RecordFollowUp,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers the id of the new request (or of the one this very request made before). */
  run(actor: Actor, input: RecordRequestInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  /** @throws Problem `request.received_unknown` (422): without a day no time can run. */
  private async within(work: Work, input: RecordRequestInput): Promise<string> {
    const { zone } = this.settings;
    const received = boundsFrom(input.received, 'received', zone, work.now);
    const from = received.earliest ?? received.latest;
    if (!from) throw new Problem('request.received_unknown', { status: 422, fields: [{ field: 'received', code: 'request.received_unknown' }] });
    const person = input.individualId ? await this.reach.within(work, individualKind, input.individualId) : null;
    const dueAt = dueAfter(from, ONE_MONTH, zone);
    const { what, askedBy, identity } = input;
    const known = await this.records.create(work, dataRequestKind, {
      ...{ reference: await nextReference(work, 'R'), what, askedBy, identity, individualId: person?.id ?? null },
      ...{ received: columnsOf(received), dueAt, extendedAt: null, state: 'received' },
      ...{ asker: input.asker ?? null, contact: input.contact ?? null, wording: input.wording ?? null },
    });
    if (person && !person.erased) {
      const due = { said: localDate(dueAt, zone) };
      await this.followUps.within(work, { individualId: person.id, kind: 'reply_due', task: known.reference, due, priority: 'high' });
    }
    return known.id;
  }
}
