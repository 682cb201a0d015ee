import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { isId, rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { ImportRun } from './import-run.entity.js';

const SHOWN = 20;

/** Reads what came of earlier imports: counts and codes, nothing of the files themselves. */
@Injectable()
export class FindImportRuns {
  constructor(
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
  ) {}

  async latest(actor: Actor): Promise<ImportRun[]> {
    const rows = await rowsOf(this.reader, ImportRun, `WHERE r.team_id = :team ORDER BY r.started_at DESC, r.id DESC LIMIT ${SHOWN}`, { team: actor.teamId });
    await this.saw(actor, null);
    return rows;
  }

  /** @throws Problem `not_found`. */
  async one(actor: Actor, id: string): Promise<ImportRun> {
    const [run] = isId(id) ? await rowsOf(this.reader, ImportRun, 'WHERE r.id = :id AND r.team_id = :team', { id, team: actor.teamId }) : [];
    if (!run) throw Problem.notFound();
    await this.saw(actor, id);
    return run;
  }

  private saw(actor: Actor, recordId: string | null): Promise<void> {
    return this.work.log([{ act: 'import.seen', kind: 'import', recordId, actor, at: this.work.clock.now() }]);
  }
}
