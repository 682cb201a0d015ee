import { regions } from '../places/public.js';
import { only, type Dimension } from './dimension.js';

/** Regions that were cut out of another one, with the day from which they are one of their own. */
export const splits = regions.flatMap(({ code, split_from, valid_from }) => (split_from && valid_from ? [{ code, parent: split_from, since: valid_from }] : []));

/**
 * The code of a region as its borders were on the day of the event: before a split the new part belonged to the old region.
 * @param day the last local day on which it can have been; empty or open counts as today
 */
export function asOfEvent(region: string, day: string): string {
  const split = splits.find(({ code, since }) => code === region && day !== '' && day < since);
  return split?.parent ?? region;
}

/** By region, as of the event's day or as now. @param day the field with the last day on which it can have been */
export const byRegion = (day: string): Dimension => ({
  id: 'region',
  reads: ({ borders }) => (borders === 'event' ? ['region', day] : ['region']),
  stand: ([region = '', last = '']) => only(asOfEvent(region, last)),
  named: { by: 'region' },
  order: 'size',
});
