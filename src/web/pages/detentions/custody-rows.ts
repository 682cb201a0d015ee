import type { CustodyPeriodView, DetentionView } from '../../../detentions/public.js';
import { figuresOf, type CustodyFigures } from '../../../durations/public.js';
import { exactly, instantOf, millisecondsOf, offsetMinutes, sayMinutes, sayShort, type Bounds, type Instant, type Language } from '../../../kernel/time/public.js';
import { columnsOf } from '../../../kernel/db/public.js';
import { codedValue, labelOf } from '../../../vocabularies/public.js';
import { custodyScale, type CustodyRow, type CustodyTone } from '../../parts/public.js';

const minuteOf = (moment: Instant | null): number | null => (moment === null ? null : Math.round(millisecondsOf(moment) / 60_000));

const sides = (bounds: Bounds | null) => ({ earliest: minuteOf(bounds?.earliest ?? null), latest: minuteOf(bounds?.latest ?? null) });

/** The periods of a detention as rows of the drawing, observed and official lanes above each other. */
export function custodyRows(
  detention: Pick<DetentionView, 'periods' | 'events'>,
  placeName: (period: CustodyPeriodView) => string,
  language: Language,
  now: Instant,
): CustodyRow[] {
  const figures = figuresNow(detention, now);
  const heldFor = new Map(figures?.perPeriod.map((one) => [one.id, sayMinutes(one.duration, language)]));
  return detention.periods
    .filter((period) => !period.withdrawn && period.start)
    .map((period) => ({
      id: period.id,
      label: labelOf('custody-period-kinds', period.kind, language),
      place: placeName(period),
      tone: (codedValue('custody-period-kinds', period.kind)?.tone ?? 'facility') as CustodyTone,
      account: period.account,
      start: sides(period.start),
      // What has no end of its own lasts as long as the stay.
      end: sides(period.end ?? figures?.end ?? null),
      heldFor: heldFor.get(period.id) ?? '',
      ongoing: period.end === null && (figures?.open ?? true),
      ...(period.start ? { startSaid: sayShort(period.start, language) } : {}),
      ...(period.end ? { endSaid: sayShort(period.end, language) } : {}),
    }));
}

/** The window and marks of the drawing, the marks in the words of the place's clock. */
export function scaleFor(rows: readonly CustodyRow[], zone: string, now: Instant, language: Language) {
  const minutes = Math.round(millisecondsOf(now) / 60_000);
  const { from, to, ticks } = custodyScale(rows, minutes, offsetMinutes(now, zone));
  const label = (at: number): string => sayShort(exactly(instantOf(at * 60_000), zone), language);
  return { from, to, ticks: ticks.map((at) => ({ at, label: label(at) })) };
}

/** The figures of a detention as of now: stored ones of an open stay would stand still. Null while no start is known. */
const figuresNow = (detention: Pick<DetentionView, 'periods' | 'events'>, now: Instant): CustodyFigures | null =>
  figuresOf(
    detention.periods.map((one) => ({ ...one, start: columnsOf(one.start), end: columnsOf(one.end) })),
    detention.events.map((one) => ({ ...one, at: columnsOf(one.at) })),
    now,
  );

/** How long the whole stay lasted, for a list; while nobody tells of an end, at least until the last word. */
export function heldText(detention: Pick<DetentionView, 'periods' | 'events'>, now: Instant, language: Language): string {
  const figures = figuresNow(detention, now);
  if (!figures) return sayMinutes({ min: null, max: null }, language);
  return sayMinutes(figures.open ? { ...figures.total, max: null } : figures.total, language);
}
