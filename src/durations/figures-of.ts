import { lastWordOf, startOf, stayEndOf, type Account, type CustodyPeriod, type DetentionEvent } from '../detentions/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Bounds, Instant } from '../kernel/time/public.js';
import { custodyFigures, type CustodyFigures, type PeriodOfCustody } from './custody-figures.js';

type PeriodFacts = Pick<CustodyPeriod, 'id' | 'kind' | 'account' | 'start' | 'end' | 'withdrawn'>;
type EventFacts = Pick<DetentionEvent, 'id' | 'kind' | 'account' | 'at' | 'withdrawn'>;

/**
 * The figures of a detention as one account has it, or over all accounts; null while no start is known.
 * @param now the end of a stay that has none yet.
 */
export function figuresOf(
  periods: readonly PeriodFacts[],
  events: readonly EventFacts[],
  now: Instant,
  account?: Account,
): CustodyFigures | null {
  const standing = periods.filter((period) => !period.withdrawn);
  const start = startOf(standing, events, account);
  if (!start) return null;
  const told = stayEndOf(standing, events, account);
  const end = told ?? sinceLastWord(lastWordOf(standing, events, now), now, start.zone);
  return custodyFigures({ stay: { start, end }, open: told === null, periods: spansOf(standing), now });
}

/** Nobody tells of an end: certain until the last word of any source, possible until now. */
const sinceLastWord = (lastWord: Instant | null, now: Instant, zone: string): Bounds => ({
  ...{ earliest: lastWord, latest: now, precision: lastWord === null ? ('before' as const) : ('between' as const), zone, asSaid: null },
});

const spansOf = (periods: readonly PeriodFacts[]): PeriodOfCustody[] =>
  periods.flatMap(({ id, kind, account, start, end }) => {
    const from = boundsOf(start);
    return from ? [{ id, kind, account, span: { start: from, end: boundsOf(end) } }] : [];
  });
