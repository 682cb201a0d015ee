import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { noBounds, UnitOfWork, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { nextReference, once, Records, type Because } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { placeKind } from '../places/public.js';
import { sourceKind } from '../sources/public.js';
import { AddHeadCount } from './add-head-count.js';
import { checkReached, endsAfterStart, momentsOf } from './incident-fields.js';
import type { RecordIncidentInput } from './incident.input.js';
import { incidentKind } from './incident.kind.js';

/** What an import knows besides: the id in the system the row came from, and the source's own words for coded fields. */
export interface ImportedFrom {
  readonly externalId: string;
  readonly sourceWords: Record<string, string> | null;
}

/** Records what happened, with what each source says of how many were detained. */
@Injectable()
export class RecordIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly addHeadCount: AddHeadCount,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers the id of the new incident (or of the one this very request made before). */
  run(actor: Actor, input: RecordIncidentInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  /** The same inside a larger story, such as an import. */
  async within(work: Work, input: RecordIncidentInput, from?: ImportedFrom, why: Because = {}): Promise<string> {
    const { headCounts = [], ...said } = input;
    mayWrite(work.actor, incidentKind, given(said));
    if (!from) await this.checkNamed(work, input);
    const regionCode = input.regionCode ?? null;
    const moments = { start: { ...noBounds }, end: { ...noBounds }, ...momentsOf(work, input, regionCode, this.settings.zone) };
    endsAfterStart(moments);
    const known = await this.records.create(
      work,
      incidentKind,
      {
        reference: await nextReference(work, 'E'),
        kind: input.kind ?? 'unknown',
        kindWords: input.kindWords ?? null,
        regionCode,
        placeWords: input.placeWords ?? null,
        placeIds: input.placeIds ?? [],
        ...moments,
        theme: input.theme ?? null,
        themeToken: null,
        permission: input.permission ?? 'unknown',
        organiserKind: input.organiserKind ?? null,
        authorityKind: input.authorityKind ?? null,
        sourceIds: input.sourceIds ?? [],
        externalId: from?.externalId ?? null,
        externalToken: null,
        title: input.title,
        description: input.description ?? null,
        organiser: input.organiser ?? null,
        links: input.links ?? null,
        sourceWords: from?.sourceWords ?? null,
      },
      why,
    );
    for (const count of headCounts) await this.addHeadCount.keep(work, known, count, why);
    return known.id;
  }

  /** What a person names must be theirs to see; an import names what it has just matched itself. */
  private async checkNamed(work: Work, { placeIds = [], sourceIds = [], headCounts = [] }: RecordIncidentInput): Promise<void> {
    await checkReached(work, this.reach, placeKind, placeIds);
    await checkReached(work, this.reach, sourceKind, [...sourceIds, ...headCounts.flatMap((count) => count.sourceId ?? [])]);
  }
}

/** The fields somebody really said something in: an empty one is no attempt to write it. */
const given = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''));
