/** Bounds of one end, in minutes since 1970-01-01 UTC; null where a side is open. */
export interface EndMinutes {
  readonly earliest: number | null;
  readonly latest: number | null;
}

export type CustodyTone = 'kettled' | 'transport' | 'police' | 'court' | 'facility' | 'hospital';

/** One stretch of custody as it is drawn; all words come said. */
export interface CustodyRow {
  readonly id: string;
  readonly label: string;
  readonly place: string;
  readonly tone: CustodyTone;
  /** observed, official or media: who says so. */
  readonly account: string;
  readonly start: EndMinutes;
  /** null: no end is known. */
  readonly end: EndMinutes | null;
  /** "8 h 30 min to 10 h" */
  readonly heldFor: string;
  /** Nobody tells of an end. */
  readonly ongoing: boolean;
  /** Start and end in words, for the table. */
  readonly startSaid?: string;
  readonly endSaid?: string;
}

export interface CustodyScale {
  readonly from: number;
  readonly to: number;
  /** Where the axis is marked; the caller says each moment in words of the place's zone. */
  readonly ticks: readonly number[];
}

const HOUR = 60;
const DAY = 24 * HOUR;
const steps = [HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 182 * DAY, 365 * DAY];
const MOST_TICKS = 8;

/**
 * The window that shows all rows, with a little room for open ends, and up to eight marks on round local hours or days.
 * `now` and the answer are minutes since 1970 UTC; `offset` is the zone's distance from UTC in minutes.
 */
export function custodyScale(rows: readonly Pick<CustodyRow, 'start' | 'end'>[], now: number, offset = 0): CustodyScale {
  const known = rows.flatMap(({ start, end }) => [start.earliest, start.latest, end?.earliest ?? null, end?.latest ?? null]);
  const times = known.filter((at): at is number => at !== null);
  const first = times.length > 0 ? Math.min(...times) : now - DAY;
  const last = times.length > 0 ? Math.max(...times) : now;
  const room = Math.max(HOUR / 2, (last - first) * 0.04);
  const [from, to] = [Math.floor(first - room), Math.ceil(last + room)];
  return { from, to, ticks: ticksIn(from, to, offset) };
}

function ticksIn(from: number, to: number, offset: number): number[] {
  const step = steps.find((one) => (to - from) / one <= MOST_TICKS) ?? Math.ceil((to - from) / MOST_TICKS / DAY) * DAY;
  const ticks: number[] = [];
  for (let at = Math.ceil((from + offset) / step) * step - offset; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** Where a row lies in the window, in percent; `certain` is null when no minute is certain. */
export interface Placed {
  readonly possible: Stretch;
  readonly certain: Stretch | null;
  /** Nothing says when it began or ended: the bar fades out on that side. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/**
 * Places a row: possible from the earliest start to the latest end, certain from the latest start to the earliest end.
 * A side that is not known is taken as far as the window goes.
 */
export function placeRow(row: Pick<CustodyRow, 'start' | 'end'>, scale: CustodyScale): Placed {
  const { from, to } = scale;
  const { start, end } = row;
  const lastPossible = end?.latest ?? to;
  const lastCertain = end?.earliest ?? null;
  const percent = (at: number): number => Math.round(Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100)) * 100) / 100;
  const stretch = (a: number, b: number): Stretch => ({ x: percent(a), width: Math.round((percent(b) - percent(a)) * 100) / 100 });
  const certain = start.latest !== null && lastCertain !== null && start.latest < lastCertain ? stretch(start.latest, lastCertain) : null;
  return {
    possible: stretch(start.earliest ?? from, Math.max(lastPossible, start.earliest ?? from)),
    certain,
    openStart: start.earliest === null,
    openEnd: end === null || end.latest === null,
  };
}
