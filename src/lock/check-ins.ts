import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditEntry } from '../audit/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { laterOf, type Instant } from '../kernel/time/public.js';
import { Session, Staff } from '../staff/public.js';

/** Newest sign-ins among which one without duress is looked for. */
const LOOKED_AT = 100;

/** When an administrator last showed that all is well: by the button of the home page, or by signing in without duress. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
  ) {}

  /** Under duress it looks the same and counts for nothing. */
  async run(actor: Actor): Promise<void> {
    if (actor.lowRisk) return;
    await this.work.run(actor, (work) => {
      work.note({ act: 'instance.checked_in', kind: 'instance', recordId: null });
      return Promise.resolve();
    });
  }

  /** null when there was none yet. */
  async last(): Promise<Instant | null> {
    const [pressed] = await rowsOf(this.reader, AuditEntry, `WHERE r.act = 'instance.checked_in' ORDER BY r.seq DESC LIMIT 1`);
    const administrators = await rowsOf(this.reader, Staff, `WHERE r.role = 'administrator'`);
    const staffIds = administrators.map(({ id }) => id);
    const entered = `WHERE r.staff_id IN (:...staffIds) ORDER BY r.started_at DESC LIMIT ${LOOKED_AT}`;
    const sessions = staffIds.length > 0 ? await rowsOf(this.reader, Session, entered, { staffIds }) : [];
    const session = sessions.find(({ lowRisk }) => !lowRisk);
    if (pressed && session) return laterOf(pressed.at, session.startedAt);
    return pressed?.at ?? session?.startedAt ?? null;
  }
}
