import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { HOME_TEAM, type Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import type { AuditCheckpoint } from './audit-checkpoint.entity.js';
import { exportFiles, type ExportFile } from './export-log.js';
import { readHead } from './signed-note.js';
import { newestCheckpoint, readHeadRow } from './tree-reader.js';
import { compareHead, type WitnessState } from './witness.js';

/** What leaves for people outside, and what comes back from them. */
@Injectable()
export class LookOutside {
  constructor(
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
    @Inject(GROUND) private readonly ground: Ground,
  ) {}

  signed(): Promise<AuditCheckpoint | null> {
    return newestCheckpoint(this.reader);
  }

  /** Whether the log still goes on from a note; that somebody asked, and what came of it, is logged. */
  async compare(actor: Actor, given: string): Promise<WitnessState | 'unreadable'> {
    const head = readHead(given);
    if (!head) return 'unreadable';
    const state = await compareHead(this.reader, head);
    await this.log(actor, 'audit.witnessed', { state, size: head.size });
    return state;
  }

  /**
   * The lines of one file of an export, up to a size that was signed.
   * @throws Problem `not_found` for another file, a size beyond the log, and other teams than the one that keeps the installation
   */
  async lines(actor: Actor, file: string, size: number): Promise<AsyncGenerator<string>> {
    const { size: entries } = await readHeadRow(this.reader);
    if (actor.teamId !== HOME_TEAM || !Object.hasOwn(exportFiles, file) || size > entries) throw Problem.notFound();
    await this.log(actor, 'audit.exported', { file, size });
    return exportFiles[file as ExportFile](this.ground, size);
  }

  private log(actor: Actor, act: string, facts: Readonly<Record<string, string | number>>): Promise<void> {
    return this.work.log([{ act, kind: 'audit', recordId: null, facts, actor, at: this.work.clock.now() }]);
  }
}
