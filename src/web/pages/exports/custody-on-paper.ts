import type { Custody, CustodyStretch } from '../../../documents/public.js';
import { sayInstant } from '../../../kernel/time/public.js';
import type { Timeline } from '../../../timeline/public.js';
import type { CustodyRow } from '../../parts/public.js';
import { custodyRows, scaleFor } from '../detentions/custody-rows.js';
import { momentOf, sourcesOf, type SourceManner } from './said.js';

/** Marks whose words do not run into each other on A4. */
const MOST_MARKS = 4;

/** The custody bar and its rows as they go onto paper. */
export function custodyOf(timeline: Timeline, manner: SourceManner): Custody | null {
  const { detention, placeNames, zone, now } = timeline;
  const { words } = manner;
  const { language } = words;
  const placeOf = (one: { placeId: string | null; placeWords: string | null }): string => (one.placeId ? placeNames.get(one.placeId) : null) ?? one.placeWords ?? '';
  const rows = custodyRows(detention, placeOf, language, now);
  if (rows.length === 0) return null;
  const { from, to, ticks } = scaleFor(rows, zone, now, language);
  const periods = new Map(detention.periods.map((period) => [period.id, period]));
  const order = ['observed', 'media', 'official'];
  return {
    axis: { from, to, ticks: ticks.filter((_, place) => place % Math.ceil(ticks.length / MOST_MARKS) === 0) },
    caption: words.say('detentions.zone_note', { zone }),
    rows: [...rows]
      .sort((a, b) => order.indexOf(a.account) - order.indexOf(b.account))
      .map((row) => {
        const period = periods.get(row.id);
        return {
          what: row.label,
          place: row.place || null,
          account: words.say(`custody.account.${row.account}`),
          start: momentOf(period?.start ?? null, words),
          end: period?.end ? momentOf(period.end, words) : row.ongoing ? { words: words.say('exports.open_end', { when: sayInstant(now, zone, language) }), earliest: null, latest: null } : null,
          heldFor: row.heldFor,
          sources: sourcesOf(timeline, period, manner),
          bar: stretchOf(row, { from, to }),
        };
      }),
  };
}

function stretchOf({ start, end }: CustodyRow, { from, to }: { from: number; to: number }): CustodyStretch {
  const certain = start.latest !== null && end?.earliest != null && start.latest < end.earliest ? ([start.latest, end.earliest] as const) : null;
  return {
    possible: [start.earliest ?? from, end?.latest ?? to],
    certain,
    openStart: start.earliest === null,
    openEnd: (end?.latest ?? null) === null,
  };
}
