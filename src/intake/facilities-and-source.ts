import { Injectable } from '@nestjs/common';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import { fold } from '../kernel/text/public.js';
import { RecordPlace } from '../places/public.js';
import { RecordSource, Source, sourceKind } from '../sources/public.js';
import type { BatchScope } from './batch.js';
import type { IncidentDraft } from './incident-row.js';

/** Finds the facilities a file names and the data set as a source, or records them. */
@Injectable()
export class FacilitiesAndSource {
  constructor(
    private readonly records: Records,
    private readonly recordPlace: RecordPlace,
    private readonly recordSource: RecordSource,
  ) {}

  /** Ids of the facilities, by name within the row's region. */
  async facilities(work: Work, { facilities, input }: IncidentDraft, { memory, mapping }: BatchScope): Promise<string[]> {
    const ids: string[] = [];
    for (const name of facilities) {
      const key = `${input.regionCode ?? ''} ${fold(name)}`;
      const known = memory.facilities.get(key) ?? (await this.facility(work, name, input.regionCode ?? null, mapping.facilityKind));
      if (typeof known === 'string') ids.push(known);
      else {
        memory.facilities.set(key, known.id);
        if (known.isNew) memory.created.add(key);
        ids.push(known.id);
      }
    }
    return [...new Set(ids)];
  }

  /** One source stands for the whole data set, whichever file of it comes. */
  async source(work: Work, { memory, mapping }: BatchScope): Promise<string> {
    if (memory.sourceId) return memory.sourceId;
    const label = mapping.source?.label ?? mapping.title;
    const sets = await rowsOf(work.manager, Source, `WHERE r.kind = 'dataset' AND r.team_id = :team ORDER BY r.id`, { team: work.actor.teamId });
    const known = await this.records.open(work.manager, sourceKind, sets);
    const there = known.find((one) => one.label === label);
    const location = mapping.source?.location ?? null;
    memory.sourceId = there?.id ?? (await this.recordSource.within(work, { label, kind: 'dataset', protected: false, location }));
    return memory.sourceId;
  }

  private facility(work: Work, name: string, regionCode: string | null, kind: string): Promise<{ id: string; isNew: boolean }> {
    return this.recordPlace.matchedOrNew(work, { name, regionCode, kind });
  }
}
