import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Case } from '../cases/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { KeepShareTasks } from './keep-share-tasks.js';

const TICK_MS = 60_000;
/** Ticks between two looks that nothing gives cause for. */
const HOUR = 60;

/** Cases that are read at once. */
const BATCH = 100;

/** Cases that somebody of another team reads now, or of which a task about that is still standing. */
const looked = `WHERE r.id > :after AND (EXISTS (SELECT 1 FROM circle_member m JOIN staff s ON s.id = m.staff_id
    WHERE m.circle_id = r.circle_id AND m.ended_at IS NULL AND (m.ends_at IS NULL OR m.ends_at > :now) AND s.team_id <> r.team_id)
  OR EXISTS (SELECT 1 FROM share_task t WHERE t.case_id = r.id AND t.settled_at IS NULL)) ORDER BY r.id LIMIT ${BATCH}`;

/**
 * Looks at all shares once an hour: a term runs out without anybody saying a word, and shares that are older than the register
 * of where data went are in no other list. Only where somebody serves, not on the command line.
 */
@Injectable()
export class WatchShares implements OnModuleDestroy {
  private readonly log = new Logger('shares');
  private timer: NodeJS.Timeout | null = null;
  private ticks = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly tasks: KeepShareTasks,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.tick(), TICK_MS);
    this.timer.unref();
  }

  /** There is cause for a look: at the next tick, once however many causes come together. */
  soon(): void {
    this.ticks = 0;
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Answers the cases whose tasks were put in order. */
  async look(): Promise<string[]> {
    const now = this.work.clock.now();
    const ordered: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const cases: Case[] = await rowsOf(this.reader, Case, looked, { now, after });
      for (const opened of cases) if (await this.putInOrder(opened, now)) ordered.push(opened.id);
      after = cases.length < BATCH ? undefined : cases.at(-1)?.id;
    }
    return ordered;
  }

  private async putInOrder(opened: Case, now: Instant): Promise<boolean> {
    if (await this.tasks.inOrder({ manager: this.reader, now }, opened)) return false;
    await this.work.run({ ...systemActor('shares'), teamId: opened.teamId }, async (work) => {
      await this.tasks.settle(work, opened);
      if (work.entries.length === 0) work.note({ act: 'case.left_unchanged', kind: 'case', recordId: opened.id }); // somebody was faster, or had closed the task
    });
    return true;
  }

  private async tick(): Promise<void> {
    const due = this.ticks === 0;
    this.ticks = (this.ticks + 1) % HOUR;
    if (due) await this.look().catch((error: unknown) => this.log.error(error instanceof Error ? error.name : 'failed')); // a driver's own words may quote values
  }
}
