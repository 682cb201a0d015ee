import type { ComponentChildren } from 'preact';
import { axisLabels, type Tick } from './axis-labels.js';
import { at100, CustodyBar, CustodyDefs, Rail } from './custody-bar.svg.js';
import type { CustodyRow, CustodyScale } from './custody-scale.js';
import { useWords } from './viewer.js';

interface Frame {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
  /** Where what goes on is drawn to; by default the end of the window. */
  /** Sums and the zone, in words. */
  readonly caption?: ComponentChildren;
  /** Must differ between two drawings on one page. */
  readonly id?: string;
}

interface CustodyTimelineProps extends Frame {
  readonly rows: readonly CustodyRow[];
}

/** Stretches of custody, one line each, by account. Show CustodyTable beside it: some browsers draw no SVG. */
export const CustodyTimeline = ({ rows, id = 'custody', caption, ...frame }: CustodyTimelineProps) => {
  const words = useWords();
  const scale = scaleOf(frame);
  const accounts = [...new Set(rows.map(({ account }) => account))];
  return (
    <figure class="card">
      <CustodyDefs id={id} used={new Set(rows.map(({ tone }) => tone))} />
      <Axis scale={scale} ticks={frame.ticks} end={words.say('custody.held_for')} />
      {accounts.map((account) => (
        <div key={account}>
          <p class="account">{words.say(`custody.account.${account}`)}</p>
          {rows
            .filter((row) => row.account === account)
            .map((row) => (
              <div class="lane" key={row.id}>
                <p class="lab">
                  <bdi>{row.label}</bdi>
                  <small>
                    <bdi>{row.place}</bdi>
                  </small>
                </p>
                <svg width="100%" height="24" aria-hidden="true" focusable="false">
                  <Rail scale={scale} />
                  <CustodyBar id={id} row={row} scale={scale} />
                </svg>
                <p class="d">
                  <bdi>{row.heldFor}</bdi>
                </p>
              </div>
            ))}
        </div>
      ))}
      <Legend caption={caption} />
    </figure>
  );
};

export interface Lane {
  readonly id: string;
  /** Whose custody; usually a name. */
  readonly label: string;
  readonly href?: string;
  /** State now, in words. */
  readonly state?: string;
  readonly rows: readonly CustodyRow[];
}

interface JointTimelineProps extends Frame {
  readonly lanes: readonly Lane[];
}

/** The people of a case on one axis, a lane each; what overlaps in a lane is drawn over each other. */
export const JointTimeline = ({ lanes, id = 'joint', caption, ...frame }: JointTimelineProps) => {
  const scale = scaleOf(frame);
  return (
    <figure class="card">
      <CustodyDefs id={id} used={new Set(lanes.flatMap(({ rows }) => rows.map(({ tone }) => tone)))} />
      <Axis scale={scale} ticks={frame.ticks} end="" />
      {lanes.map((lane) => (
        <div class="lane who" key={lane.id}>
          <p class="lab">{lane.href ? <a href={lane.href}>{lane.label}</a> : <bdi>{lane.label}</bdi>}</p>
          <svg width="100%" height="24" aria-hidden="true" focusable="false">
            <Rail scale={scale} />
            {lane.rows.map((row) => (
              <CustodyBar key={row.id} id={id} row={row} scale={scale} />
            ))}
          </svg>
          <p class="d">{lane.state}</p>
        </div>
      ))}
      <Legend caption={caption} />
    </figure>
  );
};

const scaleOf = ({ from, to, ticks }: Pick<Frame, 'from' | 'to' | 'ticks'>): CustodyScale => ({ from, to, ticks: ticks.map(({ at }) => at) });

const Axis = ({ scale, ticks, end }: { readonly scale: CustodyScale; readonly ticks: readonly Tick[]; readonly end: string }) => (
  <div class="lane axis">
    <span class="lab" />
    <svg width="100%" height="16" aria-hidden="true" focusable="false">
      {axisLabels(ticks, scale).map(({ at, label, anchor, few }) => (
        <text key={at} class={few ? 'few' : undefined} x={at100(at, scale)} y="12" text-anchor={anchor}>
          {label}
        </text>
      ))}
    </svg>
    <span class="d">{end}</span>
  </div>
);

const Legend = ({ caption }: { readonly caption: ComponentChildren }) => (
  <figcaption>
    {useWords().say('custody.legend')} {caption}
  </figcaption>
);
