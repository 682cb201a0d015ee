import { round, roundMarks } from '../chart-scale.js';
import { Fill, linesOf } from './fills.svg.js';
import { topOf, type Picture, type PictureBar } from './picture.js';

export const WIDTH = 560;
const LABEL = 226;
const SAID = 100;
const ROW = 34;
const LINE = 13;
const MOST_LINES = 3;

/** A stroke between two words stays with the first: no line begins with it. */
const labelOf = ({ label }: PictureBar): string[] => linesOf(label.replaceAll(' / ', '\u00a0/ '), LABEL - 8, MOST_LINES, 13);

/** All rows of a picture are as high as the longest label needs. */
const rowOf = (bars: readonly PictureBar[]): number => ROW + Math.max(0, ...bars.map((bar) => labelOf(bar).length - 2)) * LINE;

/** Bars that lie under each other: one bar with its bounds, or the sure parts of several series and what may come on top. */
export const LyingBars = ({ id, picture }: { readonly id: string; readonly picture: Picture }) => {
  const stacked = picture.kind === 'stacked';
  const marks = roundMarks(topOf(picture.bars, stacked));
  const top = marks.at(-1) ?? 1;
  const x = (value: number): number => round((value / top) * (WIDTH - LABEL - SAID));
  const row = rowOf(picture.bars);
  const height = picture.bars.length * row;
  return (
    <g>
      {marks.map((mark) => (
        <line key={mark} class="grid" x1={LABEL + x(mark)} x2={LABEL + x(mark)} y1="0" y2={height} />
      ))}
      {picture.bars.map((bar, place) => (
        <g key={bar.label} transform={`translate(0 ${place * row})`}>
          {labelOf(bar).map((line, at, { length }) => (
            <text key={at} x={LABEL - 8} y={row / 2 + 4 + (at - (length - 1) / 2) * LINE} text-anchor="end">
              {line}
            </text>
          ))}
          <g transform={`translate(0 ${(row - ROW) / 2})`}>{stacked ? <Parts id={id} bar={bar} x={x} /> : <Bounded id={id} bar={bar} x={x} />}</g>
        </g>
      ))}
    </g>
  );
};

interface PartProps {
  readonly id: string;
  readonly bar: PictureBar;
  readonly x: (value: number) => number;
}

const Bounded = ({ id, bar: { values, said, before }, x }: PartProps) => {
  const [{ least, most } = { least: 0, most: 0 }] = values;
  const end = most ?? least * 1.25 + 1;
  return (
    <>
      <Fill id={id} of={0} x={LABEL} y={7} width={x(least)} height={18} />
      <Fill id={id} of="maybe" x={LABEL + x(least)} y={7} width={x(end) - x(least)} height={18} />
      {before !== null && <line class="was" x1={LABEL + x(before)} x2={LABEL + x(before)} y1="4" y2="28" />}
      <text class="said" x={LABEL + x(end) + 6} y="21">
        {`${said}${most === null ? ' →' : ''}`}
      </text>
    </>
  );
};

const Parts = ({ id, bar: { values, said }, x }: PartProps) => {
  const before = (place: number): number => values.slice(0, place).reduce((all, { least }) => all + least, 0);
  const sure = before(values.length);
  const most = values.reduce((all, one) => all + (one.most ?? one.least), 0);
  return (
    <>
      {values.map(({ least }, place) => (
        <Fill key={place} id={id} of={place} x={LABEL + x(before(place))} y={7} width={x(before(place) + least) - x(before(place))} height={18} />
      ))}
      <Fill id={id} of="maybe" x={LABEL + x(sure)} y={7} width={x(most) - x(sure)} height={18} />
      <text class="said" x={LABEL + x(most) + 6} y="21">
        {said}
      </text>
    </>
  );
};

export const lyingHeight = ({ bars }: Picture): number => bars.length * rowOf(bars);
