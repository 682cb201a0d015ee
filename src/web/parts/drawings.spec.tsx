import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { roundMarks } from './chart-scale.js';
import { BarChart, CustodyTable, CustodyTimeline, JointTimeline, type CustodyRow } from './public.js';

const rows: CustodyRow[] = [
  {
    id: 'kettle',
    label: 'Kettled',
    place: 'Republic Square',
    tone: 'kettled',
    account: 'observed',
    start: { earliest: 100, latest: 130 },
    end: { earliest: 600, latest: 640 },
    heldFor: '8 h to 9 h',
    ongoing: false,
    startSaid: '10 Jan 2021, 11:00–11:30',
    endSaid: '10 Jan 2021, 19:20–20:00',
  },
  {
    id: 'station',
    label: 'Police station',
    place: 'not known',
    tone: 'police',
    account: 'official',
    start: { earliest: 640, latest: 640 },
    end: null,
    heldFor: 'not known',
    ongoing: false,
  },
];
const frame = { from: 0, to: 1000, ticks: [{ at: 500, label: '18:00' }] };

describe('the custody timeline', () => {
  const html = renderToString(<CustodyTimeline rows={rows} {...frame} />);

  it('draws certain and possible apart, and keeps what was observed apart from what is official', () => {
    expect(html.match(/class="sure"/g)).toHaveLength(1);
    expect(html.match(/class="maybe"/g)).toHaveLength(2);
    expect(html.indexOf('Observed')).toBeLessThan(html.indexOf('Official'));
  });

  it('lets an end that nobody knows fade out', () => {
    expect(html.match(/mask="url\(#custody-fade-end\)"/g)).toHaveLength(1);
  });

  it('says in a table all that it draws', () => {
    const table = renderToString(<CustodyTable rows={rows} />);
    for (const text of ['Kettled', 'Republic Square', 'Observed', '10 Jan 2021, 11:00–11:30', '8 h to 9 h', 'not known']) expect(table).toContain(text);
  });

  it('is drawn by attributes only, as the content policy wants it', () => {
    const joint = renderToString(<JointTimeline {...frame} lanes={[{ id: 'a', label: 'A', rows }]} />);
    const chart = renderToString(<BarChart title="By month" series={['a', 'b']} bars={[{ label: 'Jan', values: [1, 2] }]} />);
    for (const drawn of [html, joint, chart]) expect(drawn).not.toMatch(/\sstyle=|<style|NaN|undefined/);
  });
});

describe('the bar chart', () => {
  it('stacks series with fills that differ without colour', () => {
    const html = renderToString(<BarChart id="c" title="By month" series={['a', 'b']} bars={[{ label: 'Jan', values: [6, 2] }]} />);
    expect(html).toContain('fill="url(#c-0)"');
    expect(html).toContain('fill="url(#c-1)"');
    expect(html).toContain('aria-label="By month"');
  });

  it('shows the words given for a number instead of the number, so that a hidden cell stays hidden', () => {
    for (const direction of ['horizontal', 'vertical'] as const) {
      expect(renderToString(<BarChart title="By region" direction={direction} bars={[{ label: 'Atyrau', values: [2], said: 'below 5' }]} />)).toContain('below 5');
    }
  });

  it('marks whole round numbers that reach over the longest bar, and has no trouble with nothing', () => {
    expect(roundMarks(87)).toEqual([0, 25, 50, 75, 100]);
    expect(roundMarks(3)).toEqual([0, 1, 2, 3]);
    expect(roundMarks(0)).toEqual([0, 1]);
    expect(renderToString(<BarChart title="Nothing" bars={[]} />)).not.toMatch(/NaN|Infinity/);
  });
});
