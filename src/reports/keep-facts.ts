import { setImmediate as breath } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CustodyChanged, CustodyPeriod, Detention, DetentionEvent } from '../detentions/public.js';
import { putRows, rowsOf, run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import type { Instant } from '../kernel/time/public.js';
import { zoneOfRegion } from '../places/public.js';
import { DetentionFact, FactBasis } from './detention-fact.entity.js';
import { factMethod, factsOf } from './facts-of.js';

const ofDetention = 'WHERE r.detention_id = :detentionId';

/** Detentions made anew in one turn of the writer; others get theirs in between. */
const BATCH = 50;

/** Makes the facts of a detention anew with every change of it, and of all of them when the method has changed. */
@Injectable()
export class KeepFacts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('facts');
  private stopped = false;
  private complete = false;
  private going: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    custody: CustodyChanged,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    custody.tell((work, detentionId) => this.of(work.manager, detentionId, work.now));
  }

  onApplicationBootstrap(): void {
    this.going = this.all().catch((error: unknown) => this.log.error(error instanceof Error ? error.name : 'failed'));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.going;
  }

  /** Resolves when nothing is left to do. */
  settled(): Promise<void> {
    return this.going;
  }

  /** @throws Problem `report.preparing` (503): after an update, until every detention has its facts, figures would be too small. */
  async ready(): Promise<void> {
    if (!this.complete) await Promise.race([this.going, breath()]);
    if (!this.complete) throw new Problem('report.preparing', { status: 503 });
  }

  private async of(manager: EntityManager, detentionId: string, now: Instant): Promise<void> {
    const [stay] = await rowsOf(manager, Detention, 'WHERE r.id = :detentionId', { detentionId });
    if (!stay) return;
    const periods = await rowsOf(manager, CustodyPeriod, ofDetention, { detentionId });
    const events = await rowsOf(manager, DetentionEvent, ofDetention, { detentionId });
    const facts = factsOf(detentionId, { periods, events }, now, zoneOfRegion(stay.regionCode) ?? this.settings.zone);
    await run(manager, 'DELETE FROM detention_fact WHERE detention_id = :detentionId', { detentionId });
    await putRows(manager, DetentionFact, [facts]);
  }

  private async all(): Promise<void> {
    const [basis] = await rowsOf(this.reader, FactBasis, 'WHERE r.id = 1');
    if (basis?.method !== factMethod) await this.anew();
    this.complete = !this.stopped;
  }

  private async anew(): Promise<void> {
    let after = '';
    while (!this.stopped) {
      const rows = await rowsOf(this.reader, Detention, `WHERE r.id > :after ORDER BY r.id LIMIT ${BATCH}`, { after });
      const last = rows.at(-1);
      if (!last) break;
      await this.work.touch(async (manager) => {
        for (const { id } of rows) await this.of(manager, id, this.work.clock.now());
      });
      after = last.id;
      await breath(); // SQLite answers without ever leaving the thread: without this nobody else would be served until the end
    }
    if (this.stopped) return;
    await this.work.touch(async (manager) => {
      await manager.delete(FactBasis, { id: 1 });
      await manager.insert(FactBasis, { id: 1, method: factMethod });
    });
  }
}
