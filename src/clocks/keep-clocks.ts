import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CustodyChanged, CustodyPeriod, Detention, DetentionEvent } from '../detentions/public.js';
import { Individual, IndividualChanged } from '../individuals/public.js';
import { putRows, rowsOf, run, type Work } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { ClocksKept } from './clocks-kept.js';
import { DetentionClock, type Settled } from './detention-clock.entity.js';
import { evaluateClocks } from './evaluate-clocks.js';
import type { ClockResult } from './evaluate-rule.js';
import { factsOfRows } from './facts-of-detention.js';
import { KnownPacks, nameOf } from './known-packs.js';

const ofDetention = 'WHERE r.detention_id = :detentionId';

/** Makes the kept deadlines of a detention anew, in the transaction of the change that moved them. */
@Injectable()
export class KeepClocks {
  constructor(
    private readonly packs: KnownPacks,
    private readonly kept: ClocksKept,
    custody: CustodyChanged,
    individuals: IndividualChanged,
  ) {
    custody.tell((work, detentionId) => this.of(work.manager, detentionId, work.now));
    individuals.tell((work, individualId) => this.ofPerson(work, individualId));
  }

  async of(manager: EntityManager, detentionId: string, now: Instant): Promise<void> {
    const [stay] = await rowsOf(manager, Detention, 'WHERE r.id = :detentionId', { detentionId });
    if (!stay) return;
    const periods = await rowsOf(manager, CustodyPeriod, ofDetention, { detentionId });
    const events = await rowsOf(manager, DetentionEvent, ofDetention, { detentionId });
    const [person] = stay.individualId ? await rowsOf(manager, Individual, 'WHERE r.id = :id', { id: stay.individualId }) : [];
    const clocks = evaluateClocks(await this.packs.all(manager), factsOfRows(stay, periods, events, person ?? null), now);
    await this.keep(manager, detentionId, clocks.flatMap(({ told }) => rowOf(detentionId, told) ?? []), now);
  }

  /** A deadline of nobody is none. */
  forget({ manager, now }: Work, detentionId: string): Promise<void> {
    return this.keep(manager, detentionId, [], now);
  }

  private async keep(manager: EntityManager, detentionId: string, rows: DetentionClock[], now: Instant): Promise<void> {
    await run(manager, 'DELETE FROM detention_clock WHERE detention_id = :detentionId', { detentionId });
    await putRows(manager, DetentionClock, rows);
    await this.kept.after(manager, detentionId, now);
  }

  private async ofPerson(work: Work, individualId: string): Promise<void> {
    const stays = await rowsOf(work.manager, Detention, 'WHERE r.individual_id = :individualId', { individualId });
    for (const { id } of stays) await this.of(work.manager, id, work.now);
  }
}

/** Clocks with a limit; what is measured or does not apply has none. One that cannot be computed has no deadline, but is counted. */
function rowOf(detentionId: string, { packed: { rule, pack }, state, due, stop, onlyIf }: ClockResult): DetentionClock | null {
  const key = { id: `${detentionId}/${nameOf(pack)}/${rule.id}`, detentionId, pack: nameOf(pack), ruleId: rule.id, against: rule.against, conditional: onlyIf.length > 0 };
  if (rule.limit && state === 'cannot_compute') return { ...key, settled: 'unknown', dueEarliest: '', dueLatest: '' };
  if (!due || !['within', 'exceeds', 'may_exceed', 'running'].includes(state)) return null;
  // Without a stop the state moves with the present moment, but for custody that exceeds by the last word of a source.
  const settled = stop || state === 'exceeds' ? (state as Settled) : '';
  return { ...key, settled, dueEarliest: due.earliest ?? '', dueLatest: due.latest ?? '' };
}
