import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { zoneOfRegion } from '../places/public.js';
import { AddToCustody } from './add-to-custody.js';
import { CustodyChanged } from './custody-changed.js';
import type { RecordDetentionInput } from './detention.input.js';
import { detentionKind } from './detention.kind.js';

/** Records a stay: of one person, or of people who can only be counted yet. */
@Injectable()
export class RecordDetention {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly add: AddToCustody,
    private readonly changed: CustodyChanged,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  run(actor: Actor, input: RecordDetentionInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  /** The same inside a larger story, such as an intake. */
  async within(work: Work, input: RecordDetentionInput): Promise<string> {
    if (!input.individualId && !input.unnamed && !input.countedAtLeast) {
      throw new Problem('detention.nobody', { status: 422, fields: [{ field: 'individualId', code: 'detention.nobody' }] });
    }
    countsAgree(input);
    mayWrite(work.actor, detentionKind, given(input));
    const person = input.individualId ? await this.reach.within(work, individualKind, input.individualId) : null;
    const incident = input.incidentId ? await this.reach.within(work, incidentKind, input.incidentId) : null;
    const regionCode = input.regionCode ?? incident?.regionCode ?? null;
    const known = await this.records.create(work, detentionKind, {
      ...(person ? { subject: person.subject } : {}),
      reference: await nextReference(work, 'D'),
      individualId: person?.id ?? null,
      incidentId: incident?.id ?? null,
      kind: input.kind ?? 'unknown',
      kindWords: input.kindWords ?? null,
      authorityKind: input.authorityKind ?? incident?.authorityKind ?? 'unknown',
      authorityWords: input.authorityWords ?? null,
      outcome: input.outcome ?? 'unknown',
      outcomeWords: input.outcomeWords ?? null,
      regionCode,
      countedAtLeast: person ? 1 : (input.countedAtLeast ?? 1),
      countedAtMost: person ? 1 : (input.countedAtMost ?? null),
      circumstances: input.circumstances ?? null,
      startEarliest: '',
      startLatest: '',
      ground: input.ground ?? null,
      description: input.description ?? null,
      unnamed: input.unnamed ?? null,
    });
    const zone = zoneOfRegion(regionCode) ?? this.settings.zone;
    for (const [n, period] of (input.periods ?? []).entries()) await this.add.period(work, known, period, zone, `periods.${n}`);
    for (const [n, event] of (input.events ?? []).entries()) await this.add.event(work, known, event, zone, `events.${n}`);
    await this.changed.after(work, known.id);
    return known.id;
  }
}

/** @throws Problem `detention.count_reversed` (422). */
export function countsAgree(input: { countedAtLeast?: number; countedAtMost?: number | null }): void {
  if (input.countedAtMost && input.countedAtMost < (input.countedAtLeast ?? 1)) {
    throw new Problem('detention.count_reversed', { status: 422, fields: [{ field: 'countedAtMost', code: 'detention.count_reversed' }] });
  }
}

/** Only what concerns the detention itself and was really said. */
const given = ({ periods: _periods, events: _events, ...input }: RecordDetentionInput): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''));
