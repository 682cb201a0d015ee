import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../../access/public.js';
import type { Actor } from '../../kernel/actor/public.js';
import { Records } from '../../kernel/record/public.js';
import { incidentKind } from '../../incidents/public.js';
import { placeKind } from '../../places/public.js';
import { sourceKind } from '../../sources/public.js';
import { RecordNames } from '../../timeline/public.js';
import type { Option } from '../parts/public.js';

/** How many a select box offers: the newest; beyond that one searches. */
const OFFERED = 200;

/** Names of other records on a page and in its select boxes, always within the viewer's reach, one query a kind. */
@Injectable()
export class Choices extends RecordNames {
  constructor(reach: Reach, records: Records, reader: EntityManager) {
    super(reach, records, reader);
  }

  async places(actor: Actor): Promise<Option[]> {
    const rows = await this.reach.list(actor, placeKind, 'p').orderBy('p.changedAt', 'DESC').limit(OFFERED).getMany();
    return sorted(rows.map((row) => ({ value: row.id, label: row.name })), actor);
  }

  async sources(actor: Actor): Promise<Option[]> {
    const rows = await this.reach.list(actor, sourceKind, 's').orderBy('s.changedAt', 'DESC').limit(OFFERED).getMany();
    const known = await this.records.open(this.reader, sourceKind, rows);
    return sorted(known.map((one) => ({ value: one.id, label: `${one.label} (${one.reference})` })), actor);
  }

  async incidents(actor: Actor): Promise<Option[]> {
    const rows = await this.reach.list(actor, incidentKind, 'i').orderBy('i.changedAt', 'DESC').limit(OFFERED).getMany();
    const known = await this.records.open(this.reader, incidentKind, rows);
    return known.map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` }));
  }
}

const sorted = (options: Option[], actor: Actor): Option[] => options.sort((a, b) => a.label.localeCompare(b.label, actor.language));
