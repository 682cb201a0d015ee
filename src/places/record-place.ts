import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { matchPlace } from './match-place.js';
import type { RecordPlaceInput } from './place.input.js';
import { placeKind } from './place.kind.js';
import { checkPlace, placeKey } from './place-rules.js';
import { zoneOfRegion } from './regions.js';

/** Records a facility or another named place. */
@Injectable()
export class RecordPlace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  run(actor: Actor, input: RecordPlaceInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  /**
   * The same inside a larger story; answers the new id.
   * @throws Problem `place.already_recorded` (409, with its id) when the region has a place of that name.
   */
  async within(work: Work, input: RecordPlaceInput): Promise<string> {
    const there = await matchPlace(work.manager, input.name, input.regionCode ?? null);
    if (there) {
      const fields = [{ field: 'name', code: 'place.already_recorded' }];
      throw new Problem('place.already_recorded', { status: 409, fields, extra: { id: there.id } });
    }
    return this.make(work, input);
  }

  /** The place of that name in that region, made when there is none: for imports. */
  async matchedOrNew(work: Work, input: RecordPlaceInput): Promise<{ id: string; isNew: boolean }> {
    const there = await matchPlace(work.manager, input.name, input.regionCode ?? null);
    return there ? { id: there.id, isNew: false } : { id: await this.make(work, input), isNew: true };
  }

  private async make(work: Work, input: RecordPlaceInput): Promise<string> {
    const regionCode = input.regionCode ?? null;
    const values = {
      kind: input.kind ?? 'unknown',
      kindWords: input.kindWords ?? null,
      regionCode,
      zone: input.zone ?? zoneOfRegion(regionCode) ?? this.settings.zone,
      name: input.name,
      nameRu: input.nameRu ?? null,
      nameKk: input.nameKk ?? null,
      nameKey: placeKey(input.name),
      aliases: input.aliases ?? [],
      authorityKind: input.authorityKind ?? null,
      address: input.address ?? null,
      validFrom: input.validFrom ?? null,
      validTo: input.validTo ?? null,
    };
    checkPlace(values);
    return (await this.records.create(work, placeKind, values)).id;
  }
}
