import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import type { ReviseOrganisationInput } from './organisation.input.js';
import { organisationKind } from './organisation.kind.js';

/** Corrects what is known of an organisation; the version before stays. */
@Injectable()
export class ReviseOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  /** @throws StaleRecord when somebody saved since. */
  run(actor: Actor, id: string, version: number, input: ReviseOrganisationInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, organisationKind, id);
      const { because = null, sourceId = null, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, organisationKind, changes, current);
      const clean = {
        ...changes,
        ...(changes.kind === null ? { kind: 'unknown' } : {}),
        ...(changes.partner === null ? { partner: false } : {}),
        ...(changes.name === null ? { name: current.name } : {}),
      };
      await this.records.revise(work, organisationKind, current, version, clean, { because, sourceId });
    });
  }
}
