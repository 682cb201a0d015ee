import { setImmediate as breath } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Detention } from '../detentions/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { ClockBasis } from './detention-clock.entity.js';
import { KeepClocks } from './keep-clocks.js';
import { KnownPacks } from './known-packs.js';

/** Detentions made anew in one turn of the writer; others get theirs in between. */
const BATCH = 50;

/** Makes all kept deadlines anew when packs or method have changed: after an update, or when a pack was added. */
@Injectable()
export class RecomputeClocks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('clocks');
  private stopped = false;
  private going: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly packs: KnownPacks,
    private readonly keep: KeepClocks,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.going;
  }

  /** Goes on in the background; a stop on the way begins anew at the next start. */
  start(): void {
    this.going = this.going.then(() => this.all()).catch((error: unknown) => this.log.error(error instanceof Error ? error.name : 'failed'));
  }

  /** Resolves when nothing is left to do. */
  settled(): Promise<void> {
    return this.going;
  }

  private async all(): Promise<void> {
    const digest = await this.packs.digest();
    const [basis] = await rowsOf(this.reader, ClockBasis, 'WHERE r.id = 1');
    if (basis?.digest === digest) return;
    let after = '';
    let done = 0;
    while (!this.stopped) {
      const rows = await rowsOf(this.reader, Detention, `WHERE r.id > :after ORDER BY r.id LIMIT ${BATCH}`, { after });
      const last = rows.at(-1);
      if (!last) break;
      await this.work.touch(async (manager) => {
        for (const { id } of rows) await this.keep.of(manager, id, this.work.clock.now());
      });
      after = last.id;
      done += rows.length;
      await breath(); // SQLite answers without ever leaving the thread: without this nobody else would be served until the end
    }
    if (this.stopped) return;
    await this.work.touch(async (manager) => {
      await manager.delete(ClockBasis, { id: 1 });
      await manager.insert(ClockBasis, { id: 1, digest });
    });
    if (done > 0) this.log.log(`deadlines of ${done} detentions were made anew`);
  }
}
