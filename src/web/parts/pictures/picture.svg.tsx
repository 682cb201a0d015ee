import { renderToString } from 'preact-render-to-string';
import { Fills, Legend, legendHeight } from './fills.svg.js';
import { BoundedLine, LINE, mapHeight, TileMap } from './line-and-map.svg.js';
import { LyingBars, lyingHeight, WIDTH } from './lying-bars.svg.js';
import type { Picture } from './picture.js';
import { Multiples, multiplesHeight, labelsHeight, STANDING, StandingBars } from './standing-bars.svg.js';

interface PictureProps {
  /** Must differ between two pictures on one page. */
  readonly id: string;
  readonly picture: Picture;
}

const LABELS = 26;

const heightOf = (picture: Picture): number => {
  if (picture.kind === 'bars' || picture.kind === 'stacked') return lyingHeight(picture) + 8;
  if (picture.kind === 'line') return LINE + LABELS;
  if (picture.kind === 'multiples') return multiplesHeight(picture);
  return picture.kind === 'map' ? mapHeight(picture) + 8 : STANDING + labelsHeight(picture.bars, WIDTH);
};

function Drawing({ id, picture }: PictureProps) {
  if (picture.kind === 'bars' || picture.kind === 'stacked') return <LyingBars id={id} picture={picture} />;
  if (picture.kind === 'line') return <BoundedLine id={id} picture={picture} width={WIDTH} />;
  if (picture.kind === 'multiples') return <Multiples id={id} picture={picture} width={WIDTH} />;
  if (picture.kind === 'map') return <TileMap id={id} picture={picture} width={WIDTH} />;
  return <StandingBars id={id} bars={picture.bars} width={WIDTH} height={STANDING} />;
}

/** Whether anything is hatched at all. */
const isUnsure = ({ bars }: Picture): boolean => bars.some(({ values }) => values.some(({ least, most }) => least !== most));

const legendOf = (picture: Picture): { of: number | 'maybe' | 'was'; text: string }[] => [
  ...(picture.kind === 'stacked' ? picture.series.map((text, of) => ({ of, text })) : picture.kind === 'map' ? [] : [{ of: 0, text: picture.sure }]),
  ...(isUnsure(picture) ? [{ of: 'maybe' as const, text: picture.possible }] : []),
  ...(picture.bars.some(({ before }) => before !== null) ? [{ of: 'was' as const, text: picture.was }] : []),
];

const Svg = ({ id, picture, alone }: PictureProps & { readonly alone?: string }) => {
  const legend = legendOf(picture);
  const drawn = heightOf(picture);
  const height = drawn + legendHeight(legend, WIDTH);
  return (
    <svg class="picture" viewBox={`0 0 ${WIDTH} ${height}`} {...(alone === undefined ? { 'aria-hidden': 'true' as const } : { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height })}>
      {alone !== undefined && <title>{picture.title}</title>}
      {alone !== undefined && <style>{alone}</style>}
      {alone !== undefined && <rect width={WIDTH} height={height} fill="#fff" />}
      <Fills id={id} count={Math.max(1, picture.kind === 'stacked' ? picture.series.length : 1)} />
      <Drawing id={id} picture={picture} />
      {legend.length > 0 && (
        <g transform={`translate(0 ${drawn})`}>
          <Legend id={id} entries={legend} y={4} width={WIDTH} />
        </g>
      )}
    </svg>
  );
};

/** A picture on a page; its figures stand in a table beside it. */
export const PictureFigure = ({ id, picture }: PictureProps) => (
  <figure class="card drawn" role="img" aria-label={picture.title}>
    <Svg id={id} picture={picture} />
  </figure>
);

/** Colours of paper: those of a page in the light. */
const paper =
  'text{font-family:"Noto Sans",sans-serif;font-size:12px;fill:#57606a}.said{fill:#1f2328;font-weight:600}.grid{stroke:#d8d5cf}.was{stroke:#1f2328;stroke-width:1.5;stroke-dasharray:5 3;fill:none}' +
  '.s0{color:#1d4e89}.s1{color:#b45309}.s2{color:#0f766e}.s3{color:#5b3e96}.s4{color:#6b7280}';

/** The same picture as a file of its own. */
export const pictureSvg = (picture: Picture): string => renderToString(<Svg id="p" picture={picture} alone={paper} />);
