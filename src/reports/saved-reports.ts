import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { newId, putRows, rowsOf, run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { once } from '../kernel/record/public.js';
import { reportPlan } from './definitions.js';
import { nextAfter } from './next-time.js';
import { queryOf } from './report-query.js';
import { builtPlan } from './run-report.js';
import { SavedReport } from './saved-report.entity.js';
import type { SaveReportInput } from './saved-report.input.js';

export class SavedReportView {
  id!: string;
  /** As its owner calls it. */
  name!: string;
  report!: string;
  query!: Record<string, string>;
  shared!: boolean;
  /** Of the reader's own. */
  own!: boolean;
  ownerId!: string;
  every!: string;
  format!: string;
  nextAt!: string | null;
}

/** Most that one account keeps. */
const MOST = 100;

const contextOf = (id: string): string => `saved-report:${id}`;

/** Reports people keep: their own, and those shared in their team. Only parameters are kept, figures are made anew by who opens it. */
@Injectable()
export class SavedReports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
  ) {}

  async of(actor: Actor): Promise<SavedReportView[]> {
    const rows = await rowsOf(this.reader, SavedReport, 'WHERE r.team_id = :team AND (r.owner_id = :me OR r.shared) ORDER BY r.saved_at DESC LIMIT 200', { team: actor.teamId, me: actor.id });
    const keys = await this.vault.keysOf(this.reader, rows.map(({ id }) => id));
    return rows.map(({ id, sealed, report, query, shared, ownerId, every, format, nextAt }) => {
      const key = keys.get(id);
      return { id, name: key ? unseal(key, sealed, contextOf(id)) : '', report, query, shared, own: ownerId === actor.id, ownerId, every, format, nextAt: nextAt || null };
    });
  }

  /** @throws Problem `input.invalid`: there is no such report, or it is to be made regularly by somebody who may not export. */
  save(actor: Actor, input: SaveReportInput): Promise<string> {
    const { name, report, shared = false, every, format = 'pdf', purpose } = input;
    const { subject, measure } = input;
    if (report === 'built' && subject && measure) builtPlan({ ...input, subject, measure });
    else if (!reportPlan(report)) throw Problem.invalid([{ field: 'report', code: 'report.not_offered' }]);
    if (every && !actor.permissions.has('report.export')) throw Problem.invalid([{ field: 'every', code: 'report.no_export' }]);
    if (every && !purpose) throw Problem.invalid([{ field: 'purpose', code: 'report.purpose_missing' }]);
    return this.work.run(actor, (work) =>
      once(work, async () => {
        const kept = await rowsOf(work.manager, SavedReport, 'WHERE r.owner_id = :me', { me: actor.id });
        if (kept.length >= MOST) throw new Problem('report.too_many_saved', { status: 409 });
        const id = newId(work.now);
        const sealed = seal(await this.vault.keyFor(work.manager, id, work.now), name, contextOf(id));
        const nextAt = every ? nextAfter(work.now, every) : ('' as const);
        await putRows(work.manager, SavedReport, [
          { id, teamId: actor.teamId, ownerId: actor.id, sealed, report, query: queryOf(input), shared, every: every ?? '', format, purpose: purpose ?? 'internal', nextAt, savedAt: work.now },
        ]);
        work.note({ act: 'report.saved', kind: 'report', recordId: id, facts: { report, shared, every: every ?? null } });
        return id;
      }),
    );
  }

  /** @throws Problem `not_found` for one of somebody else. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const [row] = await rowsOf(work.manager, SavedReport, 'WHERE r.id = :id AND r.owner_id = :me', { id, me: actor.id });
      if (!row) throw Problem.notFound();
      await run(work.manager, 'DELETE FROM saved_report WHERE id = :id', { id });
      work.note({ act: 'report.removed', kind: 'report', recordId: id });
    });
  }
}
