import { Injectable } from '@nestjs/common';
import { Circles, Reach, type ReachedKind } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { isId, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Known, RecordRow } from '../kernel/record/public.js';
import { CaseDetention, CaseIndividual } from './case.entity.js';
import { caseKind } from './case.kind.js';

/** Brings people and detentions into a case. From then on only the case's circle reaches them. */
@Injectable()
export class AddToCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly circles: Circles,
  ) {}

  individual(actor: Actor, caseId: string, idOrReference: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const { id, circleId } = await this.reach.within(work, caseKind, caseId);
      const person = await this.named(work, individualKind, idOrReference);
      await this.circles.join(work, circleId, 'individual', person.id);
      await this.addIndividual(work, id, person.id);
      return person.id;
    });
  }

  /** A detention comes with its person: it is never reached more widely than they are. */
  detention(actor: Actor, caseId: string, idOrReference: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const { id, circleId } = await this.reach.within(work, caseKind, caseId);
      const stay = await this.named(work, detentionKind, idOrReference);
      await this.circles.join(work, circleId, 'detention', stay.id);
      if (stay.individualId) {
        await this.circles.join(work, circleId, 'individual', stay.individualId);
        await this.addIndividual(work, id, stay.individualId);
      }
      if (!(await work.manager.existsBy(CaseDetention, { caseId: id, detentionId: stay.id }))) {
        await work.manager.insert(CaseDetention, { caseId: id, detentionId: stay.id, addedAt: work.now, addedBy: actor.id });
      }
      work.note({ act: 'case.detention_added', kind: 'case', recordId: id, facts: { detention: stay.id } });
      return stay.id;
    });
  }

  private async addIndividual(work: Work, caseId: string, individualId: string): Promise<void> {
    if (!(await work.manager.existsBy(CaseIndividual, { caseId, individualId }))) {
      await work.manager.insert(CaseIndividual, { caseId, individualId, addedAt: work.now, addedBy: work.actor.id });
    }
    work.note({ act: 'case.individual_added', kind: 'case', recordId: caseId, facts: { individual: individualId } });
  }

  private async named<Row extends RecordRow & { reference: string }, Private extends object>(
    work: Work,
    kind: ReachedKind<Row, Private>,
    text: string,
  ): Promise<Known<Row, Private>> {
    const byId: boolean = isId(text);
    if (byId) return this.reach.within(work, kind, text);
    const [row] = await this.reach.rows(work.actor, kind, 'r.reference = :reference', { reference: text.toUpperCase() }, work.manager);
    if (!row) throw new Problem('case.record_not_found', { status: 422, fields: [{ field: 'record', code: 'case.record_not_found' }] });
    return this.reach.within(work, kind, row.id);
  }
}
