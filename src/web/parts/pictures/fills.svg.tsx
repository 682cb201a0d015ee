const SIZE = 8;

/** Fills that differ without colour, after the first, which is solid: falling, dotted, lying, empty. Rising is what may be. */
const shapes = [
  null,
  <path d="M-2-2 10 10M6-2l4 4M-2 6l4 4" stroke="currentColor" stroke-width="2" />,
  <path fill="currentColor" d="M1 1h3v3H1zM5 5h3v3H5z" />,
  <path d="M0 2h8M0 6h8" stroke="currentColor" stroke-width="1.5" />,
  null,
];

/** Fills of a picture; `id` must differ between two pictures of one page. */
export const Fills = ({ id, count }: { readonly id: string; readonly count: number }) => (
  <defs>
    {shapes.slice(0, count).map((shape, part) => (
      <pattern key={part} id={`${id}-${part}`} class={`s${part}`} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
        {shape}
      </pattern>
    ))}
    <pattern id={`${id}-maybe`} class="s0" width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M-1 7 7-1M-1 1 1-1M5 7l2-2" stroke="currentColor" stroke-width="1.2" />
    </pattern>
  </defs>
);

interface FillProps {
  readonly id: string;
  /** A series, or what only may be. */
  readonly of: number | 'maybe';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A filled stretch; what only may be is hatched and its edge broken. */
export const Fill = ({ id, of, ...place }: FillProps) =>
  place.width <= 0 || place.height <= 0 ? null : (
    <rect class={`s${of === 'maybe' ? 0 : of}`} {...place} fill={of === 0 ? 'currentColor' : `url(#${id}-${of})`} stroke="currentColor" {...(of === 'maybe' ? { 'stroke-dasharray': '3 2' } : {})} />
  );

interface LegendProps {
  readonly id: string;
  /** `was`: the mark of the period before. */
  readonly entries: readonly { readonly of: number | 'maybe' | 'was'; readonly text: string }[];
  readonly y: number;
  readonly width: number;
}

/** Rough width of a text of this size: no font is asked, the same on a page, on paper and in a file. */
export const widthOf = (text: string, size = 12): number => text.length * size * 0.56;

const ROW = 18;

/** Swatches with their words, in as many rows as they need. */
export const Legend = ({ id, entries, y, width }: LegendProps) => (
  <g>
    {placed(entries, width).map(({ of, text, x, row }) => (
      <g key={text}>
        {of === 'was' ? <line class="was" x1={x + 9} x2={x + 9} y1={y + row * ROW} y2={y + row * ROW + 13} /> : <Fill id={id} of={of} x={x + 1} y={y + row * ROW + 1} width={16} height={11} />}
        <text x={x + 22} y={y + row * ROW + 11}>
          {text}
        </text>
      </g>
    ))}
  </g>
);

export const legendHeight = (entries: LegendProps['entries'], width: number): number => (entries.length === 0 ? 0 : ((placed(entries, width).at(-1)?.row ?? 0) + 1) * ROW + 6);

function placed<E extends { readonly text: string }>(entries: readonly E[], width: number): (E & { readonly x: number; readonly row: number })[] {
  let [x, row] = [0, 0];
  return entries.map((entry) => {
    const needed = 36 + widthOf(entry.text, 14); // a reader's own font may be wider than ours
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const at = { ...entry, x, row };
    x += needed;
    return at;
  });
}

/** A text in at most so many lines that fit; what is longer still is cut. */
export function linesOf(text: string, width: number, lines: number, size = 12): string[] {
  const most = Math.max(3, Math.floor(width / (size * 0.56)));
  const cut = text.lastIndexOf(' ', most);
  if (text.length <= most || lines === 1 || cut <= 0) return [fitted(text, width, size)];
  return [text.slice(0, cut), ...linesOf(text.slice(cut + 1), width, lines - 1, size)];
}

/** A text cut to fit; the table beside the picture has all of it. */
export const fitted = (text: string, width: number, size = 12): string => {
  const most = Math.max(3, Math.floor(width / (size * 0.56)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
};
