import { roundMarks, round, sum } from './chart-scale.js';

export interface ChartBar {
  readonly label: string;
  /** One value per series. */
  readonly values: readonly number[];
  /** The bar's number in words ("<5", "31 to 36"); by default the sum of its values. */
  readonly said?: string;
}

interface BarChartProps {
  /** What is counted, by what: read out in place of the picture. */
  readonly title: string;
  readonly bars: readonly ChartBar[];
  /** Names of the series when bars are stacked; at most five. */
  readonly series?: readonly string[];
  readonly direction?: 'vertical' | 'horizontal';
  /** Must differ between two charts on one page. */
  readonly id?: string;
}

/** Bars as plain SVG in percent: for the screen, a phone and paper. The figures stand in a table beside it. */
export const BarChart = ({ title, bars, series = [], direction = 'vertical', id = 'chart' }: BarChartProps) => {
  const most = Math.max(0, ...bars.map(({ values }) => sum(values)));
  const marks = roundMarks(most);
  const top = marks.at(-1) ?? 1;
  const drawing = { bars, marks, top, id, title };
  return (
    <figure class="card">
      <Patterns id={id} count={Math.max(1, series.length)} />
      {direction === 'vertical' ? <Upright {...drawing} /> : <Lying {...drawing} />}
      {series.length > 0 && <Legend id={id} series={series} />}
    </figure>
  );
};

interface Drawing {
  readonly bars: readonly ChartBar[];
  readonly marks: readonly number[];
  readonly top: number;
  readonly id: string;
  readonly title: string;
}

const HEIGHT = 220;
const LABELS = 22;
const HEAD = 16;
const MOST_LABELS = 12;

const Upright = ({ bars, marks, top, id, title }: Drawing) => {
  const y = (value: number): number => round(HEAD + (1 - value / top) * (HEIGHT - HEAD));
  const slot = 100 / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / MOST_LABELS);
  return (
    <div class="bars" role="img" aria-label={title}>
      <svg width="100%" height={HEIGHT + LABELS} aria-hidden="true">
        {marks.map((mark) => (
          <text key={mark} x="42" y={y(mark) + 4} text-anchor="end">
            {mark}
          </text>
        ))}
      </svg>
      <svg width="100%" height={HEIGHT + LABELS} aria-hidden="true">
        {marks.map((mark) => (
          <line key={mark} class="grid" x1="0" x2="100%" y1={y(mark)} y2={y(mark)} />
        ))}
        {bars.map(({ label, values, said }, place) => {
          const middle = `${round((place + 0.5) * slot)}%`;
          const total = sum(values);
          return (
            <g key={label}>
              {values.map((value, part) => {
                const below = sum(values.slice(0, part));
                return (
                  <Part key={part} id={id} part={part} x={`${round((place + 0.15) * slot)}%`} width={`${round(slot * 0.7)}%`} y={y(below + value)} height={round(y(below) - y(below + value))} />
                );
              })}
              {every === 1 && (
                <text x={middle} y={y(total) - 4} text-anchor="middle">
                  {said ?? total}
                </text>
              )}
              {place % every === 0 && (
                <text class={(place / every) % 3 === 0 ? undefined : 'few'} x={middle} y={HEIGHT + 15} text-anchor="middle">
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
};

const Lying = ({ bars, marks, top, id, title }: Drawing) => {
  const percent = (value: number): number => round((value / top) * 100);
  return (
    <div role="img" aria-label={title}>
      {bars.map(({ label, values, said }) => (
        <div class="lane" key={label} aria-hidden="true">
          <p class="lab">{label}</p>
          <svg width="100%" height="24">
            {marks.map((mark) => (
              <line key={mark} class="grid" x1={`${percent(mark)}%`} x2={`${percent(mark)}%`} y1="0" y2="24" />
            ))}
            {values.map((value, part) => (
              <Part key={part} id={id} part={part} x={`${percent(sum(values.slice(0, part)))}%`} width={`${percent(value)}%`} y={2} height={20} />
            ))}
          </svg>
          <p class="d">{said ?? sum(values)}</p>
        </div>
      ))}
    </div>
  );
};

interface PartProps {
  readonly id: string;
  readonly part: number;
  readonly x: string;
  readonly width: string;
  readonly y: number;
  readonly height: number;
}

const Part = ({ id, part, height, ...place }: PartProps) =>
  height <= 0 ? null : <rect class={`s${part % 5}`} {...place} height={height} fill={`url(#${id}-${part % 5})`} stroke="currentColor" />;

const SIZE = 8;

/** Five fills that differ without colour: solid, rising, falling, dotted, empty. */
const shapes = [
  <rect width={SIZE} height={SIZE} fill="currentColor" />,
  <path class="hatch" d="M-2 10 10-2M-2 2 2-2M6 10l4-4" />,
  <path class="hatch" d="M-2-2 10 10M6-2l4 4M-2 6l4 4" />,
  <path fill="currentColor" d="M2 2h3v3H2z" />,
  null,
];

const Patterns = ({ id, count }: { readonly id: string; readonly count: number }) => (
  <svg class="defs" width="0" height="0" aria-hidden="true">
    <defs>
      {shapes.slice(0, count).map((shape, part) => (
        <pattern key={part} id={`${id}-${part}`} class={`s${part}`} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
          {shape}
        </pattern>
      ))}
    </defs>
  </svg>
);

const Legend = ({ id, series }: { readonly id: string; readonly series: readonly string[] }) => (
  <figcaption>
    <ul class="legend">
      {series.map((name, part) => (
        <li key={name}>
          <svg width="18" height="14" aria-hidden="true">
            <Part id={id} part={part} x="1" width="16" y={1} height={12} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  </figcaption>
);
