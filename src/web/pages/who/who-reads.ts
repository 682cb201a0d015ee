import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Circle, CircleMember, CircleRecord, Reach, type ReachedKind } from '../../../access/public.js';
import { AuditEntry } from '../../../audit/public.js';
import { caseKind } from '../../../cases/public.js';
import { detentionKind } from '../../../detentions/public.js';
import { individualKind } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { rowsOf } from '../../../kernel/db/public.js';
import type { RecordRow } from '../../../kernel/record/public.js';
import type { Instant } from '../../../kernel/time/public.js';

type Numbered = ReachedKind<RecordRow & { reference: string }, object>;

const kinds = { individual: individualKind as unknown as Numbered, detention: detentionKind as unknown as Numbered, case: caseKind as unknown as Numbered };
const paths = { individual: '/individuals', detention: '/detentions', case: '/cases' } as const;

/** Acts by which somebody saw what stands in a record. */
const looking = ['seen', 'revealed', 'history_seen', 'exported', 'revised', 'recorded'];

export interface Look {
  readonly actorId: string;
  readonly act: string;
  readonly times: number;
  readonly last: Instant;
}

export interface Who {
  readonly reference: string;
  readonly path: string;
  /** Empty: the record lies in no circle, everybody with the role reaches it. */
  readonly members: readonly { readonly staffId: string; readonly addedBy: string; readonly addedAt: Instant }[];
  /** null: not for this reader. */
  readonly looks: readonly Look[] | null;
}

/** Who can reach a record, and who has looked at it by the log. */
@Injectable()
export class WhoReads {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
  ) {}

  /** @throws Problem `not_found` out of reach */
  async of(actor: Actor, name: keyof typeof kinds, id: string): Promise<Who> {
    const known = await this.reach.one(actor, kinds[name], id);
    const joined = await rowsOf(this.reader, CircleRecord, 'WHERE r.kind = :name AND r.record_id = :id', { name, id });
    const circleIds = joined.map(({ circleId }) => circleId);
    const members = circleIds.length > 0 ? await rowsOf(this.reader, CircleMember, 'WHERE r.circle_id IN (:...circleIds) AND r.ended_at IS NULL ORDER BY r.added_at', { circleIds }) : [];
    const circles = circleIds.length > 0 ? await rowsOf(this.reader, Circle, 'WHERE r.id IN (:...circleIds)', { circleIds }) : [];
    const owns = [known.recordedBy, (known as { leadId?: string }).leadId, ...circles.map(({ openedBy }) => openedBy)].includes(actor.id);
    const mayLook = !actor.lowRisk && (owns || actor.permissions.has('looks.read'));
    return { reference: known.reference, path: `${paths[name]}/${id}`, members: distinct(members), looks: mayLook ? await this.looks(name, id) : null };
  }

  private async looks(kind: string, recordId: string): Promise<Look[]> {
    const query = this.reader.createQueryBuilder(AuditEntry, 'e').select('e.actorId', 'actorId').addSelect('e.act', 'act');
    query.addSelect('COUNT(*)', 'times').addSelect('MAX(e.at)', 'last').where('e.kind = :kind AND e.recordId = :recordId', { kind, recordId });
    query.andWhere('e.act IN (:...acts)', { acts: looking.map((verb) => `${kind}.${verb}`) });
    const rows = await query.groupBy('e.actorId').addGroupBy('e.act').orderBy('last', 'DESC').limit(200).getRawMany<{ actorId: string; act: string; times: string; last: Instant }>();
    return rows.map((row) => ({ ...row, times: Number(row.times) }));
  }
}

const distinct = (members: readonly CircleMember[]): CircleMember[] => [...new Map(members.map((one) => [one.staffId, one])).values()];
