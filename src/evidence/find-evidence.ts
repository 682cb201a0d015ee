import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach, shown } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Records } from '../kernel/record/public.js';
import { kindsAbout, type EvidenceAbout } from './evidence-about.js';
import { evidenceKind } from './evidence.kind.js';
import { evidenceView, type EvidenceView, type EvidenceWithStepsView } from './evidence.view.js';
import { KeepSteps } from './keep-steps.js';

const columns: Readonly<Record<EvidenceAbout, string>> = { individual: 'individual_id', detention: 'detention_id', incident: 'incident_id', case: 'case_id' };

/** Reads what is known of files; the files themselves are read by `ReadFile`. */
@Injectable()
export class FindEvidence {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly reader: EntityManager,
    private readonly steps: KeepSteps,
  ) {}

  /** All files of one record, oldest first, copies after their originals. @throws Problem `not_found` when the record is out of reach */
  async of(actor: Actor, about: EvidenceAbout, id: string): Promise<EvidenceView[]> {
    await this.reach.peek(actor, kindsAbout[about], id);
    const rows = await this.reach.rows(actor, evidenceKind, `r.${columns[about]} = :about ORDER BY r.id`, { about: id });
    await this.reach.saw(actor, evidenceKind, rows.map((row) => row.id), 'listed');
    const views = (await this.records.open(this.reader, evidenceKind, rows)).map((known) => evidenceView(actor, known));
    return views.filter(({ originalId }) => originalId === null).flatMap((one) => [one, ...views.filter(({ originalId }) => originalId === one.id)]);
  }

  async one(actor: Actor, id: string): Promise<EvidenceWithStepsView> {
    const known = await this.reach.one(actor, evidenceKind, id);
    const steps = await this.steps.of(known);
    const words = <T>(value: T) => shown(actor, 'narrative', value);
    return { ...evidenceView(actor, known), steps: steps.map(({ from, to, reason, ...step }) => ({ ...step, from: words(from), to: words(to), reason: words(reason) })) };
  }
}

