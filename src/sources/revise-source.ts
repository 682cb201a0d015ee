import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf, noBounds, UnitOfWork } from '../kernel/db/public.js';
import { boundsFrom, type WhenInput } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { ReviseSourceInput } from './source.input.js';
import { sourceKind } from './source.kind.js';

/** Corrects what is known of a source; the version before stays. */
@Injectable()
export class ReviseSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws StaleRecord when somebody saved since. */
  run(actor: Actor, id: string, version: number, input: ReviseSourceInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, sourceKind, id);
      const { because = null, stated, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, sourceKind, changes, current);
      const when = stated?.said ? columnsOf(boundsFrom(stated, 'stated', this.settings.zone, work.now)) : { ...noBounds };
      const clean = {
        ...changes,
        ...(changes.kind === null ? { kind: 'unknown' } : {}),
        ...(changes.reliability === null ? { reliability: 'unknown' } : {}),
        ...(changes.protected === null ? { protected: true } : {}),
        ...(changes.label === null ? { label: current.label } : {}),
        // Words left as they were keep their reading: "yesterday" read again today would be another day.
        ...(stated === undefined || sameWords(stated, current.stated.asSaid) ? {} : { stated: when }),
      };
      await this.records.revise(work, sourceKind, current, version, clean, { because });
    });
  }
}

const sameWords = (stated: WhenInput | null, asSaid: string | null): boolean => stated !== null && !stated.precision && stated.said === asSaid;
