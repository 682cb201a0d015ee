import { isInstant, minutesBetween, type Instant } from './instant.js';
import { zoneExists } from './zone.js';

/** How closely the source knew the moment; the bounds say the rest. */
export const precisions = [
  'exact',
  'about',
  'between',
  'part_of_day',
  'day',
  'month',
  'year',
  'before',
  'after',
  'unknown',
] as const;

export type Precision = (typeof precisions)[number];

/**
 * What is known of one moment: it lies between the two ends, both included.
 * null leaves a side open: `before` may lack the earliest, `after` the latest, `unknown` lacks both.
 */
export interface Bounds {
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
  readonly precision: Precision;
  /** IANA zone of the place, in which the source's clock went. */
  readonly zone: string;
  /** The source's own words, letter by letter; null when the moment was not given in words. */
  readonly asSaid: string | null;
}

/** Minutes. max null: no upper bound is known. Both null: not computable from what is recorded. */
export interface MinMax {
  readonly min: number | null;
  readonly max: number | null;
}

export const notComputable: MinMax = Object.freeze({ min: null, max: null });

export type BoundsFault =
  | 'time.zone_unknown'
  | 'time.precision_unknown'
  | 'time.bad_instant'
  | 'time.reversed'
  | 'time.open_side';

/** The code of what is wrong with the bounds, or null when nothing is. */
export function faultInBounds({ earliest, latest, precision, zone }: Bounds): BoundsFault | null {
  if (!zoneExists(zone)) return 'time.zone_unknown';
  if (!precisions.includes(precision)) return 'time.precision_unknown';
  if (![earliest, latest].every((end) => end === null || isInstant(end))) return 'time.bad_instant';
  if (earliest !== null && latest !== null && earliest > latest) return 'time.reversed';
  return opensAsItMay(precision, earliest !== null, latest !== null) ? null : 'time.open_side';
}

function opensAsItMay(precision: Precision, hasEarliest: boolean, hasLatest: boolean): boolean {
  if (precision === 'unknown') return !hasEarliest && !hasLatest;
  if (precision === 'before') return hasLatest;
  if (precision === 'after') return hasEarliest;
  return hasEarliest && hasLatest;
}

/** A moment known to the millisecond, such as a time stamp of a machine. */
export const exactly = (moment: Instant, zone: string, asSaid: string | null = null): Bounds => ({
  earliest: moment,
  latest: moment,
  precision: 'exact',
  zone,
  asSaid,
});

export const unknownMoment = (zone: string, asSaid: string | null = null): Bounds => ({
  earliest: null,
  latest: null,
  precision: 'unknown',
  zone,
  asSaid,
});

/** True when both statements can be about the same moment. */
export const intersects = (a: Bounds, b: Bounds): boolean => gapMinutes(a, b) === 0;

/** True when the two statements cannot both be true of one moment. An open side never contradicts. */
export const contradicts = (a: Bounds, b: Bounds): boolean => !intersects(a, b);

/** The least number of minutes between the two moments; 0 when they can be the same. */
export function gapMinutes(a: Bounds, b: Bounds): number {
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return minutesBetween(a.latest, b.earliest);
  if (b.latest !== null && a.earliest !== null && b.latest < a.earliest) return minutesBetween(b.latest, a.earliest);
  return 0;
}
