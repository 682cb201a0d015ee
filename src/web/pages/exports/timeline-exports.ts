import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Circles, restrictedAmong } from '../../../access/public.js';
import { Disclosures, type ConsentScope } from '../../../consents/public.js';
import { renderCalendar, renderCsv, renderDocx, renderJson, renderPdf } from '../../../documents/public.js';
import { FindEvidence, type EvidenceView } from '../../../evidence/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { UnitOfWork } from '../../../kernel/db/public.js';
import type { Instant } from '../../../kernel/time/public.js';
import { FindPartners } from '../../../organisations/public.js';
import { Accounts } from '../../../staff/public.js';
import { ConsentedTimeline, FindTimeline } from '../../../timeline/public.js';
import { codedValue } from '../../../vocabularies/public.js';
import { wordsFor } from '../../words/words.js';
import { calendarOf } from './deadlines.js';
import { timelineDocument } from './timeline-document.js';

export const exportFormats = ['pdf', 'docx', 'csv', 'json', 'ics'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly purpose: string;
  readonly recipient: string | null;
  /** Which partner gets it. */
  readonly partnerId: string | null;
  readonly asOf: Instant | null;
}

export interface ExportedFile {
  readonly body: Buffer | string;
  readonly type: string;
  /** Reference and date only: a file's name lies open in every folder. */
  readonly name: string;
}

const types: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

/** Makes the file of a timeline and leaves in the log who took it, as what and for what. */
@Injectable()
export class TimelineExports {
  constructor(
    private readonly timelines: FindTimeline,
    private readonly consented: ConsentedTimeline,
    private readonly disclosures: Disclosures,
    private readonly accounts: Accounts,
    private readonly work: UnitOfWork,
    private readonly circles: Circles,
    private readonly reader: EntityManager,
    private readonly evidence: FindEvidence,
    private readonly partners: FindPartners,
  ) {}

  /** @throws Problem `consent.not_given` (409) when the person has not agreed to this use. */
  async make(actor: Actor, id: string, order: ExportOrder): Promise<ExportedFile> {
    const { format, purpose, asOf } = order;
    const scope = codedValue('export-purposes', purpose)?.scope as ConsentScope;
    const whole = await this.timelines.of(actor, id, asOf);
    const { individualId } = whole.detention;
    await this.refuseSealed(id, individualId);
    const { timeline, going, ...cut } = await this.consented.of(actor, whole, scope, order.partnerId);
    const madeAt = this.work.clock.now();
    const madeBy = (await this.accounts.namesOf([actor.id])).get(actor.id) ?? '';
    const words = wordsFor(actor.language);
    const document = timelineDocument(timeline, words, { actor, madeBy, madeAt, purpose, evidence: await this.evidenceOf(actor, id, individualId), ...cut });
    const render: Record<ExportFormat, () => Promise<Buffer> | string> = {
      pdf: () => renderPdf(document, words),
      docx: () => renderDocx(document, words),
      csv: () => renderCsv(document),
      json: () => renderJson(document),
      ics: () => renderCalendar(calendarOf(timeline, words), madeAt),
    };
    const body = await render[format]();
    await this.work.run(actor, async (work) => {
      const about = { individualIds: individualId ? [individualId] : [], sourceIds: going, recordKind: 'detention' as const, recordId: id };
      await this.disclosures.record(work, { ...about, scope, way: 'export', purpose, format, recipient: await this.recipientOf(actor, order), file: body });
      const left = { refused: cut.refused.size, unasked: cut.unasked.size };
      work.note({ act: 'detention.exported', kind: 'detention', recordId: id, facts: { format, purpose, asOf, language: actor.language, ...left } });
    });
    return { body, type: types[format], name: `${timeline.detention.reference}-${madeAt.slice(0, 10)}.${format}` };
  }

  /** A partner that was chosen goes by its name, and then whatever was said. */
  private async recipientOf(actor: Actor, { recipient, partnerId }: ExportOrder): Promise<string | null> {
    return [await this.partners.nameOf(actor, partnerId), recipient].filter(Boolean).join(', ') || null;
  }

  private async evidenceOf(actor: Actor, detentionId: string, individualId: string | null): Promise<EvidenceView[]> {
    if (!actor.permissions.has('evidence.read')) return [];
    const [held, person] = await Promise.all([this.evidence.of(actor, 'detention', detentionId), individualId ? this.evidence.of(actor, 'individual', individualId) : []]);
    return [...held, ...person];
  }

  /** @throws Problem `circle.sealed` (409) for what lies in a circle under seal: no file is made of it. */
  private async refuseSealed(detentionId: string, individualId: string | null): Promise<void> {
    const manager = this.reader;
    if (individualId && (await restrictedAmong(manager, [individualId])).size > 0) throw new Problem('record.restricted', { status: 409 });
    const around = await Promise.all([
      this.circles.around({ manager }, 'detention', detentionId),
      individualId ? this.circles.around({ manager }, 'individual', individualId) : [],
    ]);
    await this.circles.refuseSealed({ manager }, around.flat().map(({ id }) => id));
  }
}
