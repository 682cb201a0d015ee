import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { HOME_TEAM, type Actor } from '../kernel/actor/public.js';
import { Keys, type Commitments } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { daysIn, readDay, type Instant } from '../kernel/time/public.js';
import { kindsOfActs, refusedActs } from './acts.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditListInput } from './audit.input.js';
import { openingOf } from './receipt.js';
import { auditEntryView, type AuditEntryView } from './audit.view.js';

const LIMIT = 50;

/** Entries of one moment may be numbered a little out of the order of their times: those that share a commit. */
const SLACK = 1000;

/** Digests by field, before and after a change. */
export interface Sides {
  readonly before: Commitments;
  readonly after: Commitments;
}

/**
 * Reads the log, newest first. Every filter walks an index, so that the list answers at a million entries as at a
 * thousand. Reading the log is itself an entry of it.
 */
@Injectable()
export class FindAudit {
  constructor(
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /**
   * One entry, and the digests of the single fields it vouches for; these are null when what opens it is gone.
   * @throws Problem `not_found`, also for what people of other teams did
   */
  async one(actor: Actor, seq: number): Promise<{ entry: AuditEntryView; sides: Sides | null }> {
    const query = await this.filtered(actor, {});
    const row = await query?.andWhere('e.seq = :seq', { seq }).getOne();
    if (!row) throw Problem.notFound();
    await this.work.log([{ act: 'audit.read', kind: 'audit', recordId: null, facts: { entry: seq }, actor, at: this.work.clock.now() }]);
    const opened = await openingOf(this.reader, this.keys, seq);
    return { entry: auditEntryView(row), sides: opened && { before: opened.fields('before'), after: opened.fields('after') } };
  }

  async page(actor: Actor, input: AuditListInput): Promise<PageOf<AuditEntryView>> {
    const query = await this.filtered(actor, input);
    const page = query ? await sliced(query, input) : { items: [], next: null, previous: null };
    const { actor: by, act, kind, record, from, to, refused } = input;
    const filters = Object.entries({ by, act, kind, record, from, to, refused }).filter(([, value]) => value);
    const facts = { ...Object.fromEntries(filters), count: page.items.length };
    await this.work.log([{ act: 'audit.read', kind: 'audit', recordId: null, facts, actor, at: this.work.clock.now() }]);
    return { ...page, items: page.items.map(auditEntryView) };
  }

  /** null: no entry is as old or as young as asked for. */
  private async filtered(actor: Actor, input: AuditListInput): Promise<SelectQueryBuilder<AuditEntry> | null> {
    const query = this.reader.createQueryBuilder(AuditEntry, 'e');
    // Of another team than the one that keeps the installation: what its own people did.
    if (actor.teamId !== HOME_TEAM) query.andWhere('e.actorId IN (SELECT s.id FROM staff s WHERE s.team_id = :team)', { team: actor.teamId });
    if (input.actor) query.andWhere('e.actorId = :actor', { actor: input.actor });
    if (input.act) query.andWhere('e.act = :act', { act: input.act });
    if (input.refused) query.andWhere('e.allowed = 0').andWhere({ act: In([...refusedActs]) }); // the index is by act
    if (input.record) query.andWhere({ recordId: input.record, kind: In(input.kind ? [input.kind] : [...kindsOfActs]) });
    else if (input.kind) query.andWhere('e.kind = :kind', { kind: input.kind });
    const from = input.from ? this.dayOf(input.from, 'from').earliest : null;
    const to = input.to ? this.dayOf(input.to, 'to').latest : null;
    if (from) {
      const first = await this.nearest('>=', from);
      if (first === null) return null;
      query.andWhere('e.seq >= :first AND e.at >= :from', { first: first - SLACK, from });
    }
    if (to) {
      const last = await this.nearest('<=', to);
      if (last === null) return null;
      query.andWhere('e.seq <= :last AND e.at <= :to', { last: last + SLACK, to });
    }
    return query;
  }

  private dayOf(text: string, field: string): { earliest: Instant; latest: Instant } {
    const day = readDay(text);
    if (!day) throw new Problem('time.impossible_date', { status: 422, fields: [{ field, code: 'time.impossible_date' }] });
    return daysIn(this.settings.zone, day);
  }

  private async nearest(than: '>=' | '<=', moment: Instant): Promise<number | null> {
    const query = this.reader.createQueryBuilder(AuditEntry, 'e').where(`e.at ${than} :moment`, { moment });
    const row = await query.orderBy('e.at', than === '>=' ? 'ASC' : 'DESC').limit(1).getOne();
    return row?.seq ?? null;
  }
}

/** One page by number: `before.120` holds what is older than entry 120, `after.120` what is younger. */
async function sliced(query: SelectQueryBuilder<AuditEntry>, input: AuditListInput): Promise<PageOf<AuditEntry>> {
  const cursor = input.cursor ? /^(before|after)\.(\d{1,15})$/.exec(input.cursor) : null;
  if (input.cursor && !cursor) throw new Problem('list.cursor_malformed', { status: 400 });
  const limit = input.limit ?? LIMIT;
  const younger = cursor?.[1] === 'after';
  if (cursor) query.andWhere(younger ? 'e.seq > :cursor' : 'e.seq < :cursor', { cursor: Number(cursor[2]) });
  const found = await query.orderBy('e.seq', younger ? 'ASC' : 'DESC').limit(limit + 1).getMany();
  const more = found.length > limit;
  const items = found.slice(0, limit);
  if (younger) items.reverse();
  const [first, last] = [items[0], items.at(-1)];
  return {
    items,
    next: last && (younger || more) ? `before.${last.seq}` : null,
    previous: first && (younger ? more : cursor !== null) ? `after.${first.seq}` : null,
  };
}
