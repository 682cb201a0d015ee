import { columnsOf, noBounds, type SaidBounds } from '../kernel/db/public.js';
import { boundsFrom, type WhenInput } from '../kernel/http/public.js';
import { localDate, type Instant } from '../kernel/time/public.js';

/**
 * A due time as it is stored. An hour without a day is of today, and a day without a year the nearest one: unlike what is
 * recorded of the past, a task lies ahead.
 * @throws Problem `time.*` (422).
 */
export function dueBounds(due: WhenInput | null | undefined, zone: string, now: Instant): SaidBounds {
  if (!due?.said) return { ...noBounds };
  const onDate = due.onDate ?? localDate(now, due.zone ?? zone);
  return columnsOf(boundsFrom({ ...due, onDate }, 'due', zone, now));
}
