import { Injectable } from '@nestjs/common';
import { Reach, type ReachedKind } from '../access/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';
import { Accounts } from '../staff/public.js';
import type { KnownPerson } from './find-known.js';

/** Whom a reader may be told of among those who were found: who stands in a text is told only to who reaches them anyway. */
@Injectable()
export class ReachKnown {
  constructor(
    private readonly reach: Reach,
    private readonly accounts: Accounts,
  ) {}

  /** Their ids; a relative or speaker has that of the individual. Of sources nothing to who does not read who they are. */
  async of(actor: Actor, found: readonly Pick<KnownPerson, 'kind' | 'id'>[]): Promise<ReadonlySet<string>> {
    const ids = (...kinds: KnownPerson['kind'][]): string[] => found.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const [people, sources, staff] = await Promise.all([
      this.reach.covered(actor, individualKind as unknown as ReachedKind<RecordRow, object>, ids('individual', 'relative', 'speaker')),
      actor.fieldClasses.has('source') ? this.reach.covered(actor, sourceKind as unknown as ReachedKind<RecordRow, object>, ids('source')) : new Set<string>(),
      actor.permissions.has('staff.manage') ? this.accounts.namesOf(ids('staff'), actor.teamId) : new Map<string, string>(),
    ]);
    return new Set([...people, ...sources, ...staff.keys()]);
  }
}
