import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { FindPartners } from '../organisations/public.js';
import { DrawRecord, type DrawnRecord } from './draw-record.js';
import { FindNamed, notCleared } from './find-named.js';
import { fieldsIn, formOf, type SubmissionForm } from './form.js';
import { refusePartner } from './open-submission.js';
import type { ReviseSubmissionInput } from './submission.input.js';
import { submissionKind } from './submission.kind.js';
import type { KnownSubmission, NamedView } from './submission.view.js';

/** Changes what a draft says: in a person's words, or from the record as it is now. Each change is a version; the others stay. */
@Injectable()
export class ReviseSubmission {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly draw: DrawRecord,
    private readonly named: FindNamed,
    private readonly partners: FindPartners,
  ) {}

  /**
   * Answers who stands in it now without having agreed: what was typed is kept all the same, and no file is made of it.
   * @throws StaleRecord; Problem `submission.already_sent` (409), `submission.no_such_field`, `submission.no_partner` (422)
   */
  async run(actor: Actor, id: string, version: number, { texts = {}, partnerId, because = null }: ReviseSubmissionInput): Promise<NamedView[]> {
    const elsewhere = partnerId === undefined ? {} : await this.forPartner(actor, id, partnerId);
    const saved = await this.work.run(actor, async (work) => {
      const current = draftOnly(await this.reach.within(work, submissionKind, id));
      const fields = new Set(fieldsIn(formOf(current.form) as SubmissionForm).map((field) => field.id));
      const unknown = Object.keys(texts).filter((field) => !fields.has(field));
      if (unknown.length > 0) throw new Problem('submission.no_such_field', { status: 422, fields: unknown.map((field) => ({ field, code: 'submission.no_such_field' })) });
      mayWrite(actor, submissionKind, { texts }, current);
      const next = Object.entries({ ...current.texts, ...texts }).flatMap(([field, text]): [string, string][] => (text === null || text === (current.drawn?.[field] ?? '') ? [] : [[field, text]]));
      return this.records.revise(work, submissionKind, current, version, { ...elsewhere, texts: Object.fromEntries(next) }, { because });
    });
    const found = notCleared(saved, await this.named.in(saved));
    if (found.length > 0) await this.work.log([{ act: 'submission.people_written', actor, at: this.work.clock.now(), kind: 'submission', recordId: id, facts: { findings: found.length } }]);
    return this.named.shown(actor, found);
  }

  /** Takes from the record what it gives now; what a person wrote stays. */
  async redraw(actor: Actor, id: string, version: number): Promise<void> {
    const before = await this.reach.peek(actor, submissionKind, id);
    const drawn = await this.draw.of(actor, formOf(before.form) as SubmissionForm, before);
    await this.work.run(actor, async (work) => {
      const current = draftOnly(await this.reach.within(work, submissionKind, id));
      await this.records.revise(work, submissionKind, current, version, { ...columnsOfDrawn(drawn), drawnAt: work.now });
    });
  }

  /** What was drawn for one partner is not for another: with a new one it is drawn anew. */
  private async forPartner(actor: Actor, id: string, partnerId: string | null): Promise<object> {
    const before = await this.reach.peek(actor, submissionKind, id);
    if (partnerId === before.partnerId) return {};
    const form = formOf(before.form) as SubmissionForm;
    await refusePartner(actor, form, partnerId, this.partners);
    return { partnerId, ...columnsOfDrawn(await this.draw.of(actor, form, { ...before, partnerId })), drawnAt: this.work.clock.now() };
  }
}

const columnsOfDrawn = ({ fields, individualId, sources }: DrawnRecord) => ({ drawn: fields, individualId, sources });

export function draftOnly(known: KnownSubmission): KnownSubmission {
  if (known.state !== 'draft') throw new Problem('submission.already_sent', { status: 409 });
  return known;
}
