import type { BoundsColumns } from '../db/public.js';
import { daysIn, daysInMonth, localParts, type Instant } from '../time/public.js';

/** A moment with its month left of it, in its own zone. An open side stays open. */
export function monthOnly(bounds: BoundsColumns): BoundsColumns {
  const { earliest, latest, zone, precision } = bounds;
  if (!precision || !zone) return { earliest: null, latest: null, precision: null, zone: null };
  const first = earliest ? monthOf(earliest, zone).earliest : null;
  const last = latest ? monthOf(latest, zone).latest : null;
  const whole = first !== null && last !== null;
  return { earliest: first, latest: last, precision: whole ? 'month' : first ? 'after' : last ? 'before' : 'unknown', zone };
}

function monthOf(moment: Instant, zone: string): { earliest: Instant; latest: Instant } {
  const { year, month } = localParts(moment, zone);
  return daysIn(zone, { year, month, day: 1 }, { year, month, day: daysInMonth(year, month) });
}
