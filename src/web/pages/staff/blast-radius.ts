import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach, type ReachedKind } from '../../../access/public.js';
import { AuditEntry } from '../../../audit/public.js';
import { caseKind } from '../../../cases/public.js';
import { detentionKind } from '../../../detentions/public.js';
import { incidentKind } from '../../../incidents/public.js';
import { individualKind } from '../../../individuals/public.js';
import type { RecordRow } from '../../../kernel/record/public.js';
import { addHours, Clock } from '../../../kernel/time/public.js';
import { sourceKind } from '../../../sources/public.js';
import { Accounts } from '../../../staff/public.js';

const kinds = [individualKind, detentionKind, caseKind, incidentKind, sourceKind] as unknown as readonly ReachedKind<RecordRow, object>[];

/** What an account can read now, and whom it has opened lately: numbers only, for an administrator sees no record. */
export interface Radius {
  readonly canRead: readonly { readonly kind: string; readonly count: number }[];
  readonly fieldClasses: readonly string[];
  readonly openedPeople: { readonly day: number; readonly month: number };
}

/** How far it reaches when an account falls into other hands. */
@Injectable()
export class BlastRadius {
  constructor(
    private readonly accounts: Accounts,
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
  ) {}

  async of(staffId: string): Promise<Radius> {
    const actor = await this.accounts.asActor(staffId);
    const readable = kinds.filter(({ name }) => actor.permissions.has(`${name}.read`));
    const canRead = await Promise.all(readable.map(async (kind) => ({ kind: kind.name, count: await this.reach.list(actor, kind, 'r').getCount() })));
    const [day, month] = await Promise.all([24, 30 * 24].map((hours) => this.opened(staffId, hours)));
    return { canRead, fieldClasses: [...actor.fieldClasses], openedPeople: { day: day ?? 0, month: month ?? 0 } };
  }

  /** How many different people an account has opened within so many hours, by the log. */
  private async opened(staffId: string, hours: number): Promise<number> {
    const query = this.reader.createQueryBuilder(AuditEntry, 'e').select('COUNT(DISTINCT e.recordId)', 'count');
    query.where('e.actorId = :staffId AND e.act = :act AND e.at > :since', { staffId, act: 'individual.seen', since: addHours(this.clock.now(), -hours) });
    return Number((await query.getRawOne<{ count: string }>())?.count ?? 0);
  }
}
