import { notComputable, type Bounds, type MinMax } from './bounds.js';
import { millisecondsOf, type Instant } from './instant.js';

/**
 * A stretch of time of which both ends are bounds.
 * `end: null` means that it still lasts: it is measured up to `now`, so such a figure holds for that moment only.
 * An end that happened but is not known is not null: it is bounds of precision `unknown`.
 */
export interface Span {
  readonly start: Bounds;
  readonly end: Bounds | null;
}

/** From, to, in milliseconds; empty when `from >= to`; infinite where a side is open. */
type Stretch = readonly [from: number, to: number];

/**
 * How long the span lasted, in whole minutes rounded outwards.
 * min = earliest end - latest start, never below 0; max = latest end - earliest start.
 * A span that must end before it starts is not computable.
 */
export const durationOf = (span: Span, now: Instant): MinMax =>
  impossible(span, now) ? notComputable : figure(lengthOf([narrowest(span, now)]), lengthOf([widest(span, now)]));

/** How long both spans lasted at the same time. */
export function overlapOf(a: Span, b: Span, now: Instant): MinMax {
  if (impossible(a, now) || impossible(b, now)) return notComputable;
  const least = meet(narrowest(a, now), narrowest(b, now));
  const most = meet(widest(a, now), widest(b, now));
  return figure(lengthOf([least]), lengthOf([most]));
}

/** How long at least one of the spans lasted. Time covered twice counts once. No spans: zero. */
export function unionOf(spans: readonly Span[], now: Instant): MinMax {
  if (spans.some((span) => impossible(span, now))) return notComputable;
  return figure(lengthOf(spans.map((span) => narrowest(span, now))), lengthOf(spans.map((span) => widest(span, now))));
}

/**
 * How much of the stay no acknowledged span covers.
 *
 * The figure grows with a longer stay and shrinks with longer coverage, so each extreme lies in one corner:
 * max = the widest stay less what is certainly covered [latest start, earliest end];
 * min = the narrowest stay less what may be covered [earliest start, latest end].
 * An acknowledged span without an end of its own lasts until the stay ends.
 */
export function uncoveredOf(stay: Span, acknowledged: readonly Span[], now: Instant): MinMax {
  if (impossible(stay, now)) return notComputable;
  const possible = acknowledged.map((span) => widest(span, null));
  const certain = acknowledged.map((span) => narrowest(span, null));
  return figure(lengthOutside(narrowest(stay, now), possible), lengthOutside(widest(stay, now), certain));
}

/** @param now null: a span without an end goes on without limit, to be cut by what it is compared with. */
const widest = ({ start, end }: Span, now: Instant | null): Stretch => [
  at(start.earliest, -Infinity),
  end ? at(end.latest, Infinity) : at(now, Infinity),
];

const narrowest = ({ start, end }: Span, now: Instant | null): Stretch => [
  at(start.latest, Infinity),
  end ? at(end.earliest, -Infinity) : at(now, Infinity),
];

const at = (moment: Instant | null, open: number): number => (moment === null ? open : millisecondsOf(moment));

const impossible = (span: Span, now: Instant): boolean => {
  const [from, to] = widest(span, now);
  return from > to;
};

const meet = (a: Stretch, b: Stretch): Stretch => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];

function lengthOf(stretches: readonly Stretch[]): number {
  const inOrder = stretches.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
  let length = 0;
  let reached = -Infinity;
  for (const [from, to] of inOrder) {
    const fresh = Math.max(from, reached);
    if (to > fresh) length += to - fresh;
    reached = Math.max(reached, to);
  }
  return length;
}

function lengthOutside(stay: Stretch, cover: readonly Stretch[]): number {
  let length = 0;
  let from = stay[0];
  const inOrder = cover.map((piece) => meet(stay, piece)).filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0]);
  for (const [coverFrom, coverTo] of inOrder) {
    if (coverFrom > from) length += coverFrom - from;
    from = Math.max(from, coverTo);
  }
  return from < stay[1] ? length + stay[1] - from : length;
}

/** Whole minutes rounded outwards. "At least nothing, at most no one knows" says nothing and is not computable. */
function figure(leastMilliseconds: number, mostMilliseconds: number): MinMax {
  const min = Math.floor(leastMilliseconds / 60_000);
  const max = Number.isFinite(mostMilliseconds) ? Math.ceil(mostMilliseconds / 60_000) : null;
  return min === 0 && max === null ? notComputable : { min, max };
}
