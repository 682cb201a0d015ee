import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { EntityManager } from 'typeorm';
import { Circles, mayWrite, Reach } from '../access/public.js';
import { Disclosures, MayUse } from '../consents/public.js';
import { drawPdf, writeDocx } from '../documents/public.js';
import { wordsOfFile } from '../exposure/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { FindPartners } from '../organisations/public.js';
import { decided, FindNamed, notCleared } from './find-named.js';
import { formOf, type SubmissionForm } from './form.js';
import type { Despite } from './submission.entity.js';
import type { SubmissionFileInput } from './submission.input.js';
import { submissionKind } from './submission.kind.js';
import { submissionPaper } from './submission-paper.js';
import type { KnownSubmission } from './submission.view.js';

export interface SubmissionFile {
  readonly body: Buffer;
  readonly type: string;
  /** Reference and date only: a file's name lies open in every folder. */
  readonly name: string;
}

const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

/** Makes the file of a draft: only while the person's consent covers it, and with its place in the register of where data went. */
@Injectable()
export class SubmissionFiles {
  constructor(
    private readonly reach: Reach,
    private readonly circles: Circles,
    private readonly mayUse: MayUse,
    private readonly disclosures: Disclosures,
    private readonly named: FindNamed,
    private readonly records: Records,
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly partners: FindPartners,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @throws Problem `consent.not_given` (409), `circle.sealed` (409), `submission.source_said_no` (409): what a source told
   *   that no longer agrees stands in the draft; drawn anew, it does not. `submission.names_somebody` (409) with the fields.
   */
  async make(actor: Actor, id: string, { format, despite }: SubmissionFileInput): Promise<SubmissionFile> {
    const known = await this.reach.one(actor, submissionKind, id);
    const going = await this.refuse(known);
    const form = formOf(known.form) as SubmissionForm;
    const madeAt = this.work.clock.now();
    const hash = textHash(known);
    const paper = submissionPaper(form, known, { madeAt, zone: this.settings.zone, hash });
    const body = await (format === 'pdf' ? drawPdf(paper) : writeDocx(paper));
    const decision = await this.refuseNamed(actor, known, { despite, file: await wordsOfFile(body, format) });
    const recipient = (await this.partners.nameOf(actor, known.partnerId)) || null; // nobody has named the team that was there first
    await this.work.run(actor, async (work) => {
      if (decision) await this.records.revise(work, submissionKind, known, known.version, { despite: decision }, { because: decision.because });
      const about = { individualIds: known.individualId ? [known.individualId] : [], sourceIds: going, recordKind: 'submission' as const, recordId: id };
      await this.disclosures.record(work, { ...about, scope: known.scope, way: 'export', purpose: null, format, recipient, file: body });
      work.note({ act: 'submission.exported', kind: 'submission', recordId: id, facts: { format, form: known.form } });
    });
    return { body, type: types[format], name: `${known.reference}-${madeAt.slice(0, 10)}.${format}` };
  }

  /**
   * Answers a decision to keep with the draft, when somebody says why those who were found may stand there.
   * @throws Problem `submission.names_somebody` (409) with the fields and, where the reader reaches them, whom to ask
   */
  async refuseNamed(actor: Actor, known: KnownSubmission, { despite, file = '' }: { despite?: string | null | undefined; file?: string }): Promise<Despite | null> {
    const found = notCleared(known, await this.named.in(known, file));
    if (found.length === 0) return null;
    const note = { actor, at: this.work.clock.now(), kind: 'submission', recordId: known.id, facts: { findings: found.length } };
    if (despite) {
      mayWrite(actor, submissionKind, { despite });
      await this.work.log([{ ...note, act: 'submission.people_let_through' }]);
      return decided(known, found, despite);
    }
    await this.work.log([{ ...note, act: 'submission.people_found', allowed: false }]);
    const fields = [...new Set(found.map(({ field }) => field ?? 'file'))].map((field) => ({ field, code: 'submission.names_somebody' }));
    throw new Problem('submission.names_somebody', { status: 409, fields, extra: { named: await this.named.shown(actor, found) } });
  }

  /** Answers the sources whose account goes along. */
  async refuse(known: KnownSubmission): Promise<readonly string[]> {
    const manager = this.reader;
    const about = ([['detention', known.detentionId], ['individual', known.individualId], ['incident', known.incidentId]] as const).flatMap(([kind, one]) => (one ? [[kind, one] as const] : []));
    const around = await Promise.all(about.map(([kind, one]) => this.circles.around({ manager }, kind, one)));
    await this.circles.refuseSealed({ manager }, around.flat().map(({ id }) => id));
    const { scope, individualId, partnerId } = known;
    const verdict = individualId ? await this.mayUse.one('individual', individualId, { scope, at: this.work.clock.now(), partnerId }) : null;
    if (verdict && !verdict.allowed) throw new Problem('consent.not_given', { status: 409, extra: { scope, why: verdict.why } });
    const sources = Object.entries(known.sources);
    const said = await this.mayUse.of({ about: 'source', ids: sources.map(([one]) => one) }, { scope, at: this.work.clock.now(), partnerId });
    const narrowed = sources.some(([one, what]) => ((now) => now && !now.allowed && (what === 'words' || now.why !== 'no_record'))(said.get(one)));
    if (narrowed) throw new Problem('submission.source_said_no', { status: 409 });
    return sources.map(([one]) => one);
  }
}

export const textHash = ({ drawn, texts }: Pick<KnownSubmission, 'drawn' | 'texts'>): string =>
  createHash('sha256').update(canonicalize({ drawn, texts }) ?? '', 'utf8').digest('hex');
