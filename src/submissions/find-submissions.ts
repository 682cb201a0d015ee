import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { pageOf, type PageOf } from '../kernel/http/public.js';
import { Versions, type OpenVersion } from '../kernel/record/public.js';
import { DrawRecord } from './draw-record.js';
import { noAnnexes } from './find-annexes.js';
import { fieldsIn, formOf, type SubmissionForm } from './form.js';
import type { SubmissionListInput } from './submission.input.js';
import { submissionKind } from './submission.kind.js';
import { missingIn, untranslatedIn, submissionRow, submissionView, type SubmissionDraftView, type SubmissionRowView } from './submission.view.js';

/** Reads drafts and what was sent, within reach of what they are about. */
@Injectable()
export class FindSubmissions {
  constructor(
    private readonly reach: Reach,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly draw: DrawRecord,
  ) {}

  async page(actor: Actor, input: SubmissionListInput): Promise<PageOf<SubmissionRowView>> {
    const query = this.reach.list(actor, submissionKind, 's');
    const equal = { state: input.state, detentionId: input.detention, incidentId: input.incident };
    for (const [column, value] of Object.entries(equal)) if (value) query.andWhere(`s.${column} = :${column}`, { [column]: value });
    const page = await pageOf(query, { by: 'recordedAt', direction: 'DESC' }, input, (row) => row.recordedAt);
    await this.reach.saw(actor, submissionKind, page.items.map((row) => row.id), 'listed');
    return { ...page, items: page.items.map(submissionRow) };
  }

  /** With what is missing and what the record gives otherwise today; of what was sent nothing is compared any more. */
  async one(actor: Actor, id: string): Promise<SubmissionDraftView> {
    const known = await this.reach.one(actor, submissionKind, id);
    const form = formOf(known.form) as SubmissionForm;
    const submission = submissionView(actor, known);
    if (known.state !== 'draft') return { submission, missing: [], withheld: null, unasked: [], refused: 0, annexesLeftOut: noAnnexes.leftOut, named: [], untranslated: [], changed: [], now: {} };
    const { fields, withheld, unasked, refused, annexesLeftOut } = await this.draw.of(actor, form, known);
    const changed = fieldsIn(form).map((field) => field.id).filter((field) => (fields[field] ?? null) !== (known.drawn?.[field] ?? null));
    const now = Object.fromEntries(changed.map((field) => [field, fields[field] ?? null]));
    return { submission, missing: missingIn(form, known), withheld, unasked: [...unasked], refused, annexesLeftOut, named: [], untranslated: untranslatedIn(form, known), changed, now };
  }

  async history(actor: Actor, id: string): Promise<OpenVersion[]> {
    await this.reach.peek(actor, submissionKind, id);
    await this.reach.saw(actor, submissionKind, [id], 'history_seen');
    return this.versions.of(this.reader, submissionKind, id);
  }
}
