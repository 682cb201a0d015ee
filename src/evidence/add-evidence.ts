import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { FileVault } from '../kernel/crypto/public.js';
import { columnsOf, noBounds, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { sourceKind } from '../sources/public.js';
import { fieldAbout, kindsAbout } from './evidence-about.js';
import { EvidenceAdded } from './evidence-added.js';
import type { AddEvidenceInput } from './evidence.input.js';
import { evidenceKind } from './evidence.kind.js';
import { KeepSteps } from './keep-steps.js';
import { checkName } from './media-type.js';
import { TakeFile, type Upload } from './take-file.js';

/** Says what an uploaded file is and what it belongs to. From then on it is evidence, and its bytes never change. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly files: TakeFile,
    private readonly vault: FileVault,
    private readonly steps: KeepSteps,
    private readonly added: EvidenceAdded,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Answers the id of the new evidence (or of the one this very request made before).
   * @throws Problem `not_found`, `evidence.upload_gone` (410), `evidence.name_unlike`, `evidence.no_such_original` (422), `field.not_yours` (403)
   */
  async run(actor: Actor, input: AddEvidenceInput): Promise<string> {
    const id = await this.work.run(actor, (work) => once(work, () => this.within(work, input)));
    this.files.kept(input.uploadId);
    return id;
  }

  private async within(work: Work, input: AddEvidenceInput): Promise<string> {
    const about = await this.reach.within(work, kindsAbout[input.about], input.aboutId);
    const upload = this.files.of(work.actor, input.uploadId);
    checkName(input.fileName, upload.mediaType);
    mayWrite(work.actor, evidenceKind, given(input));
    if (input.sourceId) await this.reach.within(work, sourceKind, input.sourceId);
    if (input.originalId) await this.checkOriginal(work, input);
    const known = await this.records.create(work, evidenceKind, { subject: about.subject, ...this.valuesOf(work, input, upload) });
    await this.vault.keep(work, upload.taken, about.subject);
    await this.steps.keep(work, known, 'received', { intact: true });
    await this.added.after(work, known);
    return known.id;
  }

  private valuesOf(work: Work, input: AddEvidenceInput, { taken, mediaType }: Upload) {
    return {
      ...{ individualId: null, detentionId: null, incidentId: null, caseId: null, [fieldAbout[input.about]]: input.aboutId },
      originalId: input.originalId ?? null,
      kind: input.kind,
      sourceId: input.sourceId ?? null,
      collected: input.collected?.said ? columnsOf(boundsFrom(input.collected, 'collected', this.settings.zone, work.now)) : { ...noBounds },
      ...{ mediaType, size: taken.size, sha256: taken.sha256, fileId: taken.id },
      ...{ title: input.title, fileName: input.fileName, collector: input.collector ?? null, method: input.method ?? null },
    };
  }

  /** A copy belongs to what its original belongs to, and there are no copies of copies: one file is the original. */
  private async checkOriginal(work: Work, input: AddEvidenceInput): Promise<void> {
    const original = await this.reach.within(work, evidenceKind, input.originalId ?? '');
    const fits = original.originalId === null && original[fieldAbout[input.about]] === input.aboutId;
    if (!fits) throw new Problem('evidence.no_such_original', { status: 422, fields: [{ field: 'originalId', code: 'evidence.no_such_original' }] });
  }
}

/** The fields somebody really said something in. */
const given = ({ title, fileName, collector, method, sourceId }: AddEvidenceInput): object =>
  Object.fromEntries(Object.entries({ title, fileName, collector, method, sourceId }).filter(([, value]) => Boolean(value)));
