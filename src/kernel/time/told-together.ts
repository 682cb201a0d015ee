import { contradicts, type Bounds } from './bounds.js';
import { earlierOf, laterOf, type Instant } from './instant.js';

type End = Instant | null;
type Pick = (a: Instant, b: Instant) => Instant;

/**
 * One moment told several times, as one statement. Tellings that can all be true narrow each other; as soon as two of
 * them contradict, the answer spans from the earliest to the latest of them all, so that no source is overruled.
 * What says nothing (`unknown`) takes no part while another telling says something. null: nothing was told.
 */
export function toldTogether(tellings: readonly Bounds[]): Bounds | null {
  const all = tellings.some(says) ? tellings.filter(says) : tellings;
  const agree = all.every((one, place) => all.slice(place + 1).every((other) => !contradicts(one, other)));
  return agree ? joined(all, known(laterOf), known(earlierOf)) : joined(all, open(earlierOf), open(laterOf));
}

/** Bounds of the first of several moments: it is no later than any of them. null: there is none. */
export const firstOf = (moments: readonly Bounds[]): Bounds | null => joined(moments, open(earlierOf), known(earlierOf));

/** Bounds of the last of several moments: it is no earlier than any of them. null: there is none. */
export const lastOf = (moments: readonly Bounds[]): Bounds | null => joined(moments, known(laterOf), open(laterOf));

const says = ({ earliest, latest }: Bounds): boolean => earliest !== null || latest !== null;

/** An open side gives way to one that is known … */
const known = (pick: Pick) => (a: End, b: End): End => (a === null || b === null ? (a ?? b) : pick(a, b));

/** … or leaves the answer open. */
const open = (pick: Pick) => (a: End, b: End): End => (a === null || b === null ? null : pick(a, b));

type Choose = (a: End, b: End) => End;

/** Gives back one of the statements as it was said where it alone decides, else new bounds without words. */
function joined(all: readonly Bounds[], earliestOf: Choose, latestOf: Choose): Bounds | null {
  const [first] = all;
  if (!first) return null;
  const earliest = all.map((one) => one.earliest).reduce(earliestOf);
  const latest = all.map((one) => one.latest).reduce(latestOf);
  const asSaid = all.find((one) => one.earliest === earliest && one.latest === latest);
  return asSaid ?? { earliest, latest, precision: precisionOf(earliest, latest), zone: first.zone, asSaid: null };
}

function precisionOf(earliest: End, latest: End): Bounds['precision'] {
  if (earliest === null) return latest === null ? 'unknown' : 'before';
  return latest === null ? 'after' : 'between';
}
