import { Injectable } from '@nestjs/common';
import { CustodyChanged, CustodyPeriod, Detention, DetentionEvent, endOf, startOf, type Account } from '../detentions/public.js';
import { boundsOf, type Work } from '../kernel/db/public.js';
import type { Bounds, MinMax, Span } from '../kernel/time/public.js';
import { custodyFigures, methodVersion, type PeriodOfCustody } from './custody-figures.js';
import { DetentionDuration, type DurationMeasure } from './detention-duration.entity.js';

const accounts: readonly (Account | 'all')[] = ['all', 'observed', 'official', 'media'];

/** Makes the stored figures of one detention anew, in the transaction of the change that moved them. */
@Injectable()
export class KeepDurations extends CustodyChanged {
  async after(work: Work, detentionId: string): Promise<void> {
    const periods = await work.manager.findBy(CustodyPeriod, { detentionId, withdrawn: false });
    const events = await work.manager.findBy(DetentionEvent, { detentionId, withdrawn: false });
    const rows = accounts.flatMap((account) => this.rowsOf(work, detentionId, account, periods, events));
    await work.manager.delete(DetentionDuration, { detentionId });
    if (rows.length > 0) await work.manager.insert(DetentionDuration, rows);
    const start = startOf(periods, events);
    await work.manager.update(
      Detention,
      { id: detentionId },
      { startEarliest: start?.earliest ?? start?.latest ?? null, startLatest: start?.latest ?? start?.earliest ?? null },
    );
  }

  private rowsOf(
    work: Work,
    detentionId: string,
    account: Account | 'all',
    periods: readonly CustodyPeriod[],
    events: readonly DetentionEvent[],
  ): DetentionDuration[] {
    const only = account === 'all' ? undefined : account;
    const start = startOf(periods, events, only);
    if (!start) return [];
    const stay: Span = { start, end: endOf(events, only) ?? endOfLast(periods, only) };
    const figures = custodyFigures({ stay, periods: spansOf(periods), now: work.now });
    const row = (measure: DurationMeasure, key: string, figure: MinMax, open: boolean, periodId: string | null = null) => ({
      id: `${detentionId}/${measure}/${key}`,
      detentionId,
      measure,
      account,
      periodId,
      minMinutes: figure.min,
      maxMinutes: figure.max,
      open,
      method: methodVersion,
      computedAt: work.now,
    });
    const open = stay.end === null;
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

/** Without an event that ends the stay, it can only be said to last to the end of its last period, if all of them end. */
function endOfLast(periods: readonly CustodyPeriod[], account?: Account): Bounds | null {
  const own = periods.filter((period) => !account || period.account === account);
  const ends = own.map((period) => boundsOf(period.end));
  if (own.length === 0 || ends.some((end) => end === null)) return null;
  const known = ends.filter((end) => end !== null);
  return known.sort((a, b) => ((a.latest ?? '9') < (b.latest ?? '9') ? -1 : 1)).at(-1) ?? null;
}

const spansOf = (periods: readonly CustodyPeriod[]): PeriodOfCustody[] =>
  periods.flatMap(({ id, kind, account, start, end }) => {
    const from = boundsOf(start);
    return from ? [{ id, kind, account, span: { start: from, end: boundsOf(end) } }] : [];
  });
