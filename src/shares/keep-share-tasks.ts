import { Inject, Injectable } from '@nestjs/common';
import { lockCase, type Case } from '../cases/public.js';
import { FollowUpAction, followUpKind, isFinished } from '../follow-ups/public.js';
import { columnsOf, putRows, rowsOf, run, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { exactly, type Instant } from '../kernel/time/public.js';
import { Notices, Teams } from '../staff/public.js';
import { bundlesOf } from './goes-along.js';
import { partnersOf } from './partners-of.js';
import { ShareCheck } from './share-check.js';
import { ShareTask } from './share-task.entity.js';

type Looking = Pick<Work, 'manager'> & { readonly now: Instant };

/** Somebody whose consent does not cover that an organisation reads the case. */
interface Uncovered {
  readonly teamId: string;
  readonly subjectId: string;
  readonly reference: string;
}

interface Differences {
  readonly over: readonly ShareTask[];
  readonly missing: readonly Uncovered[];
}

/**
 * One task for the lead, due at once, for everybody whose consent does not cover a share that goes on: to end it or to ask
 * anew. It is closed when the share ends or they agree again. The share is not ended by itself: somebody may be waiting for
 * the other organisation's lawyer. The duty does not depend on what the recorder reaches.
 */
@Injectable()
export class KeepShareTasks {
  constructor(
    private readonly records: Records,
    private readonly notices: Notices,
    private readonly teams: Teams,
    private readonly check: ShareCheck,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async inOrder(looking: Looking, opened: Case): Promise<boolean> {
    const { over, missing } = await this.differences(looking, opened);
    return over.length + missing.length === 0;
  }

  /** A task that somebody finished is not made again, until the person or source has spoken of consent since. */
  async settle(work: Work, opened: Case): Promise<void> {
    const { over, missing } = await this.differences(work, opened);
    if (over.length + missing.length === 0) return;
    await lockCase(work, opened.id); // another look may be making the same tasks
    const still = await this.differences(work, opened);
    for (const one of still.over) await this.close(work, one);
    if (still.missing.length > 0) await this.notices.tell(work, [opened.leadId], 'case.share_uncovered', { link: `/cases/${opened.id}` });
    for (const one of still.missing) await this.make(work, opened, one);
  }

  private async differences({ manager, now }: Looking, opened: Case): Promise<Differences> {
    const uncovered = await this.uncovered({ manager, now }, opened);
    const standing = await rowsOf(manager, ShareTask, 'WHERE r.case_id = :id AND r.settled_at IS NULL ORDER BY r.follow_up_id', { id: opened.id });
    const over: ShareTask[] = [];
    for (const one of standing) if (!uncovered.some(same(one)) || (await this.spokenSince(manager, one))) over.push(one);
    return { over, missing: uncovered.filter((one) => !standing.some((task) => same(task)(one) && !over.includes(task))) };
  }

  private async uncovered({ manager, now }: Looking, opened: Case): Promise<Uncovered[]> {
    const partners = await partnersOf({ manager, now }, opened);
    const bundles = partners.length > 0 ? await bundlesOf(manager, opened) : [];
    const found: Uncovered[] = [];
    for (const { teamId } of partners) {
      const { notAgreed } = await this.check.of(manager, bundles, { teamId, at: now });
      found.push(...notAgreed.map(({ who }) => ({ teamId, subjectId: who.id, reference: who.reference })));
    }
    return found;
  }

  private async spokenSince(manager: Work['manager'], { followUpId, subjectId }: ShareTask): Promise<boolean> {
    const said = 'SELECT 1 FROM consent_decision d WHERE (d.individual_id = :subjectId OR d.source_id = :subjectId) AND d.recorded_at > r.status_at';
    const [task] = await rowsOf(manager, FollowUpAction, `WHERE r.id = :followUpId AND EXISTS (${said})`, { followUpId, subjectId });
    return task !== undefined && isFinished(task.status);
  }

  private async close(work: Work, { followUpId }: ShareTask): Promise<void> {
    await run(work.manager, 'UPDATE share_task SET settled_at = :now WHERE follow_up_id = :followUpId', { now: work.now, followUpId });
    const task = await this.records.byId(work.manager, followUpKind, followUpId);
    if (!isFinished(task.status)) await this.records.revise(work, followUpKind, task, task.version, { status: 'done', statusAt: work.now, statusBy: work.actor.id });
  }

  private async make(work: Work, { id: caseId, leadId, subject }: Case, { teamId, subjectId, reference }: Uncovered): Promise<void> {
    const task = [reference, await this.teams.nameOf(work, teamId)].filter(Boolean).join(' · ');
    const { id: followUpId } = (await this.madeBefore(work, caseId, task)) ?? (await this.records.create(work, followUpKind, {
      ...{ subject, caseId, individualId: null, detentionId: null, incidentId: null },
      ...{ kind: 'end_share', ownerId: leadId, due: columnsOf(exactly(work.now, this.settings.zone)), priority: 'high' },
      ...{ status: 'open', statusAt: work.now, statusBy: work.actor.id, task, outcome: null },
    }));
    await putRows(work.manager, ShareTask, [{ followUpId, caseId, teamId, subjectId, settledAt: null }]);
  }

  /** An open task from when it was not yet kept of whom a task is. */
  private async madeBefore(work: Work, caseId: string, said: string): Promise<{ id: string } | undefined> {
    const loose = `WHERE r.case_id = :caseId AND r.kind = 'end_share' AND NOT EXISTS (SELECT 1 FROM share_task s WHERE s.follow_up_id = r.id)`;
    const known = await this.records.open(work.manager, followUpKind, await rowsOf(work.manager, FollowUpAction, loose, { caseId }));
    return known.find(({ status, task }) => !isFinished(status) && task === said);
  }
}

const same = (one: Pick<Uncovered, 'teamId' | 'subjectId'>) => (other: Pick<Uncovered, 'teamId' | 'subjectId'>): boolean => one.teamId === other.teamId && one.subjectId === other.subjectId;
