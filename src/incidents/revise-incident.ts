import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records, type Because, type Known } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { placeKind } from '../places/public.js';
import { sourceKind } from '../sources/public.js';
import type { Incident, IncidentPrivate } from './incident.entity.js';
import { checkReached, endsAfterStart, momentsOf, reachedOf } from './incident-fields.js';
import type { ReviseIncidentInput } from './incident.input.js';
import { incidentKind } from './incident.kind.js';

/** Corrects what is known of an incident; the version before stays. */
@Injectable()
export class ReviseIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `version` is the one the editor started from. @throws StaleRecord when somebody saved since. */
  run(actor: Actor, id: string, version: number, input: ReviseIncidentInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, incidentKind, id);
      const { because = null, sourceId = null, ...said } = input;
      await this.within(work, current, version, said, { because, sourceId });
    });
  }

  /** The same inside a larger story that has already reached the incident. */
  async within(
    work: Work,
    current: Known<Incident, IncidentPrivate>,
    version: number,
    said: Omit<ReviseIncidentInput, 'because' | 'sourceId'> & { sourceWords?: Record<string, string> | null },
    why: Because,
  ): Promise<void> {
    const { start: _start, end: _end, ...others } = said;
    const changes = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    mayWrite(work.actor, incidentKind, changes, current);
    const lists = {
      ...(changes.placeIds === undefined ? {} : { placeIds: await this.named(work, placeKind, current.placeIds, said.placeIds) }),
      ...(changes.sourceIds === undefined ? {} : { sourceIds: await this.named(work, sourceKind, current.sourceIds, said.sourceIds) }),
    };
    const regionCode = said.regionCode === undefined ? current.regionCode : said.regionCode;
    const moments = momentsOf(work, said, regionCode, this.settings.zone);
    endsAfterStart({ ...current, ...moments });
    const never = { kind: 'unknown', permission: 'unknown', title: current.title };
    const emptied = Object.fromEntries(Object.entries(never).filter(([field]) => changes[field] === null));
    await this.records.revise(work, incidentKind, current, version, { ...changes, ...emptied, ...lists, ...moments }, why);
  }

  /** The new list; what the actor does not reach of the old one stays, because nobody can take away what they do not see. */
  private async named(
    work: Work,
    kind: typeof placeKind | typeof sourceKind,
    before: readonly string[],
    now: readonly string[] | null | undefined,
  ): Promise<string[]> {
    const wanted = [...new Set(now ?? [])];
    await checkReached(work, this.reach, kind, wanted.filter((id) => !before.includes(id)));
    const seen = await reachedOf(work, this.reach, kind, before);
    return [...before.filter((id) => !seen.has(id) && !wanted.includes(id)), ...wanted];
  }
}
