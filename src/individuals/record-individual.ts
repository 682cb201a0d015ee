import { Injectable } from '@nestjs/common';
import { mayWrite } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Keys } from '../kernel/crypto/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { nextReference, once, Records } from '../kernel/record/public.js';
import { bornBetween, minorIn } from './birth-years.js';
import type { RecordIndividualInput } from './individual.input.js';
import { individualKind } from './individual.kind.js';
import { keepNameTokens } from './name-tokens.js';

/** Records a person. Only a name or a description is needed; everything else can come later. */
@Injectable()
export class RecordIndividual {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly keys: Keys,
  ) {}

  /** Answers the id of the new individual (or of the one this very request made before). */
  run(actor: Actor, input: RecordIndividualInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  /** The same inside a larger story, such as an intake or an import. */
  async within(work: Work, input: RecordIndividualInput): Promise<string> {
    const names = input.names ?? [];
    if (names.length === 0 && !input.description) {
      throw new Problem('individual.nothing_to_know_by', { status: 422, fields: [{ field: 'names', code: 'individual.nothing_to_know_by' }] });
    }
    mayWrite(work.actor, individualKind, given(input));
    const born = bornBetween(input.birth ?? null, input.ageSaid ?? null);
    const known = await this.records.create(work, individualKind, {
      reference: await nextReference(work, 'I'),
      sex: input.sex ?? 'unknown',
      ...born,
      regionCode: input.regionCode ?? null,
      roles: input.roles ?? [],
      minor: minorIn(Number(work.now.slice(0, 4)), born) ?? (input.vulnerabilities?.includes('minor') ? true : null),
      externalToken: input.externalId ? this.externalTokens(input.externalId)[0] : null,
      names,
      birth: input.birth ?? null,
      ageSaid: input.ageSaid ?? null,
      nationality: input.nationality ?? null,
      occupation: input.occupation ?? null,
      vulnerabilities: input.vulnerabilities ?? null,
      medicalNeed: input.medicalNeed ?? null,
      phones: input.phones ?? null,
      address: input.address ?? null,
      relatives: input.relatives ?? null,
      documents: input.documents ?? null,
      description: input.description ?? null,
      notes: input.notes ?? null,
    });
    await keepNameTokens(work.manager, this.keys, known.id, names);
    return known.id;
  }

  /** Newest first: whoever was imported before the key was changed still has the older one. */
  externalTokens(externalId: string): readonly [string, ...string[]] {
    return this.keys.tokensEver('individual external id', externalId);
  }
}

/** The fields somebody really said something in: an empty one is no attempt to write it. */
const given = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''));
