import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { newId, putRows, rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Notice } from './notice.entity.js';

export const noticeKinds = [
  'device.new',
  'password.changed',
  'factor.added',
  'factor.revoked',
  'factor.reset',
  'recovery.used',
  'token.made',
  'oidc.tied',
  'emergency.entered',
  'emergency.answered',
  'reading.fast',
  'duress.entered',
  'approval.asked',
  'approval.settled',
  'case.shared',
  'case.share_uncovered',
  'instance.locked',
  'instance.locked_itself',
  'instance.unlocked',
  'instance.unlock_refused',
  'instance.cut_short',
  'backup.failed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The newest that are shown; older ones have been seen or lost their point. */
const SHOWN = 50;

/** Tells people what they have to know, in the transaction of what happened. */
@Injectable()
export class Notices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
  ) {}

  async tell(work: Pick<Work, 'manager' | 'now'>, staffIds: readonly string[], kind: NoticeKind, facts: Record<string, string | number> = {}): Promise<void> {
    const rows = [...new Set(staffIds)].map((staffId) => ({ id: newId(work.now), staffId, kind, facts, at: work.now, seenAt: null }));
    await putRows(work.manager, Notice, rows);
  }

  /** Of one's own, the newest first. */
  of(actor: Actor): Promise<Notice[]> {
    return rowsOf(this.reader, Notice, `WHERE r.staff_id = :id ORDER BY r.id DESC LIMIT ${SHOWN}`, { id: actor.id });
  }

  async unseen(actor: Actor): Promise<Notice[]> {
    return (await this.of(actor)).filter((notice) => notice.seenAt === null);
  }

  /** All of one's own up to now: a new one that came while reading stays new. */
  seen(actor: Actor, until: Instant): Promise<void> {
    return this.work.touch(async (manager) => {
      const update = manager.createQueryBuilder().update(Notice).set({ seenAt: this.work.clock.now() });
      await update.where('staff_id = :id AND seen_at IS NULL AND at <= :until', { id: actor.id, until }).execute();
    });
  }
}
