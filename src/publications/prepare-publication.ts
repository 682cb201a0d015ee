import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { daysIn, readDay, type Instant } from '../kernel/time/public.js';
import { SMALLEST_THRESHOLD, type PreparePublicationInput } from './publication.input.js';
import { publicationKind } from './publication.kind.js';

/** Writes down what a publication shall hold. A change of mind is a new one: what was made and agreed to is never altered. */
@Injectable()
export class PreparePublication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly reach: Reach,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers the id. @throws Problem `input.invalid` for a day there is not, the same dimension twice, or a replaced one that is not out. */
  run(actor: Actor, input: PreparePublicationInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  async within(work: Work, input: PreparePublicationInput): Promise<string> {
    refuseFaults(input);
    mayWrite(work.actor, publicationKind, { title: input.title });
    if (input.replacesId) await this.refuseUnreleased(work, input.replacesId);
    const known = await this.records.create(work, publicationKind, {
      ...{ reference: await nextReference(work, 'P'), state: 'draft' as const, language: input.language },
      tables: input.tables.map(({ rows, columns }) => ({ rows, columns: columns ?? null })),
      ...{ fromDay: input.from ?? '', toDay: input.to ?? '', regionCode: input.region ?? null },
      ...{ named: input.named ?? false, threshold: input.threshold ?? SMALLEST_THRESHOLD },
      ...{ embargoUntil: this.embargoOf(input), replacesId: input.replacesId ?? null },
      ...{ madeAt: null, releasedAt: null, releasedBy: null },
      ...{ title: input.title, intro: input.intro ?? null, recallReason: null },
    });
    return known.id;
  }

  private embargoOf({ embargo }: PreparePublicationInput): Instant | null {
    const day = embargo ? readDay(embargo) : null;
    return day ? daysIn(this.settings.zone, day).earliest : null;
  }

  private async refuseUnreleased(work: Work, id: string): Promise<void> {
    const { state } = await this.reach.within(work, publicationKind, id);
    if (state !== 'released' && state !== 'recalled') throw Problem.invalid([{ field: 'replacesId', code: 'publication.not_out' }]);
  }
}

function refuseFaults({ from, to, embargo, tables }: PreparePublicationInput): void {
  const faults = [
    ...Object.entries({ from, to, embargo }).flatMap(([field, day]) => (day && !readDay(day) ? [{ field, code: 'time.impossible_date' }] : [])),
    ...(from && to && to < from ? [{ field: 'to', code: 'report.days_reversed' }] : []),
    ...tables.flatMap(({ rows, columns }, n) => (rows === columns ? [{ field: `tables.${n}.columns`, code: 'publication.same_twice' }] : [])),
  ];
  if (faults.length > 0) throw Problem.invalid(faults);
}
