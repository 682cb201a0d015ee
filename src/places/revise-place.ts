import { Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { matchPlace } from './match-place.js';
import type { RevisePlaceInput } from './place.input.js';
import { placeKind } from './place.kind.js';
import { checkPlace, placeKey } from './place-rules.js';
import { zoneOfRegion } from './regions.js';

/** Corrects what is known of a place. Times already recorded there keep the zone they were read in. */
@Injectable()
export class RevisePlace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  /** @throws StaleRecord when somebody saved since; Problem `place.already_recorded` (409). */
  run(actor: Actor, id: string, version: number, input: RevisePlaceInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, placeKind, id);
      const { because = null, sourceId = null, zone, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      const merged = { ...current, ...changes };
      const moved = merged.regionCode !== current.regionCode;
      const next = {
        ...merged,
        name: merged.name ?? current.name,
        kind: merged.kind ?? 'unknown',
        aliases: merged.aliases ?? [],
        zone: zone ?? (moved || zone === null ? zoneOfRegion(merged.regionCode) : null) ?? current.zone,
      };
      checkPlace(next);
      const nameKey = placeKey(next.name);
      if (moved || nameKey !== current.nameKey) {
        const there = await matchPlace(work.manager, next.name, next.regionCode);
        if (there && there.id !== id) {
          const fields = [{ field: 'name', code: 'place.already_recorded' }];
          throw new Problem('place.already_recorded', { status: 409, fields, extra: { id: there.id } });
        }
      }
      const { name, kind, aliases } = next;
      await this.records.revise(work, placeKind, current, version, { ...changes, name, kind, aliases, zone: next.zone, nameKey }, { because, sourceId });
    });
  }
}
