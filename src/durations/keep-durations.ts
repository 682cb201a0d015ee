import { Injectable } from '@nestjs/common';
import { CustodyChanged, CustodyPeriod, DetentionEvent, startOf, type Account } from '../detentions/public.js';
import { putRows, rowsOf, run, type Work } from '../kernel/db/public.js';
import type { MinMax } from '../kernel/time/public.js';
import { DetentionDuration, type DurationMeasure } from './detention-duration.entity.js';
import { figuresOf } from './figures-of.js';

const accounts: readonly (Account | 'all')[] = ['all', 'observed', 'official', 'media'];

const ofDetention = 'WHERE r.detention_id = :detentionId';

/** Makes the stored figures of one detention anew, in the transaction of the change that moved them. */
@Injectable()
export class KeepDurations {
  constructor(changed: CustodyChanged) {
    changed.tell((work, detentionId) => this.after(work, detentionId));
  }

  async after(work: Work, detentionId: string): Promise<void> {
    const periods = (await rowsOf(work.manager, CustodyPeriod, ofDetention, { detentionId })).filter((period) => !period.withdrawn);
    const events = (await rowsOf(work.manager, DetentionEvent, ofDetention, { detentionId })).filter((event) => !event.withdrawn);
    const rows = accounts.flatMap((account) => this.figuresFor(work, detentionId, account, periods, events));
    await run(work.manager, 'DELETE FROM detention_duration WHERE detention_id = :detentionId', { detentionId });
    await putRows(work.manager, DetentionDuration, rows);
    const start = startOf(periods, events);
    await run(work.manager, 'UPDATE detention SET start_earliest = :earliest, start_latest = :latest WHERE id = :detentionId', {
      ...{ detentionId, earliest: start?.earliest ?? start?.latest ?? '', latest: start?.latest ?? start?.earliest ?? '' },
    });
  }

  private figuresFor(
    work: Work,
    detentionId: string,
    account: Account | 'all',
    periods: readonly CustodyPeriod[],
    events: readonly DetentionEvent[],
  ): DetentionDuration[] {
    const figures = figuresOf(periods, events, work.now, account === 'all' ? undefined : account);
    if (!figures) return [];
    const row = (measure: DurationMeasure, key: string, figure: MinMax, open: boolean, periodId: string | null = null) => ({
      id: `${detentionId}/${measure}/${key}`,
      detentionId,
      measure,
      account,
      periodId,
      minMinutes: figure.min,
      maxMinutes: figure.max,
      open,
      method: figures.methodVersion,
      computedAt: work.now,
    });
    const { open } = figures;
    const totals = [row('total', account, figures.total, open)];
    if (account === 'observed' || account === 'all') totals.push(row('unrecorded', account, figures.unrecorded, open));
    if (account !== 'all') return totals;
    return [
      ...totals,
      ...figures.perPeriod.map(({ id, duration }) => {
        const period = periods.find((one) => one.id === id);
        return { ...row('period', id, duration, !period?.end.precision, id), account: period?.account ?? 'all' };
      }),
    ];
  }
}
