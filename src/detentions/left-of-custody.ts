import { monthOnly, type Fields } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';

/** Which place and who said so: taken off every period and event of somebody who is erased. */
export const noPlaceNoSource = { placeId: null, sourceId: null, moreSourceIds: null };

/** A ruling with its article, days and fine can be looked up; that there was one counts on. */
export const noRuling = { articleToken: null, sanctionDays: null, fineAmount: null, fineUnit: null };

/** What is left of a stay: its kinds and outcome, its region, its month. The words and the incident go with the person. */
export function leftOfStay(row: Fields): Fields {
  const [earliest, latest] = [row.startEarliest, row.startLatest].map((end) => (end ? (end as Instant) : null)) as [Instant | null, Instant | null];
  // The columns a list sorts by know no zone; a version does not have them.
  const month = monthOnly({ earliest, latest, precision: 'between', zone: 'UTC' });
  return {
    ...{ incidentId: null, circumstances: null },
    ...{ startEarliest: month.earliest ?? '', startLatest: month.latest ?? '' },
  };
}
