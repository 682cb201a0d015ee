import { placeRow, type CustodyRow, type CustodyScale, type CustodyTone } from './custody-scale.js';

const tones: readonly CustodyTone[] = ['kettled', 'transport', 'police', 'court', 'facility', 'hospital'];

interface DefsProps {
  /** Begins the names of the patterns: one per drawing on a page. */
  readonly id: string;
  readonly used: ReadonlySet<CustodyTone>;
}

/** Hatching per tone, and the fading of open ends; shared by all rows of one drawing. */
export const CustodyDefs = ({ id, used }: DefsProps) => (
  <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      {tones
        .filter((tone) => used.has(tone))
        .map((tone) => (
          <pattern key={tone} id={`${id}-${tone}`} class={`k-${tone}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="hatch" x1="3" y1="0" x2="3" y2="6" />
          </pattern>
        ))}
      <Fade id={`${id}-fade-start`} stops={[[0, 0], [30, 1]]} />
      <Fade id={`${id}-fade-end`} stops={[[70, 1], [100, 0]]} />
      <Fade id={`${id}-fade-both`} stops={[[0, 0], [30, 1], [70, 1], [100, 0]]} />
    </defs>
  </svg>
);

const Fade = ({ id, stops }: { readonly id: string; readonly stops: readonly (readonly [percent: number, opacity: number])[] }) => (
  <>
    <linearGradient id={`${id}-g`}>
      {stops.map(([percent, opacity]) => (
        <stop key={percent} offset={`${percent}%`} stop-color="#fff" stop-opacity={opacity} />
      ))}
    </linearGradient>
    <mask id={id} maskContentUnits="objectBoundingBox">
      <rect width="1" height="1" fill={`url(#${id}-g)`} />
    </mask>
  </>
);

interface BarProps {
  readonly id: string;
  readonly row: CustodyRow;
  readonly scale: CustodyScale;
}

/** One stretch: solid where certain, hatched where possible, fading where an end is open. */
export const CustodyBar = ({ id, row, scale }: BarProps) => {
  const { possible, certain, openStart, openEnd } = placeRow(row, scale);
  const fade = openStart && openEnd ? 'both' : openStart ? 'start' : openEnd ? 'end' : null;
  const whollyCertain = certain?.width === possible.width;
  return (
    <g class={`k-${row.tone}`}>
      {!whollyCertain && (
        <rect
          class="maybe"
          x={`${possible.x}%`}
          width={`${Math.max(possible.width, LEAST)}%`}
          y="2"
          height="20"
          rx="3"
          fill={`url(#${id}-${row.tone})`}
          mask={fade ? `url(#${id}-fade-${fade})` : undefined}
        />
      )}
      {certain && <rect class="sure" x={`${certain.x}%`} width={`${Math.max(certain.width, LEAST)}%`} y="2" height="20" rx="2" />}
    </g>
  );
};

/** Percent: a stretch of a minute among weeks must still be seen. */
const LEAST = 0.6;

/** The line a bar lies on, with the marks of the axis. */
export const Rail = ({ scale }: { readonly scale: CustodyScale }) => (
  <>
    {scale.ticks.map((at) => (
      <line key={at} class="grid" x1={at100(at, scale)} x2={at100(at, scale)} y1="0" y2="24" />
    ))}
    <line class="rail" x1="0" x2="100%" y1="12" y2="12" />
  </>
);

export const at100 = (at: number, { from, to }: CustodyScale): string => `${Math.round(((at - from) / (to - from)) * 10_000) / 100}%`;
