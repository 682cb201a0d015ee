import { Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import { RecordDetention, type RecordDetentionInput } from '../detentions/public.js';
import { individualKind, RecordIndividual, type RecordIndividualInput } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { newId, noBounds, UnitOfWork, type Work } from '../kernel/db/public.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';

/** One person taken in: who, what happened to them, who says so. */
export interface Intake {
  readonly individual: RecordIndividualInput;
  /** Somebody already recorded, chosen by the person at the form; `individual` is then left as it was. */
  readonly sameAs?: string;
  readonly detention: RecordDetentionInput;
  /** Who reported it, in the words of the form; becomes a protected source. */
  readonly reporter?: { readonly identity: string; readonly kind: string };
}

/** Records a person, their detention and the reporter in one transaction: nothing is half-saved. */
@Injectable()
export class TakeIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly recordIndividual: RecordIndividual,
    private readonly recordDetention: RecordDetention,
  ) {}

  /** Answers the id of the detention. */
  run(actor: Actor, intake: Intake): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, intake)));
  }

  private async within(work: Work, intake: Intake): Promise<string> {
    const individualId = intake.sameAs
      ? (await this.reach.within(work, individualKind, intake.sameAs)).id
      : await this.recordIndividual.within(work, intake.individual);
    const sourceId = intake.reporter ? await this.reporter(work, intake.reporter) : null;
    const periods = (intake.detention.periods ?? []).map((period) => ({ ...period, sourceId: period.sourceId ?? sourceId }));
    return this.recordDetention.within(work, { ...intake.detention, individualId, periods });
  }

  private async reporter(work: Work, reporter: { identity: string; kind: string }): Promise<string> {
    const reference = await nextReference(work, 'S');
    const known = await this.records.create(work, sourceKind, {
      ...{ reference, kind: reporter.kind, reliability: 'unknown', protected: true, language: null, stated: { ...noBounds } },
      ...{ id: newId(work.now), label: reference, identity: reporter.identity, contact: null, statement: null, location: null },
    });
    return known.id;
  }
}
