import { round, roundMarks } from '../chart-scale.js';
import { Fill, fitted, widthOf } from './fills.svg.js';
import { highest, topOf, type Picture, type PictureBar } from './picture.js';

interface StandingProps {
  readonly id: string;
  readonly bars: readonly PictureBar[];
  /** The series that is drawn. */
  readonly series?: number;
  readonly width: number;
  readonly height: number;
  /** Above every bar of all pictures side by side, so that they can be compared. */
  readonly top?: number;
}

const AXIS = 40;
const HEAD = 18;

/** Bars beside each other along time or bands: solid what is sure, hatched what may be. */
export const StandingBars = ({ id, bars, series = 0, width, height, top: given }: StandingProps) => {
  const own = bars.map((bar) => ({ ...bar, values: [bar.values[series] ?? { least: 0, most: 0 }] }));
  const marks = roundMarks(given ?? topOf(own, false), height > 120 ? 4 : 2);
  const top = marks.at(-1) ?? 1;
  const y = (value: number): number => round(HEAD + (1 - value / top) * (height - HEAD));
  const slot = (width - AXIS) / Math.max(1, bars.length);
  const every = Math.max(1, Math.ceil((Math.max(...bars.map(({ label }) => Math.min(widthOf(label, 11), 76))) + 8) / slot));
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
      {own.map(({ label, values: [value = { least: 0, most: 0 }], said, before }, place) => {
        const [left, wide] = [AXIS + place * slot + slot * 0.14, slot * 0.72];
        const middle = round(AXIS + (place + 0.5) * slot);
        return (
          <g key={label}>
            <Fill id={id} of={0} x={round(left)} y={y(value.least)} width={round(wide)} height={round(y(0) - y(value.least))} />
            <Fill id={id} of="maybe" x={round(left)} y={y(highest(value))} width={round(wide)} height={round(y(value.least) - y(highest(value)))} />
            {before !== null && <line class="was" x1={round(left - 2)} x2={round(left + wide + 2)} y1={y(before)} y2={y(before)} />}
            {widthOf(said, 11) < slot * 1.1 && highest(value) > 0 && (
              <text class="said" x={middle} y={y(highest(value)) - 4} text-anchor="middle">
                {said}
              </text>
            )}
            {place % every === 0 && (
              <text x={middle} y={height + 15} text-anchor="middle">
                {fitted(label, Math.max(slot * every - 4, 30), 11)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};

export const STANDING = 200;
const SMALL = 92;
const ACROSS = 2;

/** The same axes for every column member, small, side by side. */
export const Multiples = ({ id, picture, width }: { readonly id: string; readonly picture: Picture; readonly width: number }) => {
  const { bars, series } = picture;
  const top = Math.max(0, ...bars.flatMap(({ values }) => values.map(highest)));
  const wide = width / ACROSS - 8;
  return (
    <g>
      {series.map((name, place) => (
        <g key={name} transform={`translate(${round((place % ACROSS) * (wide + 16))} ${Math.floor(place / ACROSS) * (SMALL + 50)})`}>
          <text class="said" x={AXIS} y="12">
            {fitted(name, wide - AXIS)}
          </text>
          <g transform="translate(0 10)">
            <StandingBars id={id} bars={bars.map((bar) => ({ ...bar, said: '', before: null }))} series={place} width={wide} height={SMALL} top={top} />
          </g>
        </g>
      ))}
    </g>
  );
};

export const multiplesHeight = ({ series }: Picture): number => Math.ceil(series.length / ACROSS) * (SMALL + 50);
