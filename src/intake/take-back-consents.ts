import { Injectable } from '@nestjs/common';
import { ConsentDecision, WithdrawConsent, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { FindImportRuns } from './find-import-runs.js';

/**
 * Takes an import of consents back: every yes it brought is withdrawn, with all that a withdrawal brings along. A decision is
 * never removed, and a no stays: taking back only ever narrows.
 */
@Injectable()
export class TakeBackConsents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: FindImportRuns,
    private readonly withdraw: WithdrawConsent,
  ) {}

  /** Answers how many decisions were withdrawn. @throws Problem `access.refused` (403), `not_found`, `import.nothing_to_take_back` (409) */
  async run(actor: Actor, runId: string): Promise<number> {
    if (!actor.permissions.has('consent.record')) throw new Problem('access.refused', { status: 403 });
    const { what } = await this.runs.one(actor, runId);
    if (what !== 'consents') throw Problem.notFound();
    return this.work.run(actor, async (work) => {
      const made = 'WHERE r.id IN (SELECT i.decision_id FROM imported_consent i WHERE i.run_id = :runId) ORDER BY r.id';
      const decisions = await rowsOf(work.manager, ConsentDecision, made, { runId });
      const back = decisions.flatMap(({ individualId, sourceId, answers }) => {
        const scopes = Object.entries(answers).flatMap(([scope, answer]) => (answer === 'yes' ? [scope as ConsentScope] : []));
        const subject = individualId ? { about: 'individual' as const, id: individualId } : { about: 'source' as const, id: sourceId ?? '' };
        return scopes.length > 0 ? [{ ...subject, scopes }] : [];
      });
      if (back.length === 0) throw new Problem('import.nothing_to_take_back', { status: 409 });
      for (const { about, id, scopes } of back) await this.withdraw.within(work, about, id, { scopes, evidence: `import ${runId}` });
      work.note({ act: 'import.taken_back', kind: 'import', recordId: runId, facts: { count: back.length } });
      return back.length;
    });
  }
}
