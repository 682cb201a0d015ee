import {
  durationOf, earlierOf, laterOf, uncoveredOf, type Bounds, type Instant, type MinMax, type Span,
} from '../kernel/time/public.js';

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
  /** The stay has no end yet, so `total` holds for `now` and grows. */
  readonly open: boolean;
  readonly methodVersion: string;
}

/** Goes up whenever the same facts would give other figures; every stored figure carries it. */
export const methodVersion = '1';

/** The figures of one detention, all in minutes, derived from what is recorded and never typed. */
export function custodyFigures({ stay, periods, now }: {
  readonly stay: Span;
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
    open: stay.end === null,
    methodVersion,
  };
}

const preference: readonly Account[] = ['observed', 'media', 'official'];

/**
 * The whole stay of a detention, or null when no period tells of its start.
 *
 * Accounts that disagree are not averaged, and their hours are not put into one wide window: that would hide the
 * disagreement, which is what the record is for. The start is the first one of the account nearest to the event:
 * observed, else media, else official. The end is `ended` (null: still held).
 *
 * With `account` the stay is told by that account alone: its first start and its last end. Where one of its
 * periods has no end, `ended` is taken. Comparing the stays of two accounts shows what each of them leaves out.
 */
export function stayOf(periods: readonly PeriodOfCustody[], ended: Bounds | null, account?: Account): Span | null {
  const teller = account ?? preference.find((one) => periods.some((period) => period.account === one));
  const told = periods.filter((period) => period.account === teller).map(({ span }) => span);
  const start = firstOf(told.map((span) => span.start));
  if (!start) return null;
  return { start, end: account === undefined ? ended : lastEnd(told, ended) };
}

function lastEnd(spans: readonly Span[], ended: Bounds | null): Bounds | null {
  const ends = spans.map((span) => span.end).filter((end) => end !== null);
  return ends.length < spans.length ? ended : lastOf(ends);
}

/** Bounds of the first of several moments: it is no later than any of them. */
const firstOf = (moments: readonly Bounds[]): Bounds | null => extreme(moments, {
  earliest: (a, b) => (a === null || b === null ? null : earlierOf(a, b)),
  latest: (a, b) => (a === null || b === null ? (a ?? b) : earlierOf(a, b)),
});

/** Bounds of the last of several moments: it is no earlier than any of them. */
const lastOf = (moments: readonly Bounds[]): Bounds | null => extreme(moments, {
  earliest: (a, b) => (a === null || b === null ? (a ?? b) : laterOf(a, b)),
  latest: (a, b) => (a === null || b === null ? null : laterOf(a, b)),
});

type Choose = (a: Instant | null, b: Instant | null) => Instant | null;

/** Gives back one of the moments as it was said where it alone decides, else new bounds without words. */
function extreme(moments: readonly Bounds[], choose: { earliest: Choose; latest: Choose }): Bounds | null {
  const [first, ...rest] = moments;
  if (!first) return null;
  const earliest = rest.reduce((found: Instant | null, one) => choose.earliest(found, one.earliest), first.earliest);
  const latest = rest.reduce((found: Instant | null, one) => choose.latest(found, one.latest), first.latest);
  const asSaid = moments.find((one) => one.earliest === earliest && one.latest === latest);
  return asSaid ?? { earliest, latest, precision: precisionOf(earliest, latest), zone: first.zone, asSaid: null };
}

const precisionOf = (earliest: Instant | null, latest: Instant | null): Bounds['precision'] => {
  if (earliest === null) return latest === null ? 'unknown' : 'before';
  return latest === null ? 'after' : 'between';
};
