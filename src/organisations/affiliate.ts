import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { once, Records } from '../kernel/record/public.js';
import { Affiliation } from './organisation.entity.js';
import type { RecordAffiliationInput, ReviseAffiliationInput } from './organisation.input.js';
import { affiliationKind, organisationKind } from './organisation.kind.js';

/** Ties people to organisations. Who does it must reach both ends; the tie is sealed under the person's key. */
@Injectable()
export class Affiliate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  /** @throws Problem `affiliation.already_recorded` (409) for the same person in the same relation. */
  run(actor: Actor, organisationId: string, input: RecordAffiliationInput): Promise<string> {
    return this.work.run(actor, (work) =>
      once(work, async () => {
        const organisation = await this.reach.within(work, organisationKind, organisationId);
        const person = await this.reach.within(work, individualKind, input.individualId);
        if (input.role) mayWrite(actor, affiliationKind, { role: input.role });
        const relation = input.relation ?? 'unknown';
        const tie = { individualId: person.id, organisationId: organisation.id, relation };
        if (await work.manager.existsBy(Affiliation, tie)) throw new Problem('affiliation.already_recorded', { status: 409 });
        const known = await this.records.create(work, affiliationKind, { ...tie, role: input.role ?? null, subject: person.subject });
        return known.id;
      }),
    );
  }

  /** @throws StaleRecord when somebody saved since. */
  revise(actor: Actor, organisationId: string, id: string, version: number, input: ReviseAffiliationInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, affiliationKind, id);
      if (current.organisationId !== organisationId) throw Problem.notFound(); // a tie of another organisation is none of this address
      const { because = null, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, affiliationKind, changes, current);
      const clean = { ...changes, ...(changes.relation === null ? { relation: 'unknown' } : {}) };
      await this.records.revise(work, affiliationKind, current, version, clean, { because });
    });
  }
}
