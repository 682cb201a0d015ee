import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import { Disclosures } from '../consents/public.js';
import { RecordFollowUp } from '../follow-ups/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom, type WhenInput } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { FindPartners } from '../organisations/public.js';
import { addDays, exactly, localDate, type Bounds } from '../kernel/time/public.js';
import { formOf, type SubmissionForm } from './form.js';
import { draftOnly } from './revise-submission.js';
import { SubmissionFiles, textHash } from './submission-files.js';
import type { RecordReplyInput, SendSubmissionInput } from './submission.input.js';
import { submissionKind } from './submission.kind.js';
import { missingIn, type KnownSubmission } from './submission.view.js';

/** Says that a draft was sent, and later what came back. Sending is a disclosure and sets the tasks to look for the reply. */
@Injectable()
export class SendSubmission {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly files: SubmissionFiles,
    private readonly disclosures: Disclosures,
    private readonly followUps: RecordFollowUp,
    private readonly partners: FindPartners,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Answers how many reply deadlines were set.
   * @throws Problem `submission.facts_missing` (422) naming the fields, `submission.no_recipient` (422), `consent.not_given`, `submission.names_somebody`, `submission.already_sent` (409)
   */
  async run(actor: Actor, id: string, version: number, { how, theirReference = null, sent, despite, ...said }: SendSubmissionInput): Promise<number> {
    const before = draftOnly(await this.reach.peek(actor, submissionKind, id));
    const recipient = [await this.partners.nameOf(actor, before.partnerId), said.recipient].filter(Boolean).join(', ');
    if (!recipient) throw new Problem('submission.no_recipient', { status: 422, fields: [{ field: 'recipient', code: 'submission.no_recipient' }] });
    const form = formOf(before.form) as SubmissionForm;
    const missing = missingIn(form, before).filter(({ required }) => required);
    if (missing.length > 0) throw new Problem('submission.facts_missing', { status: 422, fields: missing.map(({ field }) => ({ field, code: 'submission.facts_missing' })) });
    const going = await this.files.refuse(before);
    const decision = await this.files.refuseNamed(actor, before, { despite });
    return this.work.run(actor, async (work) => {
      const current = draftOnly(await this.reach.within(work, submissionKind, id));
      mayWrite(actor, submissionKind, { recipient, ...(theirReference ? { theirReference } : {}) });
      const when = this.moment(sent, 'sent', work);
      const changes = { state: 'sent', sent: columnsOf(when), sentHow: how, fileHash: textHash(current), recipient, theirReference, ...(decision ? { despite: decision } : {}) };
      await this.records.revise(work, submissionKind, current, version, changes, { because: decision?.because ?? null });
      const about = { individualIds: current.individualId ? [current.individualId] : [], sourceIds: going, recordKind: 'submission' as const, recordId: id };
      await this.disclosures.record(work, { ...about, scope: current.scope, way: 'submission', purpose: null, format: null, recipient });
      for (const { days, label } of form.replies) await this.followUp(work, current, when, days, label[actor.language]);
      work.note({ act: 'submission.sent', kind: 'submission', recordId: id, facts: { form: current.form, how, deadlines: form.replies.length } });
      return form.replies.length;
    });
  }

  /** @throws Problem `submission.not_sent` (409) */
  reply(actor: Actor, id: string, version: number, { response, reply = null, theirReference, replied }: RecordReplyInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, submissionKind, id);
      if (current.state === 'draft') throw new Problem('submission.not_sent', { status: 409 });
      mayWrite(actor, submissionKind, { ...(reply ? { reply } : {}), ...(theirReference ? { theirReference } : {}) });
      const changes = { state: 'answered', response, reply, replied: columnsOf(this.moment(replied, 'replied', work)), ...(theirReference ? { theirReference } : {}) };
      await this.records.revise(work, submissionKind, current, version, changes);
    });
  }

  private moment(when: WhenInput | null | undefined, field: string, work: Work): Bounds {
    return when?.said ? boundsFrom(when, field, this.settings.zone, work.now) : exactly(work.now, this.settings.zone);
  }

  /** Days of these terms are our working reading and marked for legal review in the form's data. */
  private async followUp(work: Work, { reference, detentionId, incidentId }: KnownSubmission, sent: Bounds, days: number, label: string): Promise<void> {
    const from = sent.latest ?? sent.earliest ?? work.now;
    const due = { said: localDate(addDays(from, days), this.settings.zone), zone: this.settings.zone };
    await this.followUps.within(work, { kind: 'reply_due', priority: 'normal', detentionId, incidentId, due, task: `${reference}: ${label}` });
  }
}

