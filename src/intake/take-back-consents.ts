import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { ConsentDecision, kindsAbout, WithdrawConsent, type ConsentAbout, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { counted, rowsOf, run, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { FindImportRuns } from './find-import-runs.js';
import type { TakenBackView } from './import-run.view.js';
import { ImportedConsent } from './imported-consent.entity.js';

/** Decisions of one transaction: others write in between. */
const BATCH = 25;

/**
 * Takes an import of consents back: every yes it brought is withdrawn, with all that a withdrawal brings along. A decision is
 * never removed, and a no stays: taking back only ever narrows. Batch by batch in the background, each whole and in the log; what
 * a stop leaves over, or people out of the actor's reach, is left standing as such and can be taken up by whoever reaches them.
 */
@Injectable()
export class TakeBackConsents implements OnApplicationShutdown {
  private readonly log = new Logger('imports');
  private readonly going = new Map<string, Promise<void>>();
  private stopped = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly runs: FindImportRuns,
    private readonly withdraw: WithdrawConsent,
  ) {}

  /**
   * Begins, or goes on with what is left; `standing` tells how far it is.
   * @throws Problem `access.refused` (403), `not_found`, `import.nothing_to_take_back` (409), `import.taking_back` (409) while it is going on
   */
  async begin(actor: Actor, runId: string): Promise<void> {
    if (!actor.permissions.has('consent.record')) throw new Problem('access.refused', { status: 403 });
    const { what } = await this.runs.one(actor, runId);
    if (what !== 'consents') throw Problem.notFound();
    const { left, underWay } = await this.standing(runId);
    if (underWay) throw new Problem('import.taking_back', { status: 409 });
    if (left === 0) throw new Problem('import.nothing_to_take_back', { status: 409 });
    const all = this.all(actor, runId)
      .catch((error: unknown) => this.log.error(error instanceof Error ? error.name : 'failed')) // a driver's own words may quote values
      .finally(() => this.going.delete(runId));
    this.going.set(runId, all);
  }

  /** Of an import that was found already. */
  async standing(runId: string): Promise<TakenBackView> {
    const sums = 'SELECT COUNT(taken_back_at) AS done, COUNT(*) AS all_of_them FROM imported_consent WHERE run_id = :runId';
    const [row] = await counted<{ done: string | number; all_of_them: string | number }>(this.reader, sums, { runId });
    const done = Number(row?.done ?? 0);
    return { done, left: Number(row?.all_of_them ?? 0) - done, underWay: this.going.has(runId) };
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.going.values());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.settled();
  }

  private async all(actor: Actor, runId: string): Promise<void> {
    for (let after: string | null = ''; after !== null && !this.stopped; ) after = await this.batch(actor, runId, after);
  }

  /** Answers behind which decision to go on; null: there was none left. */
  private async batch(actor: Actor, runId: string, after: string): Promise<string | null> {
    const standing = `WHERE r.run_id = :runId AND r.taken_back_at IS NULL AND r.decision_id > :after ORDER BY r.decision_id LIMIT ${BATCH}`;
    const next = await rowsOf(this.reader, ImportedConsent, standing, { runId, after });
    const last = next.at(-1);
    if (!last) return null;
    await this.work.run(actor, async (work) => {
      const ids = next.map(({ decisionId }) => decisionId);
      const decisions = await this.reached(work, await rowsOf(work.manager, ConsentDecision, 'WHERE r.id IN (:...ids) ORDER BY r.id', { ids }));
      let count = 0;
      for (const one of decisions) if (await this.back(work, runId, one)) count += 1;
      work.note({ act: 'import.taken_back', kind: 'import', recordId: runId, facts: { count, left: ids.length - decisions.length } });
    });
    return last.decisionId;
  }

  private async reached(work: Work, decisions: readonly ConsentDecision[]): Promise<ConsentDecision[]> {
    const found = new Set<string>();
    for (const kind of ['individual', 'source'] as const) {
      const ids = decisions.map(subjectOf).flatMap(({ about, id }) => (about === kind ? [id] : []));
      if (ids.length > 0) for (const { id } of await this.reach.rows(work.actor, kindsAbout[kind], 'r.id IN (:...ids)', { ids }, work.manager)) found.add(id);
    }
    return decisions.filter((one) => found.has(subjectOf(one).id));
  }

  /** False where there was no yes to withdraw, or nobody is left whose it could be. */
  private async back(work: Work, runId: string, decision: ConsentDecision): Promise<boolean> {
    const { about, id } = subjectOf(decision);
    await run(work.manager, 'UPDATE imported_consent SET taken_back_at = :now WHERE run_id = :runId AND decision_id = :id', { now: work.now, runId, id: decision.id });
    const scopes = Object.entries(decision.answers).flatMap(([scope, answer]) => (answer === 'yes' ? [scope as ConsentScope] : []));
    if (scopes.length === 0) return false;
    try {
      await this.withdraw.within(work, about, id, { scopes, evidence: `import ${runId}` });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'record.erased') return false;
      throw error;
    }
  }
}

const subjectOf = ({ individualId, sourceId }: ConsentDecision): { about: ConsentAbout; id: string } => (individualId ? { about: 'individual', id: individualId } : { about: 'source', id: sourceId ?? '' });
