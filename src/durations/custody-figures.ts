import { durationOf, uncoveredOf, type Bounds, type Instant, type MinMax, type Span } from '../kernel/time/public.js';

/** Who says so: a witness, an official paper, a publication. */
export type Account = 'observed' | 'official' | 'media';

/** One place of custody as one account tells it. A span without an end lasts until the stay ends. */
export interface PeriodOfCustody {
  readonly id: string;
  readonly kind: string;
  readonly account: Account;
  readonly span: Span;
}

export interface PeriodFigure {
  readonly id: string;
  readonly kind: string;
  readonly account: Account;
  readonly duration: MinMax;
}

export interface CustodyFigures {
  /** From the ends of the stay, never by adding periods: what lies between two known places is custody too. */
  readonly total: MinMax;
  readonly perPeriod: readonly PeriodFigure[];
  /** Time of the stay that no official period covers. */
  readonly unrecorded: MinMax;
  readonly start: Bounds;
  /** Where the stay ends, or can end if nobody tells of an end. */
  readonly end: Bounds;
  /** Nobody tells of an end: the person was held at the last word of a source, and may be held now. The most grows. */
  readonly open: boolean;
  readonly methodVersion: string;
}

/** Goes up whenever the same facts would give other figures; every stored figure carries it. */
export const methodVersion = '2';

/** The figures of one detention, all in minutes, derived from what is recorded and never typed. */
export function custodyFigures({ stay, open, periods, now }: {
  readonly stay: { readonly start: Bounds; readonly end: Bounds };
  readonly open: boolean;
  readonly periods: readonly PeriodOfCustody[];
  readonly now: Instant;
}): CustodyFigures {
  const acknowledged = periods.filter(({ account }) => account === 'official').map(({ span }) => span);
  return {
    total: durationOf(stay, now),
    perPeriod: periods.map(({ id, kind, account, span }) => ({
      id, kind, account, duration: durationOf({ start: span.start, end: span.end ?? stay.end }, now),
    })),
    unrecorded: uncoveredOf(stay, acknowledged, now),
    start: stay.start,
    end: stay.end,
    open,
    methodVersion,
  };
}
