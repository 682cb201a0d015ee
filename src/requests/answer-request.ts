import { Inject, Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault } from '../kernel/crypto/public.js';
import { newId, putRows, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records, type Known } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { DataRequestAnswer, type DataRequest, type DataRequestPrivate } from './data-request.entity.js';
import type { AnswerRequestInput } from './data-request.input.js';
import { dataRequestKind } from './data-request.kind.js';
import { isClosed } from './data-request.view.js';
import { dueAfter, EXTENDED_BY, ONE_MONTH } from './due-date.js';

type Request = Known<DataRequest, DataRequestPrivate>;

/** Takes a step in answering a request. Every step stays; the state follows from the last. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly vault: SubjectVault,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem `request.closed`, `request.extended_already`, `request.too_late` (409), `request.ground_needed` (422); StaleRecord */
  run(actor: Actor, id: string, version: number, input: AnswerRequestInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const request = await this.reach.within(work, dataRequestKind, id);
      refuse(request, input, work);
      const key = (await this.vault.keysOf(work.manager, [request.subject])).get(request.subject);
      if (!key) throw new Problem('record.erased', { status: 409 });
      const answerId = newId(work.now);
      const sealed = seal(key, input.words, `data-request-answer:${answerId}`);
      const ground = input.step === 'refused' ? (input.ground ?? null) : null;
      await putRows(work.manager, DataRequestAnswer, [{ id: answerId, requestId: id, step: input.step, ground, subject: request.subject, sealed, at: work.now, staffId: actor.id }]);
      await this.records.revise(work, dataRequestKind, request, version, { ...this.after(request, input, work), ...(input.identity ? { identity: input.identity } : {}) });
      work.note({ act: input.step === 'extended' ? 'data-request.extended' : 'data-request.answered', kind: 'data-request', recordId: id, facts: { step: input.step, ground } });
    });
  }

  private after({ received }: Request, { step }: AnswerRequestInput, { now }: Work): Partial<Pick<DataRequest, 'state' | 'dueAt' | 'extendedAt'>> {
    if (step !== 'extended') return { state: step };
    return { state: 'in_work', extendedAt: now, dueAt: dueAfter(received.earliest ?? received.latest ?? now, ONE_MONTH + EXTENDED_BY, this.settings.zone) };
  }
}

function refuse({ state, extendedAt, dueAt }: Request, { step, ground }: AnswerRequestInput, { now }: Work): void {
  if (isClosed(state)) throw new Problem('request.closed', { status: 409 });
  if (step === 'refused' && !ground) throw new Problem('request.ground_needed', { status: 422, fields: [{ field: 'ground', code: 'request.ground_needed' }] });
  if (step !== 'extended') return;
  if (extendedAt) throw new Problem('request.extended_already', { status: 409 });
  // Whoever asked has to be told within the first month.
  if (dueAt < now) throw new Problem('request.too_late', { status: 409 });
}
