import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../../../access/public.js';
import { caseKind } from '../../../cases/public.js';
import { detentionKind } from '../../../detentions/public.js';
import { followUpKind } from '../../../follow-ups/public.js';
import { FindIncidents, incidentKind } from '../../../incidents/public.js';
import { individualKind } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import type { Behind } from '../../../reports/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { BehindRow } from './behind.page.js';

/** Rows of the records behind a figure, once more within reach, and logged as a list that was shown. */
@Injectable()
export class FindBehindRows {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly incidents: FindIncidents,
  ) {}

  async of(actor: Actor, { kind, ids }: Behind, zone: string): Promise<BehindRow[]> {
    if (ids.length === 0) return [];
    const where = 'r.id IN (:...ids) ORDER BY r.id DESC';
    const nothing = { when: '', where: '', outcome: '' };
    const at = (moment: string): string => (moment ? sayInstant(moment as Instant, zone, actor.language) : '');
    const placed = (regionCode: string | null): string => (regionCode ? regionLabel(regionCode, actor.language) : '');
    if (kind === 'detention') {
      const rows = await this.reach.rows(actor, detentionKind, where, { ids }, this.reader);
      await this.reach.saw(actor, detentionKind, rows.map(({ id }) => id), 'listed');
      return rows.map(({ id, reference, startEarliest, regionCode, outcome }) => ({
        ...{ id, href: `/detentions/${id}`, label: reference, when: at(startEarliest), where: placed(regionCode) },
        outcome: labelOf('outcomes', outcome, actor.language),
      }));
    }
    if (kind === 'individual') {
      const rows = await this.reach.rows(actor, individualKind, where, { ids }, this.reader);
      await this.reach.saw(actor, individualKind, rows.map(({ id }) => id), 'listed');
      return rows.map(({ id, reference, regionCode }) => ({ ...nothing, id, href: `/individuals/${id}`, label: reference, where: placed(regionCode) }));
    }
    if (kind === 'incident') {
      const found = await this.incidents.several(actor, ids);
      await this.reach.saw(actor, incidentKind, [...found.keys()], 'listed');
      return [...found.values()].map(({ id, reference, title, start, regionCode }) => ({ ...nothing, id, href: `/incidents/${id}`, label: `${reference} ${title}`, when: at(start?.earliest ?? ''), where: placed(regionCode) }));
    }
    if (kind === 'case') {
      const rows = await this.reach.rows(actor, caseKind, where, { ids }, this.reader);
      await this.reach.saw(actor, caseKind, rows.map(({ id }) => id), 'listed');
      return rows.map(({ id, reference, recordedAt, outcome }) => ({ ...nothing, id, href: `/cases/${id}`, label: reference, when: at(recordedAt), outcome: labelOf('case-outcomes', outcome, actor.language) }));
    }
    const rows = await this.reach.rows(actor, followUpKind, where, { ids }, this.reader);
    await this.reach.saw(actor, followUpKind, rows.map(({ id }) => id), 'listed');
    return rows.map(({ id, kind: what, due, status }) => ({
      ...{ ...nothing, id, href: `/follow-ups/${id}`, label: labelOf('follow-up-kinds', what, actor.language), when: at(due.latest ?? due.earliest ?? '') },
      outcome: labelOf('follow-up-statuses', status, actor.language),
    }));
  }
}
