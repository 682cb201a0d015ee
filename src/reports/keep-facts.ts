import { setImmediate as breath } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { ClocksKept, DetentionClock } from '../clocks/public.js';
import { CustodyPeriod, Detention, DetentionEvent } from '../detentions/public.js';
import { FollowUpAction, FollowUpsChanged } from '../follow-ups/public.js';
import { Individual } from '../individuals/public.js';
import { putRows, rowsOf, run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Instant } from '../kernel/time/public.js';
import { DetentionFact, FactBasis } from './detention-fact.entity.js';
import { numberOfDay } from './day-number.js';
import { factMethod, factsOf } from './facts-of.js';
import { numberPerson, numberTexts } from './number-texts.js';
import { rulingsOf } from './rulings-of.js';
import { cardOf, rulingLayout, stayCard, stayLayout, textsOf } from './stay-card.js';

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
    clocks: ClocksKept,
    tasks: FollowUpsChanged,
  ) {
    // The last to be derived of every change of a detention or its person: what they are made of is there by then.
    clocks.tell((manager, detentionId, now) => this.of(manager, detentionId, now));
    tasks.tell((work, detentionId) => this.of(work.manager, detentionId, work.now));
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
    const { individualId, teamId } = stay;
    const [person = null] = individualId ? await rowsOf(manager, Individual, 'WHERE r.id = :individualId', { individualId }) : [];
    const periods = await rowsOf(manager, CustodyPeriod, ofDetention, { detentionId });
    const events = await rowsOf(manager, DetentionEvent, ofDetention, { detentionId });
    const clocks = await rowsOf(manager, DetentionClock, ofDetention, { detentionId });
    const tasks = await rowsOf(manager, FollowUpAction, ofDetention, { detentionId });
    const facts = factsOf({ stay, person, periods, events, clocks, tasks }, now);
    const rulings = rulingsOf(events);
    const numbers = await numberTexts(manager, [textsOf(stayLayout, facts), ...rulings.map((one) => textsOf(rulingLayout, one))].flat());
    const number = individualId ? await numberPerson(manager, individualId) : null;
    await run(manager, 'DELETE FROM detention_fact WHERE detention_id = :detentionId', { detentionId });
    const cards = { card: stayCard(facts, number, numbers), rulings: rulings.map((one) => cardOf(rulingLayout, one, numbers)).join('') };
    await putRows(manager, DetentionFact, [{ detentionId, teamId, individualId, startFirst: numberOfDay(String(facts.start_first)), startLast: numberOfDay(String(facts.start_last)), ...cards }]);
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
