import { Inject, Injectable } from '@nestjs/common';
import { mayWrite } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf, noBounds, UnitOfWork, type Work } from '../kernel/db/public.js';
import { boundsFrom } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { RecordSourceInput } from './source.input.js';
import { sourceKind } from './source.kind.js';

/** Records who or what said something. */
@Injectable()
export class RecordSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  run(actor: Actor, input: RecordSourceInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  /** The same inside a larger story, such as an intake; answers the new id. */
  async within(work: Work, input: RecordSourceInput): Promise<string> {
    mayWrite(work.actor, sourceKind, given(input));
    const known = await this.records.create(work, sourceKind, {
      reference: await nextReference(work, 'S'),
      kind: input.kind ?? 'unknown',
      reliability: input.reliability ?? 'unknown',
      protected: input.protected ?? true,
      language: input.language ?? null,
      stated: input.stated?.said ? columnsOf(boundsFrom(input.stated, 'stated', this.settings.zone, work.now)) : { ...noBounds },
      label: input.label,
      identity: input.identity ?? null,
      contact: input.contact ?? null,
      statement: input.statement ?? null,
      location: input.location ?? null,
    });
    return known.id;
  }
}

/** The fields somebody really said something in: an empty one is no attempt to write it. */
const given = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''));
