import { Injectable } from '@nestjs/common';
import { Circles, Reach, type ReachedKind } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { isId, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';
import { CaseDetention, CaseIndividual } from './case.entity.js';
import { CaseJoining, type Joining } from './case-joining.js';
import { caseKind } from './case.kind.js';
import { lockCase } from './lock-case.js';

interface OpenedCase {
  readonly id: string;
  readonly circleId: string;
  readonly teamId: string;
}

type Numbered = RecordRow & { reference: string };

/**
 * Puts people, detentions and sources into a case. From then on only the case's members reach them: a person takes all
 * their detentions along, a detention of people without names stands for itself.
 */
@Injectable()
export class AddToCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly circles: Circles,
    private readonly joining: CaseJoining,
  ) {}

  /** `record` is an id or a reference number. @throws Problem `case.no_such_record` (422), also for one out of reach. */
  individual(actor: Actor, caseId: string, record: string): Promise<void> {
    return this.into(actor, caseId, (work, opened) => this.individualWithin(work, opened, record));
  }

  detention(actor: Actor, caseId: string, record: string): Promise<void> {
    return this.into(actor, caseId, (work, opened) => this.detentionWithin(work, opened, record));
  }

  /** Hides a source from everyone outside the case. */
  source(actor: Actor, caseId: string, record: string): Promise<void> {
    return this.into(actor, caseId, async (work, opened) => {
      const row = await this.named(work, sourceKind, record, 'record');
      await this.join(work, opened, { kind: 'source', id: row.id });
    });
  }

  async individualWithin(work: Work, opened: OpenedCase, record: string, field = 'record'): Promise<void> {
    const row = await this.named(work, individualKind, record, field);
    await this.takeIn(work, opened, row.id);
  }

  async detentionWithin(work: Work, opened: OpenedCase, record: string, field = 'record'): Promise<void> {
    const row = await this.named(work, detentionKind, record, field);
    if (row.individualId) await this.takeIn(work, opened, row.individualId);
    const link = { caseId: opened.id, detentionId: row.id };
    if (!(await work.manager.existsBy(CaseDetention, link))) {
      await work.manager.insert(CaseDetention, { ...link, addedAt: work.now, addedBy: work.actor.id });
      work.note({ act: 'case.detention_added', kind: 'case', recordId: opened.id, facts: { detention: row.id } });
    }
    if (!row.individualId) await this.join(work, opened, { kind: 'detention', id: row.id });
  }

  private async takeIn(work: Work, opened: OpenedCase, individualId: string): Promise<void> {
    const link = { caseId: opened.id, individualId };
    if (!(await work.manager.existsBy(CaseIndividual, link))) {
      await work.manager.insert(CaseIndividual, { ...link, addedAt: work.now, addedBy: work.actor.id });
      work.note({ act: 'case.individual_added', kind: 'case', recordId: opened.id, facts: { individual: individualId } });
    }
    await this.join(work, opened, { kind: 'individual', id: individualId });
  }

  private async join(work: Work, opened: OpenedCase, joining: Joining): Promise<void> {
    await this.circles.join(work, opened.circleId, joining.kind, joining.id);
    await this.joining.after(work, opened, joining);
  }

  private into(actor: Actor, caseId: string, add: (work: Work, opened: OpenedCase) => Promise<void>): Promise<void> {
    return this.work.run(actor, async (work) => {
      await lockCase(work, caseId); // nobody comes in unseen while it is being shared
      const opened = await this.reach.within(work, caseKind, caseId);
      await add(work, opened);
      if (work.entries.length === 0) work.note({ act: 'case.left_unchanged', kind: 'case', recordId: caseId }); // was in it already
    });
  }

  private async named<Row extends Numbered>(work: Work, kind: ReachedKind<Row, object>, record: string, field: string): Promise<Row> {
    const byId: boolean = isId(record);
    const where = byId ? 'r.id = :record' : 'r.reference = :record';
    const [row] = await this.reach.rows(work.actor, kind, where, { record: byId ? record : record.toUpperCase() }, work.manager);
    if (row) return row;
    const refusal = { act: `${kind.name}.refused`, kind: kind.name, recordId: byId ? record : null };
    return work.refuse(refusal, new Problem('case.no_such_record', { status: 422, fields: [{ field, code: 'case.no_such_record' }] }));
  }
}
