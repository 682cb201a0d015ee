export interface Tick {
  /** Minutes since 1970 UTC. */
  readonly at: number;
  /** The moment in words of the place's zone. */
  readonly label: string;
}

export interface AxisLabel extends Tick {
  readonly anchor: 'start' | 'middle' | 'end';
  /** Left out where there is less room: on a phone and on paper. */
  readonly few: boolean;
}

/** Pixels of the drawing on an ordinary screen and on a phone, and of one letter at the size of the axis. */
const WIDE = 640;
const NARROW = 320;
const LETTER = 6.4;
const GAP = 10;

/** The labels that fit beside each other; those at the edges grow inwards, so that none is cut. */
export function axisLabels(ticks: readonly Tick[], { from, to }: { readonly from: number; readonly to: number }): AxisLabel[] {
  const placed = ticks.map((tick) => ({ ...tick, share: (tick.at - from) / (to - from) }));
  const wide = fitting(placed, WIDE);
  const narrow = new Set(fitting(placed, NARROW));
  return wide.map((tick) => ({ at: tick.at, label: tick.label, anchor: anchorOf(tick.share), few: !narrow.has(tick) }));
}

type Placed = Tick & { readonly share: number };

function fitting(ticks: readonly Placed[], width: number): Placed[] {
  let end = -Infinity;
  return ticks.filter(({ share, label }) => {
    const length = label.length * LETTER;
    const start = share * width - { start: 0, middle: length / 2, end: length }[anchorOf(share)];
    if (start < end + GAP) return false;
    end = start + length;
    return true;
  });
}

const anchorOf = (share: number): AxisLabel['anchor'] => (share < 0.12 ? 'start' : share > 0.88 ? 'end' : 'middle');
