import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Keys } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { bornBetween, minorIn } from './birth-years.js';
import type { ReviseIndividualInput } from './individual.input.js';
import { IndividualChanged } from './individual-changed.js';
import { individualKind } from './individual.kind.js';
import { keepNameTokens } from './name-tokens.js';

/** Corrects what is known of a person: the version before stays, with who, when and why. */
@Injectable()
export class ReviseIndividual {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly keys: Keys,
    private readonly changed: IndividualChanged,
  ) {}

  /** `version` is the one the editor started from. @throws StaleRecord when somebody saved since. */
  run(actor: Actor, id: string, version: number, input: ReviseIndividualInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, individualKind, id);
      const { because = null, sourceId = null, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, individualKind, changes, current);
      const next = { ...current, ...changes };
      const names = next.names ?? [];
      if (names.length === 0 && !next.description) throw new Problem('individual.nothing_to_know_by', { status: 422 });
      const born = bornBetween(next.birth, next.ageSaid);
      const minor = minorIn(Number(work.now.slice(0, 4)), born) ?? (next.vulnerabilities?.includes('minor') ? true : null);
      const clean = { ...changes, ...(changes.names === null ? { names: [] } : {}), ...(changes.roles === null ? { roles: [] } : {}) };
      await this.records.revise(work, individualKind, current, version, { ...clean, ...born, minor }, { because, sourceId });
      await keepNameTokens(work.manager, this.keys, id, names);
      await this.changed.after(work, id);
    });
  }
}
