import { regions } from '../places/public.js';
import { only, type Dimension } from './dimension.js';

/** Regions that were cut out of another one, with the day from which they are one of their own. */
export const splits = regions.flatMap(({ code, split_from, valid_from }) => (split_from && valid_from ? [{ code, parent: split_from, since: valid_from }] : []));

/**
 * The code of a region as its borders were on the day of the event: before a split the new part belonged to the old region.
 * @param day text of SQL: the last local day on which it can have been; empty or open counts as today
 */
export const asOfEvent = (column: string, day: string): string =>
  `CASE ${splits.map(({ code, parent, since }) => `WHEN ${column} = '${code}' AND ${day} <> '' AND ${day} < '${since}' THEN '${parent}'`).join(' ')} ELSE COALESCE(${column}, '') END`;

/** By region, as of the event's day or as now. */
export const byRegion = (column: string, day: string): Dimension => ({
  id: 'region',
  keys: ({ borders }) => [borders === 'event' && splits.length > 0 ? asOfEvent(column, day) : `COALESCE(${column}, '')`],
  stand: ([code = '']) => only(code),
  named: { by: 'region' },
  order: 'size',
});
