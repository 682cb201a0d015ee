import { round, roundMarks } from '../chart-scale.js';
import { fitted, widthOf } from './fills.svg.js';
import { highest, topOf, type Picture } from './picture.js';

const AXIS = 40;
const HEAD = 18;
export const LINE = 220;

interface Drawn {
  readonly id: string;
  readonly picture: Picture;
  readonly width: number;
}

/** What is sure as a line, what may be as a hatched band above it, the period before as a broken line. */
export const BoundedLine = ({ id, picture: { bars }, width }: Drawn) => {
  const marks = roundMarks(topOf(bars, false));
  const top = marks.at(-1) ?? 1;
  const y = (value: number): number => round(HEAD + (1 - value / top) * (LINE - HEAD));
  const x = (place: number): number => round(AXIS + 14 + (place * (width - AXIS - 28)) / Math.max(1, bars.length - 1));
  const values = bars.map((bar) => bar.values[0] ?? { least: 0, most: 0 });
  const path = (heights: readonly number[]): string => heights.map((value, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(value)}`).join('');
  const back = [...values].reverse().map((value, place) => `L${x(values.length - 1 - place)} ${y(value.least)}`).join('');
  const every = Math.max(1, Math.ceil((Math.max(...bars.map(({ label }) => widthOf(label, 11))) + 10) / ((width - AXIS) / Math.max(1, bars.length))));
  return (
    <g>
      {marks.map((mark) => (
        <g key={mark}>
          <line class="grid" x1={AXIS} x2={width} y1={y(mark)} y2={y(mark)} />
          <text x={AXIS - 6} y={y(mark) + 4} text-anchor="end">
            {mark}
          </text>
        </g>
      ))}
      <path class="s0" d={`${path(values.map(highest))}${back}Z`} fill={`url(#${id}-maybe)`} stroke="currentColor" stroke-dasharray="3 2" />
      <path class="s0" d={path(values.map(({ least }) => least))} fill="none" stroke="currentColor" stroke-width="2.5" />
      {bars.some(({ before }) => before !== null) && <path class="was" d={path(bars.map(({ before }) => before ?? 0))} fill="none" />}
      {bars.map(({ label, said }, place) => (
        <g key={label}>
          <circle class="s0" cx={x(place)} cy={y(values[place]?.least ?? 0)} r="3" fill="currentColor" />
          {bars.length <= 13 && (
            <text class="said" x={x(place)} y={y(highest(values[place] ?? { least: 0, most: 0 })) - 7} text-anchor="middle">
              {said}
            </text>
          )}
          {place % every === 0 && (
            <text x={x(place)} y={LINE + 16} text-anchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
};

const TILE = { width: 90, height: 58, gap: 3 };

/** One square a region with its name and figure: the fill only repeats what is written. A broken edge: not sure. */
export const TileMap = ({ picture: { tiles = [], none = '' } }: Drawn) => {
  const most = Math.max(1, ...tiles.map(({ bar }) => highest(bar?.values[0] ?? { least: 0, most: 0 })));
  return (
    <g>
      {tiles.map(({ code, x, y, label, bar }) => {
        const value = bar?.values[0] ?? { least: 0, most: 0 };
        const share = highest(value) / most;
        const unsure = bar !== null && value.least !== value.most;
        return (
          <g key={code} transform={`translate(${x * (TILE.width + TILE.gap)} ${y * (TILE.height + TILE.gap)})`}>
            <rect class="s0" x="1" y="1" width={TILE.width - 2} height={TILE.height - 2} rx="4" fill="currentColor" fill-opacity={bar ? round(0.06 + share * 0.3) : 0} stroke="currentColor" stroke-width={bar ? 1.5 : 0.6} {...(unsure ? { 'stroke-dasharray': '4 2' } : {})} />
            <text x={TILE.width / 2} y="22" text-anchor="middle">
              {fitted(label, TILE.width - 6, 12)}
            </text>
            <text class={bar ? 'said' : undefined} x={TILE.width / 2} y="43" text-anchor="middle">
              {bar ? fitted(bar.said, TILE.width - 6, 13) : none}
            </text>
          </g>
        );
      })}
    </g>
  );
};

export const mapHeight = ({ tiles = [] }: Picture): number => (Math.max(0, ...tiles.map(({ y }) => y)) + 1) * (TILE.height + TILE.gap);
