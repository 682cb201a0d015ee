import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { FileVault } from '../kernel/crypto/public.js';
import { newId, putRows, rowsOf, run, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { once } from '../kernel/record/public.js';
import { addDays, type Instant } from '../kernel/time/public.js';
import { Accounts } from '../staff/public.js';
import { daysUntil, nextAfter } from './next-time.js';
import { ReportFile } from './report-file.entity.js';
import { queryOf } from './report-query.js';
import { SavedReport } from './saved-report.entity.js';
import type { AskFileInput } from './saved-report.input.js';

/** A file waits this long. */
export const KEPT_DAYS = 7;

/** What a file holds, piece by piece, and how many rows that were. */
export interface MadeFile {
  readonly pieces: AsyncIterable<Buffer>;
  /** Rows so far; asked again and again while it is made. null: it has none to count. */
  readonly rows: () => number | null;
  /** Records left out for want of consent, so far. Left out itself: nobody is asked for such a file. */
  readonly left?: () => number;
}

/** Files asked for, waiting, fetched and gone. Who makes them gives `make`: papers need words, which stand on a higher level. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: FileVault,
    private readonly accounts: Accounts,
  ) {}

  ask(actor: Actor, report: string, input: AskFileInput): Promise<string> {
    const order = { report, query: queryOf(input), format: input.format, purpose: input.purpose, savedId: null };
    return this.work.run(actor, (work) => once(work, () => this.put(work, order)));
  }

  of(actor: Actor): Promise<ReportFile[]> {
    return rowsOf(this.reader, ReportFile, 'WHERE r.owner_id = :me ORDER BY r.id DESC LIMIT 50', { me: actor.id });
  }

  /** One of one's own that is ready, for the answer to send. @throws Problem `not_found` */
  async take(actor: Actor, id: string): Promise<{ file: ReportFile; body: AsyncGenerator<Buffer> }> {
    const [file] = await rowsOf(this.reader, ReportFile, `WHERE r.id = :id AND r.owner_id = :me AND r.state = 'ready'`, { id, me: actor.id });
    if (!file?.fileId) throw Problem.notFound();
    const { report, format, purpose, rows, leftOut, size } = file;
    await this.work.log([{ act: 'report.file_taken', kind: 'report', recordId: id, facts: { report, format, purpose, rows, left: leftOut, size }, actor, at: this.work.clock.now() }]);
    return { file, body: await this.vault.read(this.reader, file.fileId) };
  }

  /** Files of saved reports whose time has come; one that was missed is made once, of the days before its time. */
  async schedule(): Promise<void> {
    const now = this.work.clock.now();
    const due = await rowsOf(this.reader, SavedReport, `WHERE r.next_at <> '' AND r.next_at <= :now ORDER BY r.next_at LIMIT 50`, { now });
    for (const saved of due) {
      const actor = await this.accounts.asActor(saved.ownerId);
      await this.work.run(actor, async (work) => {
        const { id, report, format, purpose, every, nextAt } = saved;
        if (every === '' || nextAt === '') return;
        const { disabledAt, suspendedAt } = await this.accounts.row(saved.ownerId);
        const may = disabledAt === null && suspendedAt === null && actor.permissions.has('report.export');
        await run(work.manager, 'UPDATE saved_report SET next_at = :next WHERE id = :id', { id, next: may ? nextAfter(work.now, every) : '' });
        if (may) await this.put(work, { report, query: { ...saved.query, ...daysUntil(nextAt, every) }, format, purpose, savedId: id });
        else work.note({ act: 'report.removed', kind: 'report', recordId: id, facts: { schedule: every } });
      });
    }
  }

  /** Makes what waits, one after the other; what a stop interrupted begins anew. Answers how many were made. */
  async makeWaiting(make: (actor: Actor, file: ReportFile) => Promise<MadeFile>, stopped: () => boolean): Promise<number> {
    let made = 0;
    for (let file = await this.next(); file && !stopped(); file = await this.next()) {
      await this.make(file, make);
      made += 1;
    }
    return made;
  }

  /** At a start: what was being made begins anew. */
  restart(): Promise<void> {
    return this.work.touch((manager) => run(manager, `UPDATE report_file SET state = 'waiting', done = 0 WHERE state = 'making'`, {}));
  }

  /** Removes files whose days are over. */
  async forget(): Promise<void> {
    const before = addDays(this.work.clock.now(), -KEPT_DAYS);
    const old = await rowsOf(this.reader, ReportFile, 'WHERE r.asked_at < :before LIMIT 100', { before });
    for (const { id, fileId } of old) {
      await this.work.touch(async (manager) => {
        if (fileId) await this.vault.destroy({ manager }, fileId);
        await run(manager, 'DELETE FROM report_file WHERE id = :id', { id });
      });
      if (fileId) await this.vault.discard(fileId);
    }
  }

  private async put(work: Work, order: Pick<ReportFile, 'report' | 'query' | 'format' | 'purpose' | 'savedId'>): Promise<string> {
    const id = newId(work.now);
    const { actor } = work;
    const nothing = { state: 'waiting' as const, done: 0, rows: null, leftOut: null, fileId: null, size: null, sha256: null, readyAt: null };
    await putRows(work.manager, ReportFile, [{ id, teamId: actor.teamId, ownerId: actor.id, ...order, language: actor.language, askedAt: work.now, ...nothing }]);
    const { report, format, purpose, query } = order;
    work.note({ act: 'report.file_asked', kind: 'report', recordId: id, facts: { report, format, purpose, ...query } });
    return id;
  }

  private async next(): Promise<ReportFile | undefined> {
    return (await rowsOf(this.reader, ReportFile, `WHERE r.state = 'waiting' ORDER BY r.id LIMIT 1`, {}))[0];
  }

  private async make(file: ReportFile, make: (actor: Actor, file: ReportFile) => Promise<MadeFile>): Promise<void> {
    const { id } = file;
    const set = (sql: string, values: Record<string, unknown>): Promise<void> => this.work.touch((manager) => run(manager, `UPDATE report_file SET ${sql} WHERE id = :id`, { id, ...values }));
    await set(`state = 'making'`, {});
    try {
      const { pieces, rows, left } = await make(await this.accounts.asActor(file.ownerId), file);
      const taken = await this.vault.take(watched(pieces, () => set('done = :done', { done: rows() ?? 0 })), this.work.clock.now());
      await this.work.touch(async (manager) => {
        const now: Instant = this.work.clock.now();
        await this.vault.keep({ manager, now }, taken, null);
        const { id: fileId, size, sha256 } = taken;
        const ready = { id, fileId, size, sha256, rows: rows(), left: left?.() ?? null, done: rows() ?? 0, now };
        await run(manager, `UPDATE report_file SET state = 'ready', file_id = :fileId, size = :size, sha256 = :sha256, rows = :rows, left_out = :left, done = :done, ready_at = :now WHERE id = :id`, ready);
      });
    } catch (error) {
      await set(`state = 'failed'`, {});
      if (!(error instanceof Problem)) throw error;
    }
  }
}

/** Says now and then how far it is: every so many pieces, not every row. */
async function* watched(pieces: AsyncIterable<Buffer>, tell: () => Promise<void>): AsyncGenerator<Buffer> {
  let n = 0;
  for await (const piece of pieces) {
    yield piece;
    n += 1;
    if (n % 20 === 0) await tell();
  }
}
