import { round, roundMarks } from '../chart-scale.js';
import { Fill, fitted, linesOf, widthOf } from './fills.svg.js';
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
const LINE = 13;

/** Bars beside each other along time or bands: solid what is sure, hatched what may be. */
export const StandingBars = ({ id, bars, series = 0, width, height, top: given }: StandingProps) => {
  const own = bars.map((bar) => ({ ...bar, values: [bar.values[series] ?? { least: 0, most: 0 }] }));
  const marks = roundMarks(given ?? topOf(own, false), height > 120 ? 4 : 2);
  const top = marks.at(-1) ?? 1;
  const y = (value: number): number => round(HEAD + (1 - value / top) * (height - HEAD));
  const slot = (width - AXIS) / Math.max(1, bars.length);
  const { every, lines } = labelled(bars, slot);
  const said = roomFor(own.map((bar) => ({ said: bar.said, most: highest(bar.values[0] ?? { least: 0, most: 0 }) })), slot);
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
      {own.map(({ label, values: [value = { least: 0, most: 0 }], said: text, before }, place) => {
        const [left, wide] = [AXIS + place * slot + slot * 0.14, slot * 0.72];
        const middle = round(AXIS + (place + 0.5) * slot);
        return (
          <g key={label}>
            <Fill id={id} of={0} x={round(left)} y={y(value.least)} width={round(wide)} height={round(y(0) - y(value.least))} />
            <Fill id={id} of="maybe" x={round(left)} y={y(highest(value))} width={round(wide)} height={round(y(value.least) - y(highest(value)))} />
            {before !== null && <line class="was" x1={round(left - 2)} x2={round(left + wide + 2)} y1={y(before)} y2={y(before)} />}
            {said.has(place) && (
              <text class="said" x={middle} y={y(highest(value)) - 4} text-anchor="middle">
                {text}
              </text>
            )}
            {place % every === 0 &&
              lines[place]?.map((line, at) => (
                <text key={at} x={middle} y={height + 15 + at * LINE} text-anchor="middle">
                  {line}
                </text>
              ))}
          </g>
        );
      })}
    </g>
  );
};

/** Labels under the bars, every so many, in as many lines as they need. */
function labelled(bars: readonly PictureBar[], slot: number): { every: number; lines: string[][] } {
  const every = Math.max(1, Math.ceil((Math.max(...bars.map(({ label }) => Math.min(widthOf(label, 11), 76))) + 8) / slot));
  return { every, lines: bars.map(({ label }) => linesOf(label, Math.max(slot * every - 4, 30), 2, 11)) };
}

/** The bars whose figure has room over them, the highest first: figures that touch are read as one. */
function roomFor(bars: readonly { readonly said: string; readonly most: number }[], slot: number): ReadonlySet<number> {
  const kept: { readonly place: number; readonly wide: number }[] = [];
  const order = bars.map((bar, place) => ({ ...bar, place, wide: widthOf(bar.said, 13) })).filter(({ said, most }) => said !== '' && most > 0);
  for (const one of order.sort((a, b) => b.most - a.most || a.place - b.place)) {
    if (kept.every(({ place, wide }) => Math.abs(place - one.place) * slot > (wide + one.wide) / 2 + 3)) kept.push(one);
  }
  return new Set(kept.map(({ place }) => place));
}

/** Room under the axis of bars that take the whole width. */
export const labelsHeight = (bars: readonly PictureBar[], width: number): number => 26 + (Math.max(1, ...labelled(bars, (width - AXIS) / Math.max(1, bars.length)).lines.map(({ length }) => length)) - 1) * LINE;

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
