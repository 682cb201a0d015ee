import { Injectable } from '@nestjs/common';
import { mayWrite } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import type { RecordOrganisationInput } from './organisation.input.js';
import { organisationKind } from './organisation.kind.js';

/** Records a group: an NGO, a newspaper, a party. */
@Injectable()
export class RecordOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
  ) {}

  run(actor: Actor, input: RecordOrganisationInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  async within(work: Work, input: RecordOrganisationInput): Promise<string> {
    mayWrite(work.actor, organisationKind, given(input));
    const known = await this.records.create(work, organisationKind, {
      reference: await nextReference(work, 'O'),
      kind: input.kind ?? 'unknown',
      regionCode: input.regionCode ?? null,
      partner: input.partner ?? false,
      name: input.name,
      otherNames: input.otherNames ?? null,
      contact: input.contact ?? null,
      notes: input.notes ?? null,
    });
    return known.id;
  }
}

/** The fields somebody really said something in: an empty one is no attempt to write it. */
const given = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''));
