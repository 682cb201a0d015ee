import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { noBounds, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import { FindPartners } from '../organisations/public.js';
import { DrawRecord, type About } from './draw-record.js';
import { formOf, isForPartner, type SubmissionForm } from './form.js';
import type { OpenSubmissionInput } from './submission.input.js';
import { submissionKind } from './submission.kind.js';

/** Begins a draft, filled from the record. */
@Injectable()
export class OpenSubmission {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly draw: DrawRecord,
    private readonly partners: FindPartners,
  ) {}

  /** @throws Problem `submission.other_subject` (422) when the form is about something else, `submission.no_partner` (422): see {@link refusePartner}. */
  async run(actor: Actor, { form: code, headings = 'en', ...given }: OpenSubmissionInput): Promise<string> {
    const form = formOf(code) as SubmissionForm;
    const about: About = { detentionId: given.detentionId ?? null, incidentId: given.incidentId ?? null, partnerId: given.partnerId ?? null };
    if (!fits(form, about)) throw new Problem('submission.other_subject', { status: 422, fields: [{ field: 'form', code: 'submission.other_subject' }] });
    await refusePartner(actor, form, about.partnerId, this.partners);
    const drawn = await this.draw.of(actor, form, about);
    return this.work.run(actor, (work) => once(work, async () => {
      const subject = about.detentionId ? await this.reach.within(work, detentionKind, about.detentionId) : await this.reach.within(work, incidentKind, about.incidentId ?? '');
      mayWrite(actor, submissionKind, { drawn: drawn.fields });
      const known = await this.records.create(work, submissionKind, {
        subject: subject.subject, // erasing the person erases what was written of them
        reference: await nextReference(work, 'U'),
        ...about,
        ...{ form: form.form, formVersion: form.version, scope: form.scope, headings, individualId: drawn.individualId, sources: drawn.sources, drawnAt: work.now, state: 'draft' },
        ...{ sent: { ...noBounds }, sentHow: null, fileHash: null, replied: { ...noBounds }, response: null },
        ...{ drawn: drawn.fields, texts: {}, despite: null, recipient: null, theirReference: null, reply: null },
      });
      return known.id;
    }));
  }
}

const fits = (form: SubmissionForm, { detentionId, incidentId }: About): boolean =>
  form.about === 'detention' ? detentionId !== null && incidentId === null : incidentId !== null && detentionId === null;

/** @throws Problem `submission.no_partner` (422): a partner that is not on the drafter's list, or a form that is not for partners. */
export async function refusePartner(actor: Actor, form: SubmissionForm, partnerId: string | null, partners: FindPartners): Promise<void> {
  if (partnerId === null || (isForPartner(form) && (await partners.namesOf(actor, [partnerId])).has(partnerId))) return;
  throw new Problem('submission.no_partner', { status: 422, fields: [{ field: 'partnerId', code: 'submission.no_partner' }] });
}
